import { correctionsPath, frontPath } from '../articles/feed.ts'
import { filing } from '../articles/filing.ts'
import { notesAbout } from '../articles/notes.ts'
import { allCategories, tagsById } from '../categories/categories.ts'
import { lineage } from '../categories/category.ts'
import { contributorsById } from '../contributors/contributors.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import { newsroomNow } from '../newsroom/settings.ts'
import type { Db } from '../platform/database.ts'
import type { House } from '../platform/http.ts'
import {
  askOutside,
  type Limits,
  openInternet,
  outsideAddress,
  type Reach,
} from '../platform/outside.ts'
import { Refusal } from '../platform/refusals.ts'
import { feedFormats, feedPath } from './feed.ts'

/** Feeds named in one message. An article in more lists than this makes several. */
const AT_ONCE = 100
/** What a hub says is not read; how long it takes must not hold up other jobs. */
const limits: Limits = { bytes: 64 * 1024, ms: 10_000 }

/**
 * Tells the newsroom's WebSub hub, where it has one, that the feeds an article stands in, or has left, have changed. The message is
 * that of PubSubHubbub 0.4 (7.1), which hubs understand: WebSub leaves it to hub and publisher. A hub that cannot be
 * reached is told again later, by the outbox; one that redirects is not followed.
 */
export async function tellHub(
  { db, siteUrl }: Pick<House, 'db' | 'siteUrl'>,
  { articleId, left = [] }: { articleId: string; left?: readonly string[] },
  reach: Reach = openInternet,
) {
  const newsroom = await newsroomNow(db)
  const { hub } = newsroom.feeds
  if (hub === null) return
  const paths = new Set([
    ...(await followedWith(db, articleId, newsroom)),
    ...(await pathsOf(db, left, newsroom)),
  ])
  const feeds = [...paths].flatMap((path) =>
    feedFormats.map((format) => siteUrl + feedPath(path, format)),
  )
  for (let at = 0; at < feeds.length; at += AT_ONCE)
    await tell(hub, feeds.slice(at, at + AT_ONCE), reach)
}

async function tell(hub: string, feeds: readonly string[], reach: Reach) {
  const message = [['hub.mode', 'publish'], ...feeds.map((feed) => ['hub.url', feed])]
  const { status } = await askOutside(
    outsideAddress(hub),
    {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(message).toString(),
    },
    reach,
    limits,
  )
  if (status < 200 || status >= 300)
    throw new Refusal('unavailable', 'feeds/hub', `The hub ${hub} answered ${status}.`)
}

/** The pages whose feeds an article stands in, or stood in before it was withheld. */
async function followedWith(db: Db, articleId: string, newsroom: Newsroom): Promise<string[]> {
  const article = await filing(db, articleId)
  const known = article.status === 'published' || article.status === 'withheld'
  if (!known || article.published === null || article.kind === 'page') return []
  const categories = await allCategories(db)
  const filed = [article.categoryId, ...article.categoryIds].flatMap((id) =>
    id ? lineage(categories, id) : [],
  )
  const tags = await tagsById(db, article.tagIds)
  const contributors = await contributorsById(db, article.contributorIds)
  const notes = await notesAbout(db, [articleId])
  return [
    ...new Set([
      frontPath(newsroom, article.language),
      ...(notes.size > 0 ? [correctionsPath(newsroom, article.language)] : []),
      ...[...filed, ...tags.values(), ...contributors.values()].map(({ path }) => path),
    ]),
  ]
}

/** The pages of lists that can be followed, by the names under which they are kept. */
async function pathsOf(db: Db, lists: readonly string[], newsroom: Newsroom): Promise<string[]> {
  if (lists.length === 0) return []
  const named = lists.map((list) => list.split(':'))
  const of = (kind: string) =>
    named.flatMap(([found, id, rest]) => (found === kind && id && !rest ? [id] : []))
  const categories = new Map((await allCategories(db)).map((one) => [one.id, one]))
  const tags = await tagsById(db, of('tag'))
  const contributors = await contributorsById(db, of('contributor'))
  return [
    ...of('front').map((language) => frontPath(newsroom, language)),
    ...of('category').flatMap((id) => categories.get(id)?.path ?? []),
    ...[...tags.values(), ...contributors.values()].map(({ path }) => path),
  ]
}
