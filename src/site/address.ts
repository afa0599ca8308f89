import { canonicalPath } from '../addresses/address.ts'
import { placeOf } from '../articles/place.ts'
import { formatInQuery } from '../syndication/feed.ts'

/**
 * The path by which a request finds its route: the one its page is kept under, so that no spelling of an address is
 * kept as what another route made of it. A percent sign stays encoded, since routes decode their parameters.
 */
export function routedPath(request: Request): string {
  const { pathname } = new URL(request.url)
  return canonicalPath(pathname)?.replaceAll('%', '%25') ?? pathname
}

/**
 * The name a page is kept under: one for every spelling of its address. Parameters that no page knows, such as those
 * that campaigns add, do not make another page.
 */
export function pageKey(pathAndQuery: string): string | undefined {
  // Nearly every request is for an address that is already in its one spelling.
  if (!/[%?\\]|\/\/|.\/$|[^\x21-\x7e]/.test(pathAndQuery)) return pathAndQuery
  const path = canonicalPath(pathAndQuery)
  if (path === undefined || path.includes('?')) return undefined
  const mark = pathAndQuery.indexOf('?')
  if (mark < 0) return path
  // To be redirected: not a page with a parameter that nobody knows.
  if (formatInQuery(pathAndQuery)) return undefined
  const before = new URLSearchParams(pathAndQuery.slice(mark)).get('before')
  if (before === null) return path
  return placeOf(before) ? `${path}?before=${before}` : undefined
}
