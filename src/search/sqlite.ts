import { sql } from 'kysely'
import type { Search, SearchEngine, Sought, Tier } from './engine.ts'

/** Where the words of a tier may stand. */
const columns: Record<Tier, string> = {
  headline: '{headline}',
  about: '{headline about}',
  text: '{headline about body}',
  forms: '{headline about body}',
}

/** FTS5 takes any text between quotation marks; in it a quotation mark is doubled. Folded words have none. */
const quoted = (words: readonly string[]) => `"${words.join(' ').replaceAll('"', '""')}"`

function termIn(tier: Tier, { words, prefix }: Sought): string {
  const exact = `${columns[tier]} : ${quoted(words.map(({ word }) => word))}${prefix ? ' *' : ''}`
  // Words in a row are meant as they stand.
  if (tier !== 'forms' || prefix || words.length > 1) return `(${exact})`
  const stems = words[0]!.stems.map((stem) => `{headline about body stems} : ${quoted([stem])}`)
  return `(${[exact, ...stems].join(' OR ')})`
}

const groupIn = (tier: Tier) => (terms: Sought[]) =>
  `(${terms.map((term) => termIn(tier, term)).join(' OR ')})`

function expression(search: Search, tier: Tier): string {
  const wanted = search.wanted.map(groupIn(tier)).join(' AND ')
  const marks = search.marks.map(
    (any) => `(${any.map((mark) => `marks : "${mark}"`).join(' OR ')})`,
  )
  const all = [wanted, ...marks].join(' AND ')
  const unwanted = search.unwanted.map((term) => termIn('text', term)).join(' OR ')
  return unwanted ? `(${all}) NOT (${unwanted})` : `(${all})`
}

const before: Record<Tier, Tier | null> = {
  headline: null,
  about: 'headline',
  text: 'about',
  forms: 'text',
}

/** What FTS5 is asked for: a tier without those before it. */
export function match(search: Search, tier: Tier, stronger: boolean): string {
  const above = stronger ? null : before[tier]
  return above
    ? `${expression(search, tier)} NOT ${expression(search, above)}`
    : expression(search, tier)
}

/** FTS5: kept without its text, since that is read from the articles. */
export const onSqlite: SearchEngine = {
  write: async (tx, entries) => {
    for (const { id, articleId, access, language, ...words } of entries) {
      await tx
        .insertInto('search_entries')
        .values({ id, article_id: articleId, access, language, words: null })
        .execute()
      await sql`
        insert into search_index (rowid, headline, about, body, stems, marks)
        values (${id}, ${words.headline.join(' ')}, ${words.about.join(' ')}, ${words.body.join(' ')},
          ${words.stems.join(' ')}, ${words.marks.join(' ')})
      `.execute(tx)
    }
  },
  remove: async (tx, ids) => {
    for (const id of ids) await sql`delete from search_index where rowid = ${id}`.execute(tx)
    await tx.deleteFrom('search_entries').where('id', 'in', ids).execute()
  },
  find: async (db, search, tier, { below, from, stronger, limit }) => {
    const { rows } = await sql<{ id: number; articleId: string }>`
      select e.id as id, e.article_id as "articleId"
      from search_index i
        cross join search_entries e on e.id = i.rowid
        cross join articles a on a.id = e.article_id
      where search_index match ${match(search, tier, stronger)}
        and i.rowid < ${below} and i.rowid >= ${from}
        and a.status = 'published' and a.access = e.access
      order by i.rowid desc
      limit ${limit}
    `.execute(db)
    return rows
  },
  newest: async (db, search, { limit, ...bounds }) => {
    const options = { ...bounds, stronger: true, limit: limit + 1 }
    const found = await onSqlite.find(db, search, 'forms', options)
    return { found: found.slice(0, limit), isAll: found.length <= limit }
  },
}
