import type { ExpressionBuilder } from 'kysely'
import { categoriesById, tagsById } from '../categories/categories.ts'
import type { Category } from '../categories/category.ts'
import { picturesById } from '../media/pictures.ts'
import { built } from '../platform/built.ts'
import type { Db } from '../platform/database.ts'
import type { Direction } from '../platform/language.ts'
import { reading } from '../platform/pages.ts'
import type { ReadingArticle, WithheldArticle } from './article.ts'
import { cardColumns, dressed, present } from './cards.ts'
import { type ArticleDocument, picturesIn } from './document.ts'
import { notesAbout } from './notes.ts'
import type { ArticleTables } from './tables.ts'

type Row = ArticleTables['articles']

const filedRows = built((db, ids: readonly string[]) =>
  db
    .selectFrom('article_categories')
    .select(['article_id', 'category_id'])
    .where('article_id', 'in', ids)
    .orderBy('position'),
)

/** Which articles stand in which categories beside their main ones. */
async function filedIn(db: Db, ids: string[]) {
  if (ids.length === 0) return [[], new Map<string, Category>()] as const
  const filed = await filedRows(db, ids)
  const categories = await categoriesById(
    db,
    filed.map((entry) => entry.category_id),
  )
  return [filed, categories] as const
}

const taggedRows = built((db, ids: readonly string[]) =>
  db
    .selectFrom('article_tags')
    .select(['article_id', 'tag_id'])
    .where('article_id', 'in', ids)
    .orderBy('position'),
)

async function taggedWith(db: Db, ids: string[]) {
  const tagged = await taggedRows(db, ids)
  const tags = await tagsById(
    db,
    tagged.map((entry) => entry.tag_id),
  )
  return [tagged, tags] as const
}

/** What pages are made of. A body that no reader may see never leaves the database. */
const forReaders = (db: Db) =>
  db
    .selectFrom('articles')
    .select([...cardColumns, 'status', 'withheld', 'withheld_reason'])
    .select(['seo_title', 'social_title', 'social_picture_id', 'dateline_place', 'dateline_date'])
    .select((e) =>
      e
        .case()
        .when(e.and([e('status', '=', 'published'), e('access', '=', 'standard')]))
        .then(e.ref('body'))
        .else(null)
        .end()
        .as('body'),
    )
    // Few articles have any of these: asked here, the question that would find nothing is spared.
    .select((e) => [
      has(e, 'versions').as('versioned'),
      has(e, 'corrections').as('noted'),
      has(e, 'article_categories').as('filed'),
    ])

/** 1 where a table has a row of the article, or else 0. */
const has = (
  e: ExpressionBuilder<ArticleTables, 'articles'>,
  table: 'versions' | 'corrections' | 'article_categories',
) =>
  e
    .case()
    .when(
      e.exists(e.selectFrom(table).select('article_id').whereRef('article_id', '=', 'articles.id')),
    )
    .then(1)
    .else(0)
    .end()

type ReadersRow = Omit<
  Row,
  'body' | 'version' | 'created' | 'edited' | 'scheduled' | 'created_by' | 'assigned_to' | 'due'
> & {
  body: string | null
  versioned: number
  noted: number
  filed: number
}

const oneForReaders = built((db, id: string) => forReaders(db).where('id', '=', id))
const someForReaders = built((db, ids: readonly string[]) =>
  forReaders(db).where('id', 'in', ids).where('status', '=', 'published'),
)

/** A published article for its reader, a note where a withheld one stood, or undefined. */
export async function articleForReader(
  db: Db,
  id: string,
): Promise<ReadingArticle | WithheldArticle | undefined> {
  reading(`article:${id}`)
  const [row] = await oneForReaders(db, id)
  if (row?.status === 'withheld' && row.withheld && row.published)
    return {
      headline: row.headline,
      language: row.language,
      direction: row.direction as Direction,
      withheld: row.withheld,
      reason: row.withheld_reason,
    }
  return row?.status === 'published' ? (await whole(db, [row])).get(id) : undefined
}

/** Published articles for their readers, in the order of `ids`; others are left out. */
export async function articlesForReader(db: Db, ids: readonly string[]): Promise<ReadingArticle[]> {
  if (ids.length === 0) return []
  for (const id of ids) reading(`article:${id}`)
  const rows = await someForReaders(db, ids)
  const articles = await whole(db, rows)
  return ids.flatMap((id) => articles.get(id) ?? [])
}

/** Rows of published articles with all that their pages show. */
async function whole(db: Db, rows: ReadersRow[]): Promise<Map<string, ReadingArticle>> {
  if (rows.length === 0) return new Map()
  const those = (are: 'id' | 'noted' | 'filed') =>
    rows.filter((row) => row[are]).map(({ id }) => id)
  const [cards, notes, [filed, categories], [tagged, tags]] = await Promise.all([
    dressed(db, rows),
    notesAbout(db, those('noted')),
    filedIn(db, those('filed')),
    taggedWith(db, those('id')),
  ])
  const bodies = new Map(
    rows.map((row) => [
      row.id,
      row.body === null ? null : (JSON.parse(row.body) as ArticleDocument),
    ]),
  )
  const shownBy = (row: ReadersRow) => {
    const body = bodies.get(row.id)
    return [
      ...(body ? picturesIn(body) : []),
      ...present([row.social_picture_id]),
      ...present(cards.get(row.id)!.bylines.map(({ contributor }) => contributor.pictureId)),
    ]
  }
  const pictures = await picturesById(db, rows.flatMap(shownBy))
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...cards.get(row.id)!,
        seoTitle: row.seo_title,
        socialTitle: row.social_title,
        socialPicture: (row.social_picture_id && pictures.get(row.social_picture_id)) || null,
        datelinePlace: row.dateline_place,
        datelineDate: row.dateline_date,
        categories: filed.flatMap((entry) =>
          entry.article_id === row.id ? (categories.get(entry.category_id) ?? []) : [],
        ),
        tags: tagged.flatMap((entry) =>
          entry.article_id === row.id ? (tags.get(entry.tag_id) ?? []) : [],
        ),
        body: bodies.get(row.id) ?? null,
        corrections: notes.get(row.id) ?? [],
        versioned: row.versioned === 1,
        pictures: new Map(
          shownBy(row).flatMap((id) => (pictures.has(id) ? [[id, pictures.get(id)!]] : [])),
        ),
      },
    ]),
  )
}

/** Where an article is now, if readers may know of it. */
export async function pathOf(db: Db, id: string): Promise<string | undefined> {
  reading(`article:${id}`)
  const row = await db
    .selectFrom('articles')
    .select('path')
    .where('id', '=', id)
    .where('status', 'in', ['published', 'withheld'])
    .where('published', 'is not', null)
    .executeTakeFirst()
  return row?.path
}

/** Where an article stands, whoever may see it. */
export async function articleRecord(
  db: Db,
  id: string,
): Promise<Pick<Row, 'version' | 'status' | 'path' | 'headline'> | undefined> {
  return await db
    .selectFrom('articles')
    .select(['version', 'status', 'path', 'headline'])
    .where('id', '=', id)
    .executeTakeFirst()
}
