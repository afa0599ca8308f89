import { canonicalPath } from '../addresses/address.ts'
import type { Place } from '../articles/feeds.ts'

/** A place in a list as it stands in an address: `?before=2019-05-09T10:15:00.000Z_<id>`. */
const placeInAddress = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)_([0-9a-f-]{36})$/

export function placeOf(before: string | undefined): Place | undefined {
  const parts = before === undefined ? null : placeInAddress.exec(before)
  return parts ? { published: parts[1]!, articleId: parts[2]! } : undefined
}

export const addressOf = (place: Place) => `${place.published}_${place.articleId}`

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
  const before = new URLSearchParams(pathAndQuery.slice(mark)).get('before')
  if (before === null) return path
  return placeInAddress.test(before) ? `${path}?before=${before}` : undefined
}
