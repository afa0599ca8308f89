import { sql } from 'kysely'
import { categoriesById } from '../categories/categories.ts'
import type { Db } from '../platform/database.ts'
import { patternsFor } from '../platform/like.ts'
import { Refusal } from '../platform/refusals.ts'
import type { ArticleKind, ArticleStatus } from './article.ts'
import { feedOf } from './feed.ts'
import { type Stopped, stoppedAmong } from './stopped.ts'
import type { ArticleTables } from './tables.ts'

/** How the desk finds articles, whoever may see them: its list, its board and its calendar. */

/** What the list is narrowed by. */
export type Filters = {
  status?: readonly ArticleStatus[] | undefined
  kind?: ArticleKind | undefined
  category?: string | undefined
  language?: string | undefined
  /** Who began it or has it in hand. */
  whose?: string | undefined
  /** A part of the headline. */
  search?: string | undefined
}

type Named = { id: string; name: string }

/** An article as the desk's lists show it. */
export type Item = {
  id: string
  status: ArticleStatus
  kind: ArticleKind
  headline: string
  language: string
  direction: string
  words: number
  version: number
  category: Named | null
  createdBy: Named | null
  assignedTo: Named | null
  /** ISO 8601 UTC. */
  edited: string
  due: string | null
  scheduled: string | null
  published: string | null
  /** Why it did not go out when its time had come, as long as nobody has decided anew. */
  stopped: Stopped | null
}

/** Articles that the list shows at once, and that a column of the board and the calendar show at most. */
const PAGE = 50
const COLUMN = 50
const CALENDAR = 500

/** The board counts no further: what readers have had may be hundreds of thousands. */
const COUNTED = 1000

const columns = [
  'id',
  'status',
  'kind',
  'headline',
  'language',
  'direction',
  'words',
  'version',
  'category_id',
  'created_by',
  'assigned_to',
  'edited',
  'due',
  'scheduled',
  'published',
] as const

/** A page of the list, latest changed first. `next` is the place to go on from, or null at its end. */
export async function articlesAtDesk(
  db: Db,
  filters: Filters,
  before?: string,
): Promise<{ articles: Item[]; next: string | null }> {
  // Found along the index alone, and only then looked up.
  let query = narrowed(db, filters)
    .select(['id', 'edited'])
    .orderBy('edited', 'desc')
    .orderBy('id', 'desc')
    .limit(PAGE + 1)
  if (before) {
    const [, edited, id] = /^(\S{20,30})_(\S{1,100})$/.exec(before) ?? []
    if (!edited || !id)
      throw new Refusal('invalid', 'articles/before', 'before: Begin at the top of the list.')
    query = query.where((e) => e(e.refTuple('edited', 'id'), '<', e.tuple(edited, id)))
  }
  const places = await query.execute()
  const shown = places.slice(0, PAGE)
  const last = shown[PAGE - 1]
  return {
    articles: await lookedUp(
      db,
      shown.map(({ id }) => id),
    ),
    next: places.length > PAGE && last ? `${last.edited}_${last.id}` : null,
  }
}

async function lookedUp(db: Db, ids: readonly string[]): Promise<Item[]> {
  if (ids.length === 0) return []
  const rows = await db.selectFrom('articles').select(columns).where('id', 'in', ids).execute()
  const found = new Map((await named(db, rows)).map((item) => [item.id, item]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** One article, or a refusal. */
export async function articleAtDesk(db: Db, id: string): Promise<Item> {
  const [article] = await lookedUp(db, [id])
  if (!article) throw new Refusal('not-found', 'articles/unknown', 'There is no such article.')
  return article
}

/** The columns of the board: what readers have not had, and what they had last. */
export const boardStatuses = [
  'draft',
  'submitted',
  'in_edit',
  'ready',
  'scheduled',
  'published',
] as const

/** Each column with its latest articles; what is scheduled stands in the order in which it goes out. */
export async function board(db: Db, filters: Omit<Filters, 'status'>) {
  return await Promise.all(
    boardStatuses.map(async (status) => {
      // Pages stand alone; they go through no house.
      const those = narrowed(db, { ...filters, status: [status] }).where('kind', '!=', 'page')
      const rows = await those
        .select(columns)
        .orderBy(
          status === 'scheduled' ? 'scheduled' : 'edited',
          status === 'scheduled' ? 'asc' : 'desc',
        )
        .orderBy('id', 'desc')
        .limit(COLUMN)
        .execute()
      const { count } = await db
        .selectFrom(those.select('id').limit(COUNTED).as('some'))
        .select((e) => e.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      return { status, count: Number(count), articles: await named(db, rows) }
    }),
  )
}

/** What should be ready, goes out or has gone out, between two instants (`from` inclusive, `to` exclusive). */
export async function calendar(
  db: Db,
  filters: Filters,
  from: string,
  to: string,
): Promise<Item[]> {
  const within = async (column: 'due' | 'scheduled') => {
    let query = narrowed(db, filters)
      .select(columns)
      .where(column, '>=', from)
      .where(column, '<', to)
      .orderBy(column)
      .limit(CALENDAR)
    if (column === 'scheduled') query = query.where('status', '=', 'scheduled')
    return await query.execute()
  }
  // What readers have is found along its list: of all that was ever published no index tells a time.
  const out = narrowed(db, filters)
    .select(columns)
    .where('id', 'in', (e) =>
      e
        .selectFrom('feed_entries')
        .select('article_id')
        .where('feed', '=', feedOf.everything)
        .where('published', '>=', from)
        .where('published', '<', to)
        .orderBy('published', 'desc')
        .limit(CALENDAR),
    )
    .where('status', '=', 'published')
  const rows = [...(await within('due')), ...(await within('scheduled')), ...(await out.execute())]
  return await named(db, [...new Map(rows.map((row) => [row.id, row])).values()])
}

function narrowed(db: Db, { status, kind, category, language, whose, search }: Filters) {
  let query = db.selectFrom('articles')
  if (status?.length === 1) query = query.where('status', '=', status[0]!)
  else if (status?.length) query = query.where('status', 'in', status)
  if (kind) query = query.where('kind', '=', kind)
  if (category) query = query.where('category_id', '=', category)
  if (language) query = query.where('language', '=', language)
  if (whose)
    query = query.where((e) => e.or([e('assigned_to', '=', whose), e('created_by', '=', whose)]))
  if (search?.trim())
    query = query.where((e) =>
      e.or(patternsFor(search).map((like) => sql<boolean>`headline like ${like} escape '\\'`)),
    )
  return query
}

type Row = Pick<ArticleTables['articles'], (typeof columns)[number]>

/** Rows with the names of what they refer to. */
async function named(db: Db, rows: readonly Row[]): Promise<Item[]> {
  const present = (ids: (string | null)[]) => [...new Set(ids.flatMap((id) => id ?? []))]
  const people = present(rows.flatMap((row) => [row.created_by, row.assigned_to]))
  const ready = rows.filter(({ status }) => status === 'ready').map(({ id }) => id)
  const [categories, colleagues, stopped] = await Promise.all([
    categoriesById(db, present(rows.map((row) => row.category_id))),
    people.length > 0
      ? db.selectFrom('colleagues').select(['id', 'name']).where('id', 'in', people).execute()
      : [],
    stoppedAmong(db, ready),
  ])
  const names = new Map(colleagues.map((colleague) => [colleague.id, colleague]))
  const person = (id: string | null) => (id && names.get(id)) || null
  return rows.map((row) => {
    const category = row.category_id ? categories.get(row.category_id) : undefined
    return {
      id: row.id,
      status: row.status as ArticleStatus,
      kind: row.kind as ArticleKind,
      headline: row.headline,
      language: row.language,
      direction: row.direction,
      words: row.words,
      version: row.version,
      category: category ? { id: category.id, name: category.name } : null,
      createdBy: person(row.created_by),
      assignedTo: person(row.assigned_to),
      edited: row.edited,
      due: row.due,
      scheduled: row.scheduled,
      published: row.published,
      stopped: stopped.get(row.id) ?? null,
    }
  })
}
