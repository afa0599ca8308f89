import type { Db } from '../platform/database.ts'
import type { Access } from './article.ts'
import type { ArticleDocument } from './document.ts'

/** What of a published article may be compared with others. Of a Premium one its body is not even loaded. */
export type Comparable = {
  id: string
  language: string
  access: Access
  /** ISO 8601 UTC. */
  published: string
  /** When this version was written (ISO 8601 UTC). */
  edited: string
  headline: string
  standfirst: string
  datelinePlace: string
  /** Null when readers have no access. */
  body: ArticleDocument | null
  tagIds: string[]
}

/** The published articles among `ids`, by id. Standing pages are not articles that readers go on to. */
export async function comparable(db: Db, ids: readonly string[]): Promise<Map<string, Comparable>> {
  if (ids.length === 0) return new Map()
  const [rows, tags] = await Promise.all([
    db
      .selectFrom('articles')
      .select([
        'id',
        'language',
        'access',
        'published',
        'edited',
        'headline',
        'standfirst',
        'dateline_place',
        (e) =>
          e.case().when('access', '=', 'standard').then(e.ref('body')).else(null).end().as('body'),
      ])
      .where('id', 'in', ids)
      .where('status', '=', 'published')
      .where('kind', '!=', 'page')
      .execute(),
    db
      .selectFrom('article_tags')
      .select(['article_id', 'tag_id'])
      .where('article_id', 'in', ids)
      .orderBy('article_id')
      .orderBy('position')
      .execute(),
  ])
  const tagsOf = new Map<string, string[]>()
  for (const { article_id, tag_id } of tags)
    tagsOf.set(article_id, [...(tagsOf.get(article_id) ?? []), tag_id])
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        language: row.language,
        access: row.access as Access,
        published: row.published!,
        edited: row.edited,
        headline: row.headline,
        standfirst: row.standfirst,
        datelinePlace: row.dateline_place,
        body: row.body === null ? null : (JSON.parse(row.body) as ArticleDocument),
        tagIds: tagsOf.get(row.id) ?? [],
      },
    ]),
  )
}
