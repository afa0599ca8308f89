import { canonicalPath, hrefOf } from '../addresses/address.ts'
import type { Access, ArticleKind } from '../articles/article.ts'
import { addressOf, type Place, placeOf } from '../articles/place.ts'
import type { BylineRole } from '../contributors/contributor.ts'
import type { Direction } from '../platform/language.ts'

/** What a feed is, whichever format it is written in. Every address in it is absolute. */
export type Feed = {
  /** Names the feed for ever: a URI that no reader opens. */
  id: string
  title: string
  description: string
  /** Of the feed around its entries, which have their own (BCP 47). */
  language: string
  newsroom: string
  /** The page that the feed follows. */
  page: string
  logo: string | null
  hub: string | null
  /** ISO 8601 UTC; of the newest change of an entry. */
  updated: string
  /** Where this part of the list begins, and where the next does; null at the newest and the oldest. */
  before: Place | null
  older: Place | null
}

/** What a feed says of an article. */
export type Entry = {
  /** The article's id, which stays when its address changes. */
  id: string
  page: string
  headline: string
  /** Plain text, or empty. */
  standfirst: string
  /** Of the text where `whole`, else of the standfirst and the way on. */
  html: string
  whole: boolean
  kind: ArticleKind
  access: Access
  language: string
  direction: Direction
  /** ISO 8601 UTC. */
  published: string
  updated: string
  bylines: { role: BylineRole; name: string; page: string }[]
  /** Categories, tags, and what kind of article it is where it is not plain news. */
  subjects: string[]
  picture: EntryPicture | null
  /** Where it happened, in degrees (WGS 84). */
  place: { latitude: number; longitude: number } | null
}

export type EntryPicture = {
  /** A JPEG, with its size in pixels. */
  address: string
  width: number
  height: number
  thumbnail: string
  thumbnailWidth: number
  thumbnailHeight: number
  alt: string
  caption: string
  credit: string
}

/** The formats that feed readers know. */
export const feedFormats = ['rss', 'atom', 'json'] as const

/** Those, and the one that newsrooms exchange articles in. */
export type FeedFormat = (typeof feedFormats)[number] | 'ninjs'

export const feedTypes: Record<FeedFormat, string> = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
  ninjs: 'application/json',
}

/** The last part of the address at which a list's page, or an article's, is written in a format. */
const files: Record<FeedFormat, string> = {
  rss: 'feed.rss',
  atom: 'feed.atom',
  json: 'feed.json',
  ninjs: 'ninjs.json',
}

/** What a name that never changes looks like in a feed (RFC 9562). */
export const urn = (id: string) => `urn:uuid:${id}`

/** The address of a page's feed, beginning with a slash, as it is written. */
export const feedPath = (path: string, format: FeedFormat) =>
  `${path === '/' ? '' : hrefOf(path)}/${files[format]}`

/** The name under which a feed's page is kept: its canonical path. */
export const feedKey = ({ path, format }: Asked) => `${path === '/' ? '' : path}/${files[format]}`

/** How readers know the formats. */
export const feedNames = { rss: 'RSS', atom: 'Atom', json: 'JSON Feed' }

/** What a page says in its head of the feeds of a list, so that feed readers find them. */
export const feedLinks = (title: string, path: string) =>
  feedFormats.map((format) => ({
    title: `${title} – ${feedNames[format]}`,
    href: feedPath(path, format),
    type: feedTypes[format],
  }))

/** The page and the format that a canonical path asks for. */
export function askedOf(path: string): Asked | undefined {
  for (const format of [...feedFormats, 'ninjs'] as const)
    if (path.endsWith(`/${files[format]}`))
      return { path: path.slice(0, -files[format].length - 1) || '/', format }
  return undefined
}

/** A page, and the format in which it is asked for. */
export type Asked = { path: string; format: FeedFormat }

const otherFormats: Record<string, FeedFormat> = {
  rss: 'rss',
  rss2: 'rss',
  rdf: 'rss',
  feed: 'rss',
  atom: 'atom',
  json: 'json',
}

/** WordPress's `/x/feed` and `/x/feed/atom`, Ghost's `/x/rss`. */
const elsewhere = /^(.*)\/(?:feed(?:\/(rss2?|rdf|atom|json))?|rss)$/s

/** The page and the format that an address asks for by which WordPress and Ghost name feeds. */
export function formerlyAsked(pathAndQuery: string): Asked | undefined {
  const path = canonicalPath(pathAndQuery)
  if (path === undefined) return undefined
  const format = formatInQuery(pathAndQuery)
  if (format) return { path, format }
  const parts = elsewhere.exec(path)
  return parts ? { path: parts[1] || '/', format: otherFormats[parts[2] ?? 'feed']! } : undefined
}

/** WordPress's `?feed=rss2`. */
export function formatInQuery(pathAndQuery: string): FeedFormat | undefined {
  const mark = pathAndQuery.indexOf('?')
  const feed = mark < 0 ? null : new URLSearchParams(pathAndQuery.slice(mark)).get('feed')
  return feed !== null && Object.hasOwn(otherFormats, feed) ? otherFormats[feed] : undefined
}

/** A part of a feed: its newest, or what comes before a place. */
export const partAddress = (address: string, before: Place | null) =>
  before ? `${address}?before=${addressOf(before)}` : address

/** The place in a query that asks for a part of a feed; null for the newest, undefined when it says nothing that can be one. */
export function partOf(search: string): Place | null | undefined {
  const before = new URLSearchParams(search).get('before')
  return before === null ? null : placeOf(before)
}
