import { useQuery } from '@tanstack/react-query'
import { Link, Outlet } from '@tanstack/react-router'
import { api, type Colleague, said } from './client.ts'
import { Notice } from './parts/notice.tsx'
import { t } from './texts.ts'

export const useMe = () => useQuery({ queryKey: ['me'], queryFn: () => said(api.me.$get()) })

const hasSettings = ({ role: { permissions } }: Colleague) =>
  ['articles.edit', 'newsroom.change', 'site.import', 'audit.read'].some((one) =>
    (permissions as string[]).includes(one),
  )

/** What stands around every screen: the newsroom's name, where one can go, who one is. */
export function Frame() {
  const { data } = useMe()
  const may = (permission: string) =>
    data?.colleague.role.permissions.includes(permission as never) ?? false
  return (
    <>
      <a className="skip" href="#screen">
        {t('frame.skip')}
      </a>
      <header className="head">
        <Link to="/" className="name">
          {data?.newsroom.name ?? '…'}
        </Link>
        <nav aria-label={t('frame.nav')}>
          <Link to="/">{t('frame.articles')}</Link>
          {may('front.arrange') && <Link to="/front">{t('frame.front')}</Link>}
          {may('pictures.add') && <Link to="/pictures">{t('frame.pictures')}</Link>}
          {may('guests.invite') && <Link to="/guests">{t('frame.guests')}</Link>}
          <Link to="/staff">{t('frame.staff')}</Link>
          {data && hasSettings(data.colleague) && <Link to="/settings">{t('settings.title')}</Link>}
          <Link to="/account">{data?.colleague.name ?? t('frame.account')}</Link>
          <a href="/">{t('frame.paper')}</a>
        </nav>
        <form method="post" action="/desk/sign-out">
          <button type="submit" className="quiet">
            {t('frame.out')}
          </button>
        </form>
      </header>
      <main id="screen" tabIndex={-1}>
        <Outlet />
      </main>
      <Notice />
    </>
  )
}
