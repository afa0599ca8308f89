import { sql } from 'kysely'
import type { Search, SearchEngine, Sought, Tier } from './engine.ts'
import type { Entry } from './entry.ts'

/** The labels of a tsvector: A headline, B about, D body. Stems and marks bear no place and are told by their sign. */
const labels: Record<Tier, string> = { headline: 'A', about: 'AB', text: 'ABD', forms: 'ABD' }
const STEM = '~'
const MARK = '#'

/** A lexeme as tsquery and tsvector read it. */
const quoted = (lexeme: string) => `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`

function termIn(tier: Tier, { words, prefix }: Sought): string {
  const label = `:${prefix ? '*' : ''}${labels[tier]}`
  const exact = words.map(({ word }) => `${quoted(word)}${label}`).join(' <-> ')
  if (tier !== 'forms' || prefix || words.length > 1) return `(${exact})`
  const stems = words[0]!.stems.flatMap((stem) => [`${quoted(stem)}:ABD`, quoted(STEM + stem)])
  return `(${[exact, ...stems].join(' | ')})`
}

const before: Record<Tier, Tier | null> = {
  headline: null,
  about: 'headline',
  text: 'about',
  forms: 'text',
}

function wantedIn(search: Search, tier: Tier): string {
  return search.wanted
    .map((terms) => `(${terms.map((term) => termIn(tier, term)).join(' | ')})`)
    .join(' & ')
}

/** What Postgres is asked for: a tier without those before it. */
export function match(search: Search, tier: Tier, stronger: boolean): string {
  const above = stronger ? null : before[tier]
  return [
    wantedIn(search, tier),
    ...search.marks.map((any) => `(${any.map((mark) => quoted(MARK + mark)).join(' | ')})`),
    ...search.unwanted.map((term) => `!${termIn('text', term)}`),
    ...(above ? [`!(${wantedIn(search, above)})`] : []),
  ].join(' & ')
}

/** Places that a tsvector can tell apart, and places that it keeps of one word. */
const LAST_PLACE = 16_383
const MOST_PLACES = 255

/** The words of an entry as a tsvector is written. A gap keeps a phrase from running out of one part into the next. */
function vectorOf({ headline, about, body, stems, marks }: Entry): string {
  const places = new Map<string, string[]>()
  let place = 0
  const put = (words: readonly string[], label: string) => {
    for (const word of words) {
      const at = places.get(word) ?? []
      if (at.length < MOST_PLACES) at.push(`${Math.min(++place, LAST_PLACE)}${label}`)
      places.set(word, at)
    }
    place += 10
  }
  put(headline, 'A')
  put(about, 'B')
  put(body, 'D')
  return [
    ...[...places].map(([word, at]) => `${quoted(word)}:${at.join(',')}`),
    ...stems.map((stem) => quoted(STEM + stem)),
    ...marks.map((mark) => quoted(MARK + mark)),
  ].join(' ')
}

/** A tsvector with a GIN index, made of the same words that SQLite gets. */
export const onPostgres: SearchEngine = {
  write: async (tx, entries) => {
    for (const entry of entries)
      await sql`
        insert into search_entries (id, article_id, access, language, words)
        values (${entry.id}, ${entry.articleId}, ${entry.access}, ${entry.language},
          ${vectorOf(entry)}::tsvector)
      `.execute(tx)
  },
  remove: async (tx, ids) => {
    await tx.deleteFrom('search_entries').where('id', 'in', ids).execute()
  },
  find: async (db, search, tier, { below, from, stronger, limit }) => {
    const { rows } = await sql<{ id: number; articleId: string }>`
      select e.id as id, e.article_id as "articleId"
      from search_entries e join articles a on a.id = e.article_id
      where e.words @@ ${match(search, tier, stronger)}::tsquery
        and e.id < ${below} and e.id >= ${from}
        and a.status = 'published' and a.access = e.access
      order by e.id desc
      limit ${limit}
    `.execute(db)
    return rows
  },
}
