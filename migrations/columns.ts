import { type Kysely, PostgresAdapter, sql } from 'kysely'

/**
 * Text that both databases compare and sort by its bytes. Postgres would use the language of its cluster, and lists,
 * ranges and unique names would differ from one machine to the next.
 */
export const textIn = (db: Kysely<unknown>) =>
  db.getExecutor().adapter instanceof PostgresAdapter ? sql`text collate "C"` : sql`text`

/** Whole numbers up to 2^53. */
export const bigintIn = (db: Kysely<unknown>) =>
  db.getExecutor().adapter instanceof PostgresAdapter ? sql`bigint` : sql`integer`

/** Bytes. */
export const bytesIn = (db: Kysely<unknown>) =>
  db.getExecutor().adapter instanceof PostgresAdapter ? sql`bytea` : sql`blob`
