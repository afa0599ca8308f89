/** What an address can lead to. */
export type AddressKind = 'article' | 'category' | 'tag' | 'contributor'

export type Address = { kind: AddressKind; thingId: string; retired: boolean }

/** First parts of paths that the newsroom itself answers at; no article or category may take them. */
export const reservedParts = [
  'archive',
  'corrections',
  'assets',
  'pictures',
  'health',
  'desk',
  'guest',
  'api',
  'feed',
  'feeds',
  'search',
  'account',
  'donate',
  'robots.txt',
  'llms.txt',
  'favicon.ico',
  'apple-touch-icon.png',
  'manifest.webmanifest',
  'sitemap.xml',
  'sitemaps',
  'oembed',
  '.well-known',
] as const

/** Query parameters by which other systems address their pages; all others mean nothing to an address. */
const addressing = ['p', 'page_id', 'attachment_id', 'cat', 'tag', 'author'] as const

/** Bytes of a path in UTF-8. */
const LONGEST = 1000

/**
 * Control characters, and marks that change the direction of what follows: they have no place in an address. Nor have
 * parts that mean “here” and “above”, which no browser asks for.
 */
const unfit = /[\p{Cc}\u202a-\u202e\u2066-\u2069\\]|(^|\/)\.{1,2}(\/|$)/u

/**
 * One spelling for a path: percent-decoded, NFC, no doubled and no closing slash, with the one query parameter
 * that names a thing (`/?p=12`). Undefined when it cannot be an address.
 */
export function canonicalPath(pathAndQuery: string): string | undefined {
  const mark = pathAndQuery.indexOf('?')
  const rawPath = mark < 0 ? pathAndQuery : pathAndQuery.slice(0, mark)
  if (!rawPath.startsWith('/') || rawPath.length > 3 * LONGEST) return undefined
  let path: string
  try {
    path = decodeURIComponent(rawPath)
  } catch {
    return undefined
  }
  path = path.normalize('NFC').replace(/\/{2,}/g, '/')
  if (path.length > 1 && path.endsWith('/')) path = path.slice(0, -1)
  if (unfit.test(path) || new TextEncoder().encode(path).length > LONGEST) return undefined
  if (mark >= 0) {
    const query = new URLSearchParams(pathAndQuery.slice(mark + 1))
    for (const name of addressing) {
      const value = query.get(name)
      if (value && value.length <= 200)
        return unfit.test(value) ? undefined : `${path}?${name}=${value.normalize('NFC')}`
    }
  }
  return path
}

/** An address as it is written into a page: every part percent-encoded, and never one of another site (`//host`). */
export const hrefOf = (path: string) => {
  const mark = path.indexOf('?')
  const part = (mark < 0 ? path : path.slice(0, mark)).replace(/^\/{2,}/, '/')
  return part.split('/').map(encodeURIComponent).join('/') + (mark < 0 ? '' : path.slice(mark))
}

/** A readable part of an address from a headline, in any script: letters, marks and digits joined by hyphens. */
export function slugOf(text: string, longest = 80): string {
  const slug = text
    .normalize('NFKC')
    .toLowerCase()
    // Vowel signs of Arabic are marks that addresses leave out; those of Indic scripts are part of the letters.
    .replace(/[\u064b-\u065f\u0670’'`]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  if (slug.length <= longest) return slug
  const cut = slug.slice(0, longest)
  return cut.includes('-') ? cut.slice(0, cut.lastIndexOf('-')) : cut
}

/** Last parts of paths at which the newsroom writes a page for machines. */
const reservedEnds = /\/(feed\.(rss|atom|json)|ninjs\.json)$/

/**
 * Whether a path is the newsroom's own and not free for articles and the like: it begins like one of its pages, or ends
 * like one of its feeds.
 */
export const isReserved = (path: string) =>
  path === '/' ||
  reservedEnds.test(path) ||
  (reservedParts as readonly string[]).includes(path.split('/')[1] ?? '')
