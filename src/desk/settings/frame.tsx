import './settings.css'
import { Link, Navigate, Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useMe } from '../frame.tsx'
import { Wrong } from '../parts/fields.tsx'
import { t } from '../texts.ts'

const newsroom = [
  ['/settings', 'settings.newsroom'],
  ['/settings/colours', 'settings.colours'],
  ['/settings/navigation', 'settings.navigation'],
  ['/settings/languages', 'settings.languages'],
  ['/settings/disclaimers', 'settings.disclaimers'],
  ['/settings/policies', 'settings.policies'],
] as const

const paper = [
  ['/settings/pages', 'settings.pages'],
  ['/settings/categories', 'settings.categories'],
  ['/settings/redirects', 'settings.redirects'],
] as const

/** Rooms that others than administrators have, too. */
const shared = [
  ['/settings/contributors', 'settings.contributors', 'articles.edit'],
  ['/settings/import', 'settings.import', 'site.import'],
  ['/settings/attention', 'settings.attention', 'newsroom.change'],
  ['/settings/log', 'settings.log', 'audit.read'],
] as const

/** The rooms of the settings, and the one that is open. */
export function SettingsFrame() {
  const { data } = useMe()
  const { pathname } = useLocation()
  const rooms = useRef<HTMLElement>(null)
  // On a phone the rooms are in one line, of which the open one may be out of sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another room is open then
  useEffect(() => {
    const open = rooms.current?.querySelector('.active')
    open?.scrollIntoView({ inline: 'center', block: 'nearest' })
  }, [pathname, !data])
  if (!data) return null
  const mine: readonly string[] = data.colleague.role.permissions
  const links = [
    ...(mine.includes('newsroom.change') ? [...newsroom, ...paper] : []),
    ...shared.filter(([, , permission]) => mine.includes(permission)),
  ]
  if (links.length === 0)
    return (
      <div className="screen">
        <h1>{t('settings.title')}</h1>
        <Wrong>{t('settings.none')}</Wrong>
      </div>
    )
  // Whoever may not change the newsroom's name begins at what they may.
  if (pathname.endsWith('/settings') && !mine.includes('newsroom.change'))
    return <Navigate to={links[0]![0]} replace />
  return (
    <div className="screen settings">
      <nav ref={rooms} aria-label={t('settings.title')}>
        {links.map(([to, label]) => (
          <Link key={to} to={to} activeOptions={{ exact: true }}>
            {t(label)}
          </Link>
        ))}
      </nav>
      <div className="settings-open">
        <Outlet />
      </div>
    </div>
  )
}
