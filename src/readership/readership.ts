import { sql } from 'kysely'
import { articlesAt } from '../addresses/addresses.ts'
import type { Headline } from '../articles/article.ts'
import { headlinesOf } from '../articles/cards.ts'
import type { Db, Tx } from '../platform/database.ts'
import { reading } from '../platform/pages.ts'

/** The hour of an instant, `2026-03-02T09` (UTC). */
export const hourOf = (instant: Date) => instant.toISOString().slice(0, 13)

/** Rows in one statement. */
const CHUNK = 100

/** Adds to how often the articles at these paths were opened in an hour. What stands at other paths is no article. */
export async function addReads(tx: Tx, counts: ReadonlyMap<string, number>, hour: string) {
  const ids = await articlesAt(tx, [...counts.keys()])
  const rows = [...ids]
    .map(([path, article_id]) => ({ article_id, hour, count: counts.get(path)! }))
    // Every node in the same order: two that wait for each other's rows would end in a deadlock.
    .sort((a, b) => (a.article_id < b.article_id ? -1 : 1))
  for (let at = 0; at < rows.length; at += CHUNK)
    await tx
      .insertInto('reads')
      .values(rows.slice(at, at + CHUNK))
      .onConflict((conflict) =>
        conflict
          .columns(['article_id', 'hour'])
          .doUpdateSet({ count: sql<number>`reads.count + excluded.count` }),
      )
      .execute()
}

/** Days for which reads are kept by the hour; after that, by the month. */
const KEPT_DAYS = 30

/** Adds the oldest hour to its month, when it is old enough; returns whether there was one. */
export async function foldOldest(tx: Tx, now: Date): Promise<boolean> {
  const until = hourOf(new Date(now.getTime() - KEPT_DAYS * 86_400_000))
  const oldest = await tx
    .selectFrom('reads')
    .select('hour')
    .where('hour', '<', until)
    .orderBy('hour')
    .limit(1)
    .executeTakeFirst()
  if (!oldest) return false
  const { hour } = oldest
  const rows = await tx
    .deleteFrom('reads')
    .where('hour', '=', hour)
    .returning(['article_id', 'count'])
    .execute()
  const month = hour.slice(0, 7)
  for (let at = 0; at < rows.length; at += CHUNK)
    await tx
      .insertInto('reads_by_month')
      .values(rows.slice(at, at + CHUNK).map((row) => ({ ...row, month })))
      .onConflict((conflict) =>
        conflict
          .columns(['article_id', 'month'])
          .doUpdateSet({ count: sql<number>`reads_by_month.count + excluded.count` }),
      )
      .execute()
  return true
}

/** The most read articles of a list, of those that readers can see now. */
export async function mostRead(db: Db, feed: string): Promise<Headline[]> {
  reading(`most-read:${feed}`)
  const rows = await db
    .selectFrom('most_read')
    .select('article_id')
    .where('feed', '=', feed)
    .orderBy('position')
    .execute()
  return await headlinesOf(
    db,
    rows.map((row) => row.article_id),
  )
}
