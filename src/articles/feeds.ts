import { newsroomNow } from '../newsroom/settings.ts'
import { type Db, type Tx, touch } from '../platform/database.ts'
import { reading } from '../platform/pages.ts'
import { dayOf, startOfDay } from '../platform/zone.ts'
import { feedOf } from './feed.ts'
import { justAfter, type Place } from './place.ts'

/** A stretch of a list. `older` is the place to go on from, or null at its end. */
export type Stretch = { ids: string[]; older: Place | null }

/** Only entries past `before` in the order, and between two instants (`from` inclusive, `to` exclusive). */
export type Bounds = { before?: Place | undefined; from?: string; to?: string }

/**
 * The newest `limit` entries of a list within bounds. The page depends on just that part of the list: what enters
 * or leaves above or below leaves it as it is.
 */
export async function stretch(
  db: Db,
  feed: string,
  limit: number,
  bounds: Bounds = {},
): Promise<Stretch> {
  const { before, from, to } = bounds
  const upper = before ? justAfter(before.published) : (to ?? null)
  let lower = from ?? null
  let query = db
    .selectFrom('feed_entries')
    .select(['published', 'article_id'])
    .where('feed', '=', feed)
    .orderBy('published', 'desc')
    .orderBy('article_id', 'desc')
    .limit(limit + 1)
  if (before)
    query = query.where((e) =>
      e(e.refTuple('published', 'article_id'), '<', e.tuple(before.published, before.articleId)),
    )
  if (from) query = query.where('published', '>=', from)
  if (to) query = query.where('published', '<', to)
  const rows = await reading.list(`feed:${feed}`, upper, async () => {
    const found = await query.execute()
    if (found.length > limit) lower = found.at(-1)!.published
    return { value: found, from: lower }
  })
  const last = rows[limit - 1]
  return {
    ids: rows.slice(0, limit).map((row) => row.article_id),
    older:
      rows.length > limit && last
        ? { published: last.published, articleId: last.article_id }
        : null,
  }
}

/** Whether a list has any entry between two instants. */
async function hasEntries(db: Db, feed: string, from = '', to = '~') {
  const row = await db
    .selectFrom('feed_entries')
    .select('article_id')
    .where('feed', '=', feed)
    .where('published', '>=', from)
    .where('published', '<', to)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether a list has an entry at this very place. */
export async function hasEntryAt(db: Db, feed: string, { published, articleId }: Place) {
  reading(`feed:${feed}`, { from: published, to: justAfter(published) })
  const row = await db
    .selectFrom('feed_entries')
    .select('article_id')
    .where('feed', '=', feed)
    .where('published', '=', published)
    .where('article_id', '=', articleId)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Puts an article into exactly these lists, at this place; touches each list that it enters, leaves or moves in. Returns
 * those that it has left.
 */
export async function refile(
  tx: Tx,
  articleId: string,
  published: string | null,
  wanted: string[],
): Promise<string[]> {
  const there = await tx
    .selectFrom('feed_entries')
    .select(['feed', 'published'])
    .where('article_id', '=', articleId)
    .execute()
  const stays = new Set(
    there
      .filter((entry) => entry.published === published && wanted.includes(entry.feed))
      .map((entry) => entry.feed),
  )
  const leaving = there.filter((entry) => !stays.has(entry.feed))
  const entering = published === null ? [] : wanted.filter((feed) => !stays.has(feed))
  if (leaving.length > 0)
    await tx
      .deleteFrom('feed_entries')
      .where('article_id', '=', articleId)
      .where(
        'feed',
        'in',
        leaving.map((entry) => entry.feed),
      )
      .execute()
  const opened = published === null ? [] : await milestones(tx, entering, published)
  if (published !== null && entering.length > 0)
    await tx
      .insertInto('feed_entries')
      .values(entering.map((feed) => ({ feed, published, article_id: articleId })))
      .execute()
  const closed = (
    await Promise.all(leaving.map((entry) => milestones(tx, [entry.feed], entry.published)))
  ).flat()
  for (const entry of leaving) touch(tx, `feed:${entry.feed}`, entry.published)
  for (const feed of entering) touch(tx, `feed:${feed}`, published!)
  for (const key of [...opened, ...closed]) touch(tx, key)
  return leaving.map(({ feed }) => feed).filter((feed) => !wanted.includes(feed))
}

/** The overviews that change because a list or a month is empty before an entry comes or after it has gone. */
async function milestones(tx: Tx, feeds: string[], published: string): Promise<string[]> {
  const keys: string[] = []
  for (const feed of feeds)
    if (feed.startsWith('front:') && !(await hasEntries(tx, feed))) keys.push('fronts')
  if (feeds.includes(feedOf.everything)) {
    const { timezone } = await newsroomNow(tx)
    const { year, month } = dayOf(new Date(published), timezone)
    const [from, to] = monthBounds(year, month, timezone)
    if (!(await hasEntries(tx, feedOf.everything, from, to))) keys.push('months')
  }
  return keys
}

/** The first instant of a month and of the next, ISO 8601 UTC. */
export const monthBounds = (
  year: number,
  month: number,
  timezone: string,
): [from: string, to: string] => [
  startOfDay(year, month, 1, timezone).toISOString(),
  startOfDay(year, month + 1, 1, timezone).toISOString(),
]

/** The months that have articles, newest first. One step along the index a month. */
export async function months(db: Db, timezone: string): Promise<{ year: number; month: number }[]> {
  reading('months')
  const found: { year: number; month: number }[] = []
  let before = '~'
  for (;;) {
    const newest = await db
      .selectFrom('feed_entries')
      .select('published')
      .where('feed', '=', feedOf.everything)
      .where('published', '<', before)
      .orderBy('published', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (!newest) return found
    const { year, month } = dayOf(new Date(newest.published), timezone)
    found.push({ year, month })
    // A time that the calendar cannot place must not be found again for ever.
    before = [monthBounds(year, month, timezone)[0], newest.published].sort()[0]!
  }
}

/** The days of a month (1 to 31) that have articles. One step along the index a day. */
export async function days(
  db: Db,
  year: number,
  month: number,
  timezone: string,
): Promise<number[]> {
  const [from, to] = monthBounds(year, month, timezone)
  reading(`feed:${feedOf.everything}`, { from, to })
  const found: number[] = []
  let after = from
  for (;;) {
    const oldest = await db
      .selectFrom('feed_entries')
      .select('published')
      .where('feed', '=', feedOf.everything)
      .where('published', '>=', after)
      .where('published', '<', to)
      .orderBy('published')
      .limit(1)
      .executeTakeFirst()
    if (!oldest) return found
    const { day } = dayOf(new Date(oldest.published), timezone)
    found.push(day)
    const next = startOfDay(year, month, day + 1, timezone).toISOString()
    after = next > oldest.published ? next : justAfter(oldest.published)
  }
}

/** The first instant of a day and of the next, ISO 8601 UTC. */
export const dayBounds = (
  year: number,
  month: number,
  day: number,
  timezone: string,
): [from: string, to: string] => [
  startOfDay(year, month, day, timezone).toISOString(),
  startOfDay(year, month, day + 1, timezone).toISOString(),
]

/** Articles in one query. */
const CHUNK = 200

/** The front pages and categories that articles stand in, by article. */
export async function listsOf(db: Db, ids: readonly string[]): Promise<Map<string, string[]>> {
  const lists = new Map<string, string[]>()
  for (let at = 0; at < ids.length; at += CHUNK) {
    const rows = await db
      .selectFrom('feed_entries')
      .select(['feed', 'article_id'])
      .where('article_id', 'in', ids.slice(at, at + CHUNK))
      .execute()
    // Of a category, its own list and not its rivers by language.
    for (const { feed, article_id } of rows)
      if (/^(front|category):[^:]+$/.test(feed))
        lists.set(article_id, [...(lists.get(article_id) ?? []), feed])
  }
  return lists
}

/** The languages that have a front page. One step along the index a language. */
export async function fronts(db: Db): Promise<string[]> {
  reading('fronts')
  const found: string[] = []
  let after = 'front:'
  for (;;) {
    const next = await db
      .selectFrom('feed_entries')
      .select('feed')
      .where('feed', '>', after)
      .where('feed', '<', 'front;')
      .orderBy('feed')
      .limit(1)
      .executeTakeFirst()
    if (!next) return found
    found.push(next.feed.slice('front:'.length))
    after = next.feed
  }
}
