import { Hono } from 'hono'
import { canonicalPath } from '../addresses/address.ts'
import type { ReadingArticle } from '../articles/article.ts'
import { articleForReader } from '../articles/articles.ts'
import type { Place } from '../articles/place.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import { newsroomNow } from '../newsroom/settings.ts'
import { answerKept } from '../platform/answer.ts'
import type { Env, House } from '../platform/http.ts'
import { type Encoding, type Page, pageOf } from '../platform/pages.ts'
import { Refusal } from '../platform/refusals.ts'
import { atomOf } from './atom.ts'
import { correctionsFeed } from './correction-feed.ts'
import { entryOf } from './entry.ts'
import {
  type Asked,
  askedOf,
  type Feed,
  type FeedFormat,
  feedKey,
  feedPath,
  feedTypes,
  partAddress,
  partOf,
} from './feed.ts'
import { feedPart, followedAt } from './feeds.ts'
import { jsonFeedOf } from './json-feed.ts'
import { ninjsKillOf, ninjsListOf, ninjsOf } from './ninjs.ts'
import { rssOf } from './rss.ts'

export const feeds = new Hono<Env>()

feeds.get('/:address{(?:.+/)?(?:feed\\.(?:rss|atom|json)|ninjs\\.json)}', async (c) => {
  const { pathname, search } = new URL(c.req.url)
  const asked = askedOf(canonicalPath(pathname) ?? '')
  const before = partOf(search)
  const found =
    asked &&
    before !== undefined &&
    (await answerKept(c, partAddress(feedKey(asked), before), (encoding) =>
      make(c.var, asked, before, encoding),
    ))
  if (found) return found
  throw new Refusal('not-found', 'feeds/unknown', 'There is no feed at this address.')
})

type Making = Pick<House, 'db' | 'siteUrl' | 'now'>

async function make(
  house: Making,
  asked: Asked,
  before: Place | null,
  encoding: Encoding,
): Promise<Page | { redirect: string } | undefined> {
  const { db, siteUrl, now } = house
  const { path, format } = asked
  const newsroom = await newsroomNow(db)
  const self = siteUrl + feedPath(path, format)
  const corrected = before === null && (await correctionsFeed(db, path, newsroom, siteUrl))
  if (corrected && format !== 'ninjs') {
    const text = entryWriters[format](corrected.feed, corrected.entries, self)
    return { ...pageOf(200, headersOf(corrected.feed, format, self), text, encoding), dated: now() }
  }
  const followed = await followedAt(db, path, newsroom, siteUrl)
  if (!followed) return undefined
  if ('moved' in followed) return { redirect: feedPath(followed.moved, format) }
  if ('articleId' in followed)
    return format === 'ninjs' && before === null
      ? await item(house, followed.articleId, newsroom, encoding)
      : undefined
  const part = await feedPart(db, followed, path, before, newsroom, siteUrl)
  if (!part) return undefined
  const text = written[format](part.feed, part.articles, self, newsroom, siteUrl)
  const dated = now()
  return { ...pageOf(200, headersOf(part.feed, format, self), text, encoding), dated }
}

type Writer = (
  feed: Feed,
  articles: readonly ReadingArticle[],
  self: string,
  newsroom: Newsroom,
  siteUrl: string,
) => string

const entryWriters = { rss: rssOf, atom: atomOf, json: jsonFeedOf }

const ofEntries =
  (format: keyof typeof entryWriters): Writer =>
  (feed, articles, self, newsroom, siteUrl) =>
    entryWriters[format](
      feed,
      articles.map((article) => entryOf(article, newsroom, siteUrl)),
      self,
    )

const written: Record<FeedFormat, Writer> = {
  rss: ofEntries('rss'),
  atom: ofEntries('atom'),
  json: ofEntries('json'),
  ninjs: (feed, articles, _, newsroom, siteUrl) => ninjsListOf(feed, articles, newsroom, siteUrl),
}

/** One article as ninjs; of a withheld one, the notice that it is. */
async function item(
  { db, siteUrl, now }: Making,
  id: string,
  newsroom: Newsroom,
  encoding: Encoding,
) {
  const article = await articleForReader(db, id)
  if (!article) return undefined
  const page =
    'withheld' in article
      ? pageOf(410, open('ninjs', newsroom.language), ninjsKillOf(id), encoding)
      : pageOf(200, open('ninjs', article.language), ninjsOf(article, newsroom, siteUrl), encoding)
  return { ...page, dated: now() }
}

/** Headers of what is public, and for programs of any site. */
const open = (format: FeedFormat, language: string) => ({
  'content-type': `${feedTypes[format]}; charset=utf-8`,
  'content-language': language,
  'access-control-allow-origin': '*',
})

const headersOf = (feed: Feed, format: FeedFormat, self: string) => {
  const links = [
    ...(feed.hub && format !== 'ninjs'
      ? [`<${feed.hub}>; rel="hub"`, `<${partAddress(self, feed.before)}>; rel="self"`]
      : []),
    ...(feed.older ? [`<${partAddress(self, feed.older)}>; rel="next"`] : []),
  ]
  return {
    ...open(format, feed.language),
    ...(links.length > 0 ? { link: links.join(', ') } : {}),
  }
}
