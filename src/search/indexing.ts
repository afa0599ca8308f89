import { articlesForReader } from '../articles/articles.ts'
import type { Database, Tx } from '../platform/database.ts'
import { type Entry, entryOf } from './entry.ts'
import { onPostgres } from './postgres.ts'
import { onSqlite } from './sqlite.ts'
import { isCharacter } from './words.ts'

export const engineOf = (kind: Database['kind']) => (kind === 'postgres' ? onPostgres : onSqlite)

/** Entries of the same millisecond that can be told apart. 2^53 lasts until the year 2255. */
const PER_MS = 1000

/** The least id of an entry published at this instant (ISO 8601). */
export const entryId = (instant: string) => Math.max(0, Date.parse(instant)) * PER_MS

/** When the article of an entry was published. */
export const publishedOf = (id: number) => new Date(Math.floor(id / PER_MS))

/** In how many articles each word stands. */
export type Counts = Map<string, number>

/**
 * Reads articles into the index as they are now; those that readers cannot see are taken out of it. Returns the words
 * of those that are new to it, which whoever calls has counted.
 */
export async function index(
  tx: Tx,
  kind: Database['kind'],
  articleIds: readonly string[],
): Promise<Counts> {
  const ids = [...new Set(articleIds)]
  if (ids.length === 0) return new Map()
  const engine = engineOf(kind)
  const there = await tx
    .selectFrom('search_entries')
    .select(['id', 'article_id'])
    .where('article_id', 'in', ids)
    .execute()
  if (there.length > 0)
    await engine.remove(
      tx,
      there.map(({ id }) => Number(id)),
    )
  const articles = await articlesForReader(tx, ids)
  if (articles.length === 0) return new Map()
  const entries = articles.map(entryOf)
  await engine.write(tx, await numbered(tx, entries))
  // Words that were counted when the article came in before are counted once.
  const known = new Set(there.map((row) => row.article_id))
  return countsIn(entries.filter(({ articleId }) => !known.has(articleId)))
}

/** Gives each entry the first free id of its instant. */
async function numbered<E extends Entry>(
  tx: Tx,
  entries: readonly E[],
): Promise<(E & { id: number })[]> {
  const taken = new Set<number>()
  const made: (E & { id: number })[] = []
  for (const entry of entries) {
    const from = entryId(entry.published)
    const last = await tx
      .selectFrom('search_entries')
      .select('id')
      .where('id', '>=', from)
      .where('id', '<', from + PER_MS)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst()
    let id = last ? Number(last.id) + 1 : from
    while (taken.has(id)) id++
    taken.add(id)
    made.push({ ...entry, id })
  }
  return made
}

/** Rows in one statement. */
const CHUNK = 400

function countsIn(entries: readonly Entry[]): Counts {
  const counts: Counts = new Map()
  for (const { headline, about, body } of entries)
    for (const word of new Set([...headline, ...about, ...body]))
      if (word.length > 1 && !isCharacter(word) && /^\p{L}/u.test(word))
        counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** Adds to what is counted of each word. */
export async function countWords(tx: Tx, counts: Counts) {
  // In one order, so that two that count at once wait for each other and never both.
  const rows = [...counts].sort(([a], [b]) => (a < b ? -1 : 1))
  for (let at = 0; at < rows.length; at += CHUNK)
    await tx
      .insertInto('search_words')
      .values(rows.slice(at, at + CHUNK).map(([word, articles]) => ({ word, articles })))
      .onConflict((conflict) =>
        conflict.column('word').doUpdateSet((e) => ({
          articles: e('search_words.articles', '+', e.ref('excluded.articles')),
        })),
      )
      .execute()
}
