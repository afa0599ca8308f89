import { setImmediate as breathe } from 'node:timers/promises'
import type { Database, Db, Tx } from '../platform/database.ts'
import { type Counts, countWords, index } from './indexing.ts'

/** Rows in one statement. */
const CHUNK = 400

/** Lets articles wait until they are read into the index. */
export async function wait(tx: Tx, articleIds: readonly string[]) {
  for (let at = 0; at < articleIds.length; at += CHUNK)
    await tx
      .insertInto('search_waiting')
      .values(articleIds.slice(at, at + CHUNK).map((article_id) => ({ article_id })))
      .onConflict((conflict) => conflict.column('article_id').doNothing())
      .execute()
}

/** Articles in one write. On SQLite others who write wait no longer than for these few. */
const SLICE = { sqlite: 16, postgres: 128 }
/** Milliseconds of work before other tasks have their turn. */
const TURN_MS = 1500

/**
 * Reads what waits into the index, a few articles at a time. Killed at any moment, it goes on where it was: what a
 * slice takes from those that wait is taken in the write that reads it.
 */
export async function readWaiting({ db, write, kind }: Pick<Database, 'db' | 'write' | 'kind'>) {
  const until = performance.now() + TURN_MS
  const counted: Counts = new Map()
  const isAnyWaiting = () =>
    db.selectFrom('search_waiting').select('article_id').limit(1).executeTakeFirst()
  try {
    while (performance.now() < until && (await isAnyWaiting())) {
      const counts = await write(async (tx) => {
        const first = tx.selectFrom('search_waiting').select('article_id').limit(SLICE[kind])
        const taken = await tx
          .deleteFrom('search_waiting')
          .where('article_id', 'in', kind === 'postgres' ? first.forUpdate().skipLocked() : first)
          .returning('article_id')
          .execute()
        return await index(
          tx,
          kind,
          taken.map(({ article_id }) => article_id),
        )
      })
      for (const [word, articles] of counts) counted.set(word, (counted.get(word) ?? 0) + articles)
      await breathe()
    }
  } finally {
    // All at once, since the same words stand in every slice. Killed before that, these few count for no suggestion.
    if (counted.size > 0) await write((tx) => countWords(tx, counted))
  }
}

/** How many articles cannot be found as they are now. */
export async function waitingForIndex(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('search_waiting')
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
