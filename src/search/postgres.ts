import { sql } from 'kysely'
import type { Db } from '../platform/database.ts'
import type { Bounds, Search, SearchEngine, Sought, Tier } from './engine.ts'
import type { Entry } from './entry.ts'
import { countOfBeginning, countsOf } from './spelling.ts'

/**
 * What a lexeme says by its sign. A word stands as it is wherever it stands, once more for the tiers above the text,
 * and what it has in common with other forms, and what an article is filed under, have signs of their own. Labels of
 * a tsvector (A to D) would do the same for words, but GIN does not keep them: each hit would be read again.
 */
const signs: Record<Tier, string> = { headline: '^', about: '+', text: '', forms: '' }
const STEM = '~'
const MARK = '#'

/** A lexeme as tsquery and tsvector read it. */
const quoted = (lexeme: string) => `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`

function termIn(tier: Tier, { words, prefix }: Sought): string {
  const exact = words
    .map(({ word }) => `${quoted(signs[tier] + word)}${prefix ? ':*' : ''}`)
    .join(' <-> ')
  if (tier !== 'forms' || prefix || words.length > 1) return `(${exact})`
  const stems = words[0]!.stems.flatMap((stem) => [quoted(stem), quoted(STEM + stem)])
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
  const places = new Map<string, number[]>()
  let place = 0
  const put = (words: readonly string[], tiers: readonly Tier[]) => {
    for (const word of words) {
      place++
      for (const tier of tiers) {
        const lexeme = signs[tier] + word
        const at = places.get(lexeme) ?? []
        if (at.length < MOST_PLACES) at.push(Math.min(place, LAST_PLACE))
        places.set(lexeme, at)
      }
    }
    place += 10
  }
  put(headline, ['headline', 'about', 'text'])
  put(about, ['about', 'text'])
  put(body, ['text'])
  return [
    ...[...places].map(([lexeme, at]) => `${quoted(lexeme)}:${at.join(',')}`),
    ...stems.map((stem) => quoted(STEM + stem)),
    ...marks.map((mark) => quoted(MARK + mark)),
  ].join(' ')
}

/** How dense a query's answers probably lie, 0 to 1; null where nothing is known of it. */
const densities = new WeakMap<Search, Promise<number | null>>()

function densityOf(db: Db, search: Search): Promise<number | null> {
  let density = densities.get(search)
  if (!density) {
    density = estimate(db, search)
    densities.set(search, density)
  }
  return density
}

/** As if each word stood wherever chance puts it. What narrows a query down is not counted anywhere. */
async function estimate(db: Db, { wanted, unwanted, marks }: Search): Promise<number | null> {
  if (marks.length > 0 || unwanted.length > 0) return null
  const terms = wanted.flat()
  const [counts, entries] = await Promise.all([
    countsOf(
      db,
      terms.flatMap(({ words }) => words.map(({ word }) => word)),
    ),
    roughlyAll(db),
    ...terms.map(async (term) => {
      if (term.prefix) beginnings.set(term, await countOfBeginning(db, term.words[0]!.word))
    }),
  ])
  if (entries <= 0) return null
  const chance = (term: Sought) =>
    term.words.reduce(
      (product, { word }) =>
        product * Math.min(1, (beginnings.get(term) ?? counts.get(word) ?? 0) / entries),
      1,
    )
  return wanted.reduce((product, group) => product * Math.max(...group.map(chance)), 1)
}

const beginnings = new WeakMap<Sought, number>()

/** Entries as Postgres last counted them; -1 where it never has. */
async function roughlyAll(db: Db): Promise<number> {
  const { rows } = await sql<{ entries: number }>`
    select reltuples as entries from pg_class where oid = 'search_entries'::regclass
  `.execute(db)
  return Number(rows[0]?.entries ?? -1)
}

/** Of the articles in which words stand, so many probably have them in the headline or are about them. */
const TELLING = 0.25
/** Entries that are read one by one at most: about 10 µs each. Of a phrase the index would have as many read, and more. */
const READ = 2500
const READ_FOR_PHRASE = 3000

const isPhrase = ({ wanted }: Search) => wanted.flat().some(({ words }) => words.length > 1)

/** Entries to read from the newest on to find so many, or null where the index finds them sooner. */
async function stretchFor(db: Db, search: Search, tier: Tier, limit: number) {
  const density = await densityOf(db, search)
  if (density === null) return null
  const here = tier === 'text' || tier === 'forms' ? density : density * TELLING
  const stretch = Math.ceil((limit / here) * 1.5) + 50
  return stretch <= READ ? stretch : null
}

type Hit = { id: number; articleId: string; isLive: boolean }

const isLive = sql<boolean>`exists (
  select 1 from articles a where a.id = e.article_id and a.status = 'published' and a.access = e.access
)`

/** Reads the newest entries one by one. Where most answer, that is sooner than sorting all that do. */
async function amongNewest(db: Db, query: string, stretch: number, { below, from, limit }: Bounds) {
  const newest = sql`
    select * from search_entries where id < ${below} and id >= ${from} order by id desc limit ${stretch}
  `
  const [{ rows }, last] = await Promise.all([
    sql<Hit>`
      select e.id as id, e.article_id as "articleId", ${isLive} as "isLive"
      from (${newest}) e
      where e.words @@ ${query}::tsquery
      order by e.id desc
      limit ${limit}
    `.execute(db),
    sql<{ id: number }>`
      select id from search_entries where id < ${below} and id >= ${from}
      order by id desc offset ${stretch - 1} limit 1
    `.execute(db),
  ])
  // With as many as are wanted, reading stopped at the last of them, be it live or not.
  const end = rows.length === limit ? rows.at(-1) : last.rows[0]
  return { hits: rows.filter((row) => row.isLive), end: end === undefined ? null : Number(end.id) }
}

/**
 * What the newest entries have of a tier, as long as reading them is sooner than asking the index: how often a phrase is
 * met shows only then. `end` is the entry at which reading stopped, or null where there is none left.
 */
async function fromNewest(
  db: Db,
  search: Search,
  tier: Tier,
  query: string,
  { enough, ...bounds }: Bounds & { enough: number },
) {
  const most = isPhrase(search) ? READ_FOR_PHRASE : READ
  const hits: Hit[] = []
  let [end, read]: [number | null, number] = [bounds.below, 0]
  let stretch = await stretchFor(db, search, tier, bounds.limit)
  while (stretch !== null && end !== null && hits.length < bounds.limit && read < most) {
    const limit = bounds.limit - hits.length
    const part = await amongNewest(db, query, stretch, { ...bounds, below: end, limit })
    hits.push(...part.hits)
    end = part.end
    read += stretch
    const left = Math.ceil(((bounds.limit - hits.length) * read * 1.2) / Math.max(1, hits.length))
    const expected = (hits.length * most) / read
    stretch = read + left <= most ? left : expected >= enough ? most - read : null
  }
  return { hits, end }
}

/**
 * Asks the index for all that answer and keeps the newest. Left alone, Postgres would rather read every entry, or the
 * entries in their order: it does not count what it costs to unpack a text.
 */
async function byWords(db: Db, query: string, { below, from, limit }: Bounds) {
  const ask = async (tx: Db) => {
    await sql`set local enable_seqscan = off`.execute(tx)
    return await sql<Hit>`
      select e.id as id, e.article_id as "articleId", ${isLive} as "isLive"
      from (
        select id, article_id, access from search_entries
        where words @@ ${query}::tsquery and id + 0 < ${below} and id + 0 >= ${from}
        order by id + 0 desc
        limit ${limit}
      ) e
      order by e.id desc
    `.execute(tx)
  }
  return db.isTransaction ? await ask(db) : await db.transaction().execute(ask)
}

/** A tsvector with a GIN index, made of the same words that SQLite gets. */
export const onPostgres: SearchEngine = {
  write: async (tx, entries) => {
    await tx
      .insertInto('search_entries')
      .values(
        entries.map((entry) => ({
          id: entry.id,
          article_id: entry.articleId,
          access: entry.access,
          language: entry.language,
          words: sql<string>`${vectorOf(entry)}::tsvector`,
        })),
      )
      .execute()
  },
  remove: async (tx, ids) => {
    await tx.deleteFrom('search_entries').where('id', 'in', ids).execute()
  },
  find: async (db, search, tier, { stronger, ...bounds }) => {
    const query = match(search, tier, stronger)
    const { hits, end } = await fromNewest(db, search, tier, query, {
      ...bounds,
      enough: bounds.limit,
    })
    if (hits.length === bounds.limit || end === null) return hits
    return await throughIndex(db, query, bounds)
  },
  newest: async (db, search, { enough, ...asked }) => {
    const query = match(search, 'forms', true)
    const bounds = { ...asked, limit: asked.limit + 1 }
    // Of words the index has all sooner than a part is read.
    const least = isPhrase(search) ? enough : bounds.limit
    const { hits, end } = await fromNewest(db, search, 'forms', query, { ...bounds, enough: least })
    const isCut = end !== null && hits.length <= asked.limit
    if (isCut && hits.length >= least) return { found: hits, isAll: false }
    const found = isCut ? await throughIndex(db, query, bounds) : hits
    return { found: found.slice(0, asked.limit), isAll: found.length <= asked.limit }
  },
}

/** What was withheld a moment ago is still in the index; others take its place. */
async function throughIndex(db: Db, query: string, { below, from, limit }: Bounds) {
  const found: Hit[] = []
  for (let end = below; ; ) {
    const { rows } = await byWords(db, query, { below: end, from, limit })
    found.push(...rows.filter((row) => row.isLive))
    if (found.length >= limit || rows.length < limit) return found.slice(0, limit)
    end = Number(rows.at(-1)!.id)
  }
}
