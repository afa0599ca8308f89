import type { BylineRole } from '../contributors/contributor.ts'
import type { Db } from '../platform/database.ts'
import type { ArticleKind, ArticleStatus } from './article.ts'
import type { Listed } from './feed.ts'

/** What decides in which lists an article stands, whoever may see it. Throws when there is no such article. */
export async function filing(db: Db, id: string): Promise<Listed & { published: string | null }> {
  const row = await db
    .selectFrom('articles')
    .select(['kind', 'status', 'language', 'category_id', 'published'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return {
    kind: row.kind as ArticleKind,
    status: row.status as ArticleStatus,
    language: row.language,
    categoryId: row.category_id,
    published: row.published,
    ...(await attached(db, id)),
  }
}

/** The categories beside the main one, the tags and the bylines of an article, in their order. */
export async function attached(db: Db, id: string) {
  const categories = await db
    .selectFrom('article_categories')
    .select('category_id')
    .where('article_id', '=', id)
    .orderBy('position')
    .execute()
  const tags = await db
    .selectFrom('article_tags')
    .select('tag_id')
    .where('article_id', '=', id)
    .orderBy('position')
    .execute()
  const bylines = await db
    .selectFrom('bylines')
    .select(['contributor_id', 'role'])
    .where('article_id', '=', id)
    .orderBy('position')
    .execute()
  return {
    categoryIds: categories.map((row) => row.category_id),
    tagIds: tags.map((row) => row.tag_id),
    contributorIds: bylines.map((row) => row.contributor_id),
    bylines: bylines.map((row) => ({
      contributorId: row.contributor_id,
      role: row.role as BylineRole,
    })),
  }
}
