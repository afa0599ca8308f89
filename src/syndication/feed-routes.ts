import { Hono } from 'hono'
import { canonicalPath } from '../addresses/address.ts'
import { newsroomNow } from '../newsroom/settings.ts'
import { answerKept } from '../platform/answer.ts'
import type { Env } from '../platform/http.ts'
import { pageOf } from '../platform/pages.ts'
import { Refusal } from '../platform/refusals.ts'
import { atomOf } from './atom.ts'
import {
  askedOf,
  type Feed,
  type FeedFormat,
  feedPath,
  feedTypes,
  partAddress,
  partOf,
} from './feed.ts'
import { feedPart, followedAt } from './feeds.ts'
import { jsonFeedOf } from './json-feed.ts'
import { rssOf } from './rss.ts'

export const feeds = new Hono<Env>()

const written: Record<FeedFormat, (feed: Feed, self: string) => string> = {
  rss: rssOf,
  atom: atomOf,
  json: jsonFeedOf,
}

feeds.get('/:address{(?:.+/)?feed\\.(?:rss|atom|json)}', async (c) => {
  const { pathname, search } = new URL(c.req.url)
  const asked = askedOf(canonicalPath(pathname) ?? '')
  const before = partOf(search)
  const { db, siteUrl, now } = c.var
  const found =
    asked &&
    before !== undefined &&
    (await answerKept(c, partAddress(keyOf(asked), before), async (encoding) => {
      const newsroom = await newsroomNow(db)
      const followed = await followedAt(db, asked.path, newsroom, siteUrl)
      if (!followed || 'articleId' in followed) return undefined
      if ('moved' in followed) return { redirect: feedPath(followed.moved, asked.format) }
      const feed = await feedPart(db, followed, asked.path, before, newsroom, siteUrl)
      if (!feed) return undefined
      const self = siteUrl + feedPath(asked.path, asked.format)
      const text = written[asked.format](feed, self)
      const dated = now()
      return { ...pageOf(200, headersOf(feed, asked.format, self), text, encoding), dated }
    }))
  if (found) return found
  throw new Refusal('not-found', 'feeds/unknown', 'There is no feed at this address.')
})

/** The name of a feed's page in the cache: its canonical path. */
const keyOf = ({ path, format }: { path: string; format: FeedFormat }) =>
  `${path === '/' ? '' : path}/feed.${format}`

const headersOf = (feed: Feed, format: FeedFormat, self: string) => ({
  'content-type': `${feedTypes[format]}; charset=utf-8`,
  'content-language': feed.language,
  // Public, and for programs of any site.
  'access-control-allow-origin': '*',
  ...(feed.hub
    ? { link: `<${feed.hub}>; rel="hub", <${partAddress(self, feed.before)}>; rel="self"` }
    : {}),
})
