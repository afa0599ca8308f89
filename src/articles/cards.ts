import { categoriesById } from '../categories/categories.ts'
import type { BylineRole } from '../contributors/contributor.ts'
import { contributorsById } from '../contributors/contributors.ts'
import { picturesById } from '../media/pictures.ts'
import { built } from '../platform/built.ts'
import type { Db } from '../platform/database.ts'
import type { Direction } from '../platform/language.ts'
import { reading } from '../platform/pages.ts'
import type { Access, ArticleKind, Card, Headline } from './article.ts'
import type { ArticleTables } from './tables.ts'

/** What a card is made of. */
export const cardColumns = [
  'id',
  'path',
  'kind',
  'access',
  'headline',
  'standfirst',
  'language',
  'direction',
  'published',
  'updated',
  'words',
  'category_id',
  'lead_picture_id',
] as const

export type CardRow = Pick<ArticleTables['articles'], (typeof cardColumns)[number]>

const cardRows = built((db, ids: readonly string[]) =>
  db
    .selectFrom('articles')
    .select(cardColumns)
    .where('id', 'in', ids)
    .where('status', '=', 'published'),
)

/** The cards of published articles, in the order of `ids`. Those that are not published any more are left out. */
export async function cardsOf(db: Db, ids: readonly string[]): Promise<Card[]> {
  if (ids.length === 0) return []
  for (const id of ids) reading(`article:${id}`)
  const rows = await cardRows(db, ids)
  const cards = await dressed(db, rows)
  return ids.flatMap((id) => cards.get(id) ?? [])
}

const headlineRows = built((db, ids: readonly string[]) =>
  db
    .selectFrom('articles')
    .select(['id', 'path', 'kind', 'access', 'headline', 'language', 'direction', 'published'])
    .where('id', 'in', ids)
    .where('status', '=', 'published'),
)

/** The headlines of published articles, in the order of `ids`. Those that are not published any more are left out. */
export async function headlinesOf(db: Db, ids: readonly string[]): Promise<Headline[]> {
  if (ids.length === 0) return []
  for (const id of ids) reading(`article:${id}`)
  const rows = await headlineRows(db, ids)
  const byId = new Map(rows.map((row) => [row.id, row as Headline]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** Rows with what they refer to: category, bylines, lead picture. */
export async function dressed(db: Db, rows: CardRow[]): Promise<Map<string, Card>> {
  if (rows.length === 0) return new Map()
  const [categories, pictures, [bylineRows, contributors]] = await Promise.all([
    categoriesById(db, present(rows.map((row) => row.category_id))),
    picturesById(db, present(rows.map((row) => row.lead_picture_id))),
    bylinesOf(
      db,
      rows.map((row) => row.id),
    ),
  ])
  const cards = new Map<string, Card>()
  for (const row of rows)
    cards.set(row.id, {
      id: row.id,
      path: row.path,
      kind: row.kind as ArticleKind,
      access: row.access as Access,
      headline: row.headline,
      standfirst: row.standfirst,
      language: row.language,
      direction: row.direction as Direction,
      published: row.published!,
      updated: row.updated,
      words: row.words,
      category: (row.category_id && categories.get(row.category_id)) || null,
      bylines: bylineRows.flatMap((byline) => {
        const contributor = contributors.get(byline.contributor_id)
        return byline.article_id === row.id && contributor
          ? [{ role: byline.role as BylineRole, contributor }]
          : []
      }),
      picture: (row.lead_picture_id && pictures.get(row.lead_picture_id)) || null,
    })
  return cards
}

export const present = (ids: (string | null)[]) => ids.filter((id): id is string => id !== null)

const bylinesWith = built((db, ids: readonly string[]) =>
  db
    .selectFrom('bylines')
    .select(['article_id', 'contributor_id', 'role'])
    .where('article_id', 'in', ids)
    .orderBy('article_id')
    .orderBy('position'),
)

async function bylinesOf(db: Db, ids: string[]) {
  const bylines = await bylinesWith(db, ids)
  const contributors = await contributorsById(
    db,
    bylines.map((row) => row.contributor_id),
  )
  return [bylines, contributors] as const
}
