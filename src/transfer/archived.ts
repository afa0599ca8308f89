import type { Kysely } from 'kysely'
import type { Db } from '../platform/database.ts'

type Tables = Db extends Kysely<infer All> ? All : never

/** What becomes of a table in an archive. */
type Fate =
  | {
      /** Its columns that hold JSON: they stand in the archive as what they mean. */
      json: readonly string[]
    }
  | {
      /** Why the archive does without it. */
      leftOut: string
    }

const kept = (...json: string[]) => ({ json })
const leftOut = (why: string) => ({ leftOut: why })

/**
 * Every table, in the order in which an archive holds them: what is referred to stands before what refers to it. A
 * table that is missing here fails the types and a test, so that nothing is forgotten in a move.
 */
export const fates = {
  newsroom: kept('settings'),
  pictures: kept('from_file'),
  contributors: kept('links'),
  categories: kept('names'),
  tags: kept(),
  articles: kept('body'),
  article_categories: kept(),
  article_tags: kept(),
  bylines: kept(),
  awaited_profiles: kept(),
  translations: kept(),
  front_places: kept(),
  versions: kept('body'),
  corrections: kept(),
  addresses: kept(),
  imports: kept('report'),
  imported_items: kept('lacking'),
  imported_comments: kept('meta'),
  imported_members: kept(),
  events: kept('payload'),
  related: kept('reason'),
  reads: kept(),
  reads_by_month: kept(),
  most_read: kept(),
  feed_entries: leftOut('follows from the articles'),
  article_signatures: leftOut('follows from the articles'),
  article_terms: leftOut('follows from the articles'),
  term_counts: leftOut('follows from the articles'),
  related_waiting: leftOut('work in hand'),
  picture_uses: leftOut('follows from the articles and the contributors'),
  changes: leftOut('tells running processes what to drop'),
  search_entries: leftOut('follows from the articles'),
  search_index: leftOut('follows from the articles'),
  search_words: leftOut('follows from the articles'),
  search_waiting: leftOut('work in hand'),
  manuscripts: leftOut('follows from the articles'),
  manuscript_updates: leftOut('work in hand'),
  revisions: leftOut('the history of manuscripts'),
  margin_notes: leftOut('the desk’s own talk, which is nobody else’s'),
  margin_words: leftOut('the desk’s own talk, which is nobody else’s'),
  margin_mentions: leftOut('the desk’s own talk, which is nobody else’s'),
  saved_views: leftOut('belong to staff, who stay where they are'),
  jobs: leftOut('work in hand'),
  arrivals: leftOut('work in hand'),
  colleagues: leftOut('staff and their secrets stay where they are'),
  roles: leftOut('staff and their secrets stay where they are'),
  sign_in_attempts: leftOut('staff and their secrets stay where they are'),
  sessions: leftOut('staff and their secrets stay where they are'),
  passkeys: leftOut('staff and their secrets stay where they are'),
  challenges: leftOut('staff and their secrets stay where they are'),
  limits: leftOut('work in hand'),
  commissions: leftOut('work in hand, with guests’ addresses; what they sent is an article'),
} satisfies Record<keyof Tables, Fate>

/** Tables that belong to no feature. */
export const machinery = ['kysely_migration', 'kysely_migration_lock']

export type ArchivedTable = {
  [Name in keyof typeof fates]: (typeof fates)[Name] extends { json: string[] } ? Name : never
}[keyof typeof fates]

/** The tables of an archive in its order, with the columns that hold JSON. */
export const archived: ReadonlyMap<ArchivedTable, ReadonlySet<string>> = new Map(
  Object.entries(fates).flatMap(([name, fate]) =>
    'json' in fate ? [[name as ArchivedTable, new Set(fate.json)] as const] : [],
  ),
)

export const isArchived = (name: string): name is ArchivedTable =>
  archived.has(name as ArchivedTable)
