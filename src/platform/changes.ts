import { sql } from 'kysely'
import type { Db, Engine, Tx } from './database.ts'
import { uuid } from './ids.ts'

/**
 * What a change touched. `key` names what pages read ("article:ID", "feed:home"); `at` narrows a list to the one
 * place in its order (an ISO time) where an entry came, went or moved.
 */
export type Touch = { key: string; at?: string }

/** The touches of one committed write. */
export type Change = { id: string; touches: Touch[] }

export interface ChangeTables {
  /** One row per committed write: how every node hears what to drop. Pruned after a day. */
  changes: {
    id: string
    /** Grows with commits: a counter on SQLite, whose writes follow each other; the transaction id on Postgres. */
    place: number
    touches: string
    happened: string
  }
}

/** Writes the touches of a transaction into it. Returns the change's id, or undefined when nothing was touched. */
export async function recordTouches(tx: Tx, kind: Engine['kind'], touches: Touch[]) {
  if (touches.length === 0) return undefined
  const now = new Date()
  const id = uuid(now)
  const place =
    kind === 'postgres'
      ? sql<number>`pg_current_xact_id()::text::bigint`
      : sql<number>`(select coalesce(max(place), 0) + 1 from changes)`
  await tx
    .insertInto('changes')
    .values({ id, place, touches: JSON.stringify(distinct(touches)), happened: now.toISOString() })
    .execute()
  // Delivered at commit, so that whoever hears it finds the row.
  if (kind === 'postgres') await sql`select pg_notify('dateline_changes', '')`.execute(tx)
  return id
}

const distinct = (touches: Touch[]) => [
  ...new Map(touches.map((touch) => [`${touch.key}@${touch.at ?? ''}`, touch])).values(),
]

/**
 * Changes that may have been committed since `place`, and the place to ask from next time. On Postgres a transaction
 * with a lower id may commit later, so the next place is the oldest id still running: a change can be returned twice,
 * never missed.
 */
export async function touchesOf(db: Db, kind: Engine['kind'], place: number) {
  if (kind === 'sqlite') {
    const rows = await db
      .selectFrom('changes')
      .select(['id', 'touches', 'place'])
      .where('place', '>', place)
      .orderBy('place')
      .execute()
    return { changes: rows.map(change), place: rows.at(-1)?.place ?? place }
  }
  const horizon = await sql<{
    oldest: number
  }>`select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as oldest`.execute(db)
  const rows = await db
    .selectFrom('changes')
    .select(['id', 'touches'])
    .where('place', '>=', place)
    .orderBy('place')
    .execute()
  return { changes: rows.map(change), place: horizon.rows[0]!.oldest }
}

/** Where the record of changes ends now: a process that starts with an empty cache needs nothing older. */
export async function latestPlace(db: Db, kind: Engine['kind']) {
  if (kind === 'postgres') {
    const { rows } = await sql<{
      oldest: number
    }>`select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as oldest`.execute(db)
    return rows[0]!.oldest
  }
  const row = await db
    .selectFrom('changes')
    .select((e) => e.fn.max('place').as('place'))
    .executeTakeFirst()
  return row?.place ?? 0
}

const change = (row: { id: string; touches: string }): Change => ({
  id: row.id,
  touches: JSON.parse(row.touches),
})

/** Forgets changes that every living node has long heard of. */
export async function pruneChanges(tx: Tx, now: Date) {
  const day = 86_400_000
  await tx
    .deleteFrom('changes')
    .where('happened', '<', new Date(now.getTime() - day).toISOString())
    // The newest row stays: SQLite counts on from it.
    .where('place', '<', (e) => e.selectFrom('changes').select((m) => m.fn.max('place').as('last')))
    .execute()
}
