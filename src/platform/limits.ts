import { sql } from 'kysely'
import type { Tx } from './database.ts'

export interface LimitTables {
  /** How often something was tried since a moment. */
  limits: { key: string; began: string; count: number }
}

export type Limit = { most: number; withinMs: number }

/**
 * Counts one try under `key` and says whether it is within the limit: at most `most` in each stretch of `withinMs`
 * that begins with a first try. Counted in the database, so that all nodes count together. A stretch that is
 * to begin later than any clock of theirs may say was counted by one that was wrong, and would shut people out till then.
 */
export async function isWithin(tx: Tx, key: string, { most, withinMs }: Limit, now: Date) {
  const began = now.toISOString()
  const stale = new Date(now.getTime() - withinMs).toISOString()
  const ahead = new Date(now.getTime() + withinMs).toISOString()
  const isOver = sql<boolean>`(limits.began <= ${stale} or limits.began > ${ahead})`
  const { count } = await tx
    .insertInto('limits')
    .values({ key, began, count: 1 })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        count: sql<number>`case when ${isOver} then 1 else limits.count + 1 end`,
        began: sql<string>`case when ${isOver} then excluded.began else limits.began end`,
      }),
    )
    .returning('count')
    .executeTakeFirstOrThrow()
  return Number(count) <= most
}

/** The longest stretch that any limit looks back, in milliseconds. */
const LONGEST_MS = 86_400_000

export const pruneLimits = (tx: Tx, now: Date) =>
  tx
    .deleteFrom('limits')
    .where('began', '<', new Date(now.getTime() - LONGEST_MS).toISOString())
    .execute()
