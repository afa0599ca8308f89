import { listsOf } from '../articles/feeds.ts'
import { type Database, type Db, type Tx, touch } from '../platform/database.ts'
import { hourOf } from './readership.ts'

/** Entries of a list. */
const MOST = 5
/** Entries below which there is no list: two articles are no ranking. */
const FEWEST = 3
/** Reads in the time that is looked at, below which an article is not called read at all. */
const LEAST_READS = 10
/** Hours that are looked at. */
const HOURS = 48
/** Hours after which a read counts half. */
const HALF_LIFE = 12
/** Articles of each hour that are looked at, its most read. */
const OF_EACH_HOUR = 500
/** Articles that are put into lists, the most read of all. */
const RANKED = 2000

/**
 * The articles with the most reads, newest reads counting most: exponential decay, 2^(−age/12 h), the weighting of
 * Cormode, Shkapenyuk, Srivastava and Xu, "Forward Decay" (ICDE 2009), by whole hours.
 */
export async function ranked(db: Db, now: Date): Promise<string[]> {
  const scores = new Map<string, { score: number; reads: number }>()
  for (let age = 0; age < HOURS; age++) {
    const rows = await db
      .selectFrom('reads')
      .select(['article_id', 'count'])
      .where('hour', '=', hourOf(new Date(now.getTime() - age * 3_600_000)))
      .orderBy('count', 'desc')
      .limit(OF_EACH_HOUR)
      .execute()
    for (const { article_id, count } of rows) {
      const { score, reads } = scores.get(article_id) ?? { score: 0, reads: 0 }
      scores.set(article_id, {
        score: score + count * 2 ** (-age / HALF_LIFE),
        reads: reads + count,
      })
    }
  }
  return [...scores]
    .filter(([, { reads }]) => reads >= LEAST_READS)
    .sort(([a, one], [b, other]) => other.score - one.score || (a < b ? -1 : 1))
    .slice(0, RANKED)
    .map(([id]) => id)
}

/** Makes the lists of the most read anew, one for each front page and category, and drops the pages of those that changed. */
export async function rankAnew({ db, write }: Pick<Database, 'db' | 'write'>, now: Date) {
  const ids = await ranked(db, now)
  const feeds = await listsOf(db, ids)
  const lists = new Map<string, string[]>()
  for (const id of ids)
    for (const feed of feeds.get(id) ?? []) {
      const list = lists.get(feed)
      if (!list) lists.set(feed, [id])
      else if (list.length < MOST) list.push(id)
    }
  for (const [feed, list] of lists) if (list.length < FEWEST) lists.delete(feed)
  const changed = differing(await kept(db), lists)
  if (changed.length > 0)
    await write(async (tx) => {
      for (const feed of changed) await keep(tx, feed, lists.get(feed) ?? [])
    })
}

async function kept(db: Db): Promise<Map<string, string[]>> {
  const lists = new Map<string, string[]>()
  const rows = await db
    .selectFrom('most_read')
    .select(['feed', 'article_id'])
    .orderBy('feed')
    .orderBy('position')
    .execute()
  for (const { feed, article_id } of rows) lists.set(feed, [...(lists.get(feed) ?? []), article_id])
  return lists
}

const differing = (before: Map<string, string[]>, after: Map<string, string[]>) =>
  [...new Set([...before.keys(), ...after.keys()])].filter(
    (feed) => before.get(feed)?.join() !== after.get(feed)?.join(),
  )

async function keep(tx: Tx, feed: string, list: readonly string[]) {
  await tx.deleteFrom('most_read').where('feed', '=', feed).execute()
  if (list.length > 0)
    await tx
      .insertInto('most_read')
      .values(list.map((article_id, position) => ({ feed, position, article_id })))
      .execute()
  touch(tx, `most-read:${feed}`)
}
