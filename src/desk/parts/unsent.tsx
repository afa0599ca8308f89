import { Link, useLocation } from '@tanstack/react-router'
import { unsent } from '../editor/unsent.ts'
import { t } from '../texts.ts'

/** Leads back to what was written without a line and left: only its own screen sends it. */
export function Unsent() {
  const { pathname } = useLocation()
  const ids = unsent().filter((id) => !pathname.endsWith(id))
  if (ids.length === 0) return null
  return (
    <p className="unsent" role="status">
      {t('unsent')}{' '}
      {ids.map((id) => (
        <Link key={id} to="/articles/$id" params={{ id }}>
          {t('unsent.open')}
        </Link>
      ))}
    </p>
  )
}
