import { useQuery } from '@tanstack/react-query'
import { Link, Outlet } from '@tanstack/react-router'
import { api, said } from './client.ts'

export const useMe = () => useQuery({ queryKey: ['me'], queryFn: () => said(api.me.$get()) })

/** What stands around every screen: the newsroom's name, where one can go, who one is. */
export function Frame() {
  const me = useMe()
  return (
    <>
      <header className="desk-head">
        <Link to="/" className="desk-name">
          {me.data?.newsroom.name ?? ' '}
        </Link>
        <nav aria-label="Desk">
          <Link to="/staff">Staff</Link>
          <Link to="/account">{me.data?.colleague.name ?? 'Account'}</Link>
          <a href="/" target="_blank" rel="noreferrer">
            The paper
          </a>
        </nav>
        <form method="post" action="/desk/sign-out">
          <button type="submit" className="quiet">
            Sign out
          </button>
        </form>
      </header>
      <main id="main">
        <Outlet />
      </main>
    </>
  )
}
