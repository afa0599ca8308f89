import type { Db, Tx } from '../platform/database.ts'
import type { Entry } from './entry.ts'

/**
 * Where words must stand for an article to answer a query, the strongest first. Articles are shown in this order, and
 * within each the newest first: the same on both databases, and stable while other articles come and go, as scores by
 * how rare a word is would not be.
 */
export const tiers = ['headline', 'about', 'text', 'forms'] as const
export type Tier = (typeof tiers)[number]

/** A word as the index knows it: as it is written, and what it may have in common with other forms. */
export type Form = { word: string; stems: string[] }
export type Sought = { words: Form[]; prefix: boolean }

/** What is sought, ready to be asked of either database. */
export type Search = {
  wanted: Sought[][]
  unwanted: Sought[]
  /** Of each group any: a category with those below it, one contributor, one tag, one language. */
  marks: string[][]
}

/** What SQLite and Postgres each do in their own way. Ids are those of entries, newest first. */
export type SearchEngine = {
  write: (tx: Tx, entries: readonly (Entry & { id: number })[]) => Promise<void>
  remove: (tx: Tx, ids: readonly number[]) => Promise<void>
  /**
   * Entries that answer in a tier and in none before it, below `below`; live ones only. `within` bounds the ids
   * (from inclusive, to exclusive).
   */
  find: (
    db: Db,
    search: Search,
    tier: Tier,
    options: Bounds & { stronger: boolean },
  ) => Promise<Found[]>
  /**
   * The newest entries that answer in any tier; no more than `limit`, and no more than `enough` where others would take long.
   */
  newest: (
    db: Db,
    search: Search,
    bounds: Bounds & { enough: number },
  ) => Promise<{ found: Found[]; isAll: boolean }>
}

export type Found = { id: number; articleId: string }
export type Bounds = { below: number; from: number; limit: number }
