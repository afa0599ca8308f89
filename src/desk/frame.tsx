import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { type Colleague, me } from './client.ts'
import { unsent } from './editor/unsent.ts'
import { Busy } from './parts/busy.tsx'
import { Leaving } from './parts/leaving.tsx'
import { Notice, say } from './parts/notice.tsx'
import { Unsent } from './parts/unsent.tsx'
import { t } from './texts.ts'

export const useMe = () => useQuery(me)

const hasSettings = ({ role: { permissions } }: Colleague) =>
  ['articles.edit', 'newsroom.change', 'site.import', 'audit.read'].some((one) =>
    (permissions as string[]).includes(one),
  )

/** The board, the calendar and the editor are of the articles, too. */
const ofArticles = /\/(board|calendar|articles\/[^/]+)$/

/** What stands around every screen: the newsroom's name, where one can go, who one is. */
export function Frame() {
  const { data } = useMe()
  const { pathname } = useLocation()
  const [isOpen, setOpen] = useState(false)
  const [isWarned, warn] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another screen is open then
  useEffect(() => setOpen(false), [pathname])
  const may = (permission: string) =>
    data?.colleague.role.permissions.includes(permission as never) ?? false
  return (
    <>
      <a className="skip" href="#screen">
        {t('frame.skip')}
      </a>
      <header className={isOpen ? 'head open' : 'head'}>
        <Busy />
        <Link to="/" className="name">
          {data?.newsroom.name ?? '…'}
        </Link>
        <button
          type="button"
          className="quiet menu"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {t('frame.menu')}
        </button>
        <nav aria-label={t('frame.nav')}>
          <Link to="/" {...(ofArticles.test(pathname) ? { className: 'active' } : {})}>
            {t('frame.articles')}
          </Link>
          {may('front.arrange') && <Link to="/front">{t('frame.front')}</Link>}
          {may('pictures.add') && <Link to="/pictures">{t('frame.pictures')}</Link>}
          {may('guests.invite') && <Link to="/guests">{t('frame.guests')}</Link>}
          <Link to="/staff">{t('frame.staff')}</Link>
          {data && hasSettings(data.colleague) && <Link to="/settings">{t('settings.title')}</Link>}
          <Link to="/account">{data?.colleague.name ?? t('frame.account')}</Link>
          <a href="/">{t('frame.paper')}</a>
        </nav>
        <form
          method="post"
          action="/desk/sign-out"
          onSubmit={(event) => {
            // With the session goes what this browser keeps.
            if (unsent().length === 0 || isWarned) return
            event.preventDefault()
            warn(true)
            say(t('unsent.out'))
          }}
        >
          <button type="submit" className="quiet">
            {t('frame.out')}
          </button>
        </form>
      </header>
      <Unsent />
      <main id="screen" tabIndex={-1}>
        <Outlet />
      </main>
      <Leaving />
      <Notice />
    </>
  )
}
