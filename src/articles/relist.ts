import { allCategories } from '../categories/categories.ts'
import { noteNewUses } from '../media/uses.ts'
import type { Tx } from '../platform/database.ts'
import { record } from '../platform/outbox.ts'
import type { ArticleKind, ArticleStatus } from './article.ts'
import { feedsFor } from './feed.ts'
import { shownBy } from './shown.ts'

/** Articles at a time and in one event, as many as an import announces; and rows in one statement. */
const AT_ONCE = 100
const CHUNK = 100

/**
 * Puts every article of a newsroom whose lists are empty into its lists, and announces them all. For what brings in
 * whole tables; whoever calls drops the pages.
 */
export async function relistAll(tx: Tx, now: Date) {
  const categories = await allCategories(tx)
  for (let after = ''; ; ) {
    const articles = await tx
      .selectFrom('articles')
      .select(['id', 'kind', 'status', 'language', 'published', 'category_id'])
      .select(['lead_picture_id', 'social_picture_id', 'body'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(AT_ONCE)
      .execute()
    if (articles.length === 0) return
    const [first, last] = [articles[0]!.id, articles.at(-1)!.id]
    const filed = groups(
      await tx
        .selectFrom('article_categories')
        .select(['article_id', 'category_id as id'])
        .where('article_id', '>=', first)
        .where('article_id', '<=', last)
        .execute(),
    )
    const tagged = groups(
      await tx
        .selectFrom('article_tags')
        .select(['article_id', 'tag_id as id'])
        .where('article_id', '>=', first)
        .where('article_id', '<=', last)
        .execute(),
    )
    const written = groups(
      await tx
        .selectFrom('bylines')
        .select(['article_id', 'contributor_id as id'])
        .where('article_id', '>=', first)
        .where('article_id', '<=', last)
        .execute(),
    )
    const entries = articles.flatMap(({ id, published, ...article }) =>
      published === null
        ? []
        : feedsFor(
            {
              kind: article.kind as ArticleKind,
              status: article.status as ArticleStatus,
              language: article.language,
              categoryId: article.category_id,
              categoryIds: filed.get(id) ?? [],
              tagIds: tagged.get(id) ?? [],
              contributorIds: written.get(id) ?? [],
            },
            categories,
          ).map((feed) => ({ feed, published, article_id: id })),
    )
    for (let at = 0; at < entries.length; at += CHUNK)
      await tx
        .insertInto('feed_entries')
        .values(entries.slice(at, at + CHUNK))
        .execute()
    await noteNewUses(
      tx,
      'article',
      articles.map(({ id, lead_picture_id, social_picture_id, body }) => ({
        id,
        pictureIds: shownBy({
          leadPictureId: lead_picture_id,
          socialPictureId: social_picture_id,
          body: JSON.parse(body),
        }),
      })),
    )
    await record(tx, 'articles.brought', { articleIds: articles.map(({ id }) => id) }, now)
    after = last
  }
}

function groups(rows: { article_id: string; id: string }[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { article_id, id } of rows) {
    const group = found.get(article_id)
    if (group) group.push(id)
    else found.set(article_id, [id])
  }
  return found
}
