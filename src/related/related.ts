import type { Headline, ReadingArticle } from '../articles/article.ts'
import { headlinesOf } from '../articles/cards.ts'
import { tagsById } from '../categories/categories.ts'
import type { Tag } from '../categories/category.ts'
import { built } from '../platform/built.ts'
import type { Db } from '../platform/database.ts'
import { reading } from '../platform/pages.ts'
import type { Reason } from './reason.ts'

/** An article to go on to, and why. */
export type Recommendation = { article: Headline; reason: Reason; tag: Tag | null }

const keptFor = built((db, id: string, access: string) =>
  db
    .selectFrom('related')
    // Of a version edited since, the reason may no longer hold: it waits until both are compared anew.
    .innerJoin('articles as own', (join) =>
      join
        .onRef('own.id', '=', 'related.article_id')
        .onRef('own.edited', '=', 'related.own_edited'),
    )
    .innerJoin('articles as other', (join) =>
      join
        .onRef('other.id', '=', 'related.other_id')
        .onRef('other.edited', '=', 'related.other_edited'),
    )
    .select(['other_id', 'reason', 'other_access'])
    .where('article_id', '=', id)
    // Compared when its text was open: the reason may quote what is Premium now.
    .where('own_access', '=', access)
    .orderBy('related.position'),
)

/** What is recommended under an article, of what readers can see now. */
export async function relatedTo(
  db: Db,
  { id, access }: Pick<ReadingArticle, 'id' | 'access'>,
): Promise<Recommendation[]> {
  reading(`related:${id}`)
  const rows = await keptFor(db, id, access)
  const reasons = rows.map((row) => JSON.parse(row.reason) as Reason)
  const [headlines, tags] = await Promise.all([
    headlinesOf(
      db,
      rows.map((row) => row.other_id),
    ),
    tagsById(
      db,
      reasons.flatMap((reason) => (reason.by === 'tag' ? [reason.tagId] : [])),
    ),
  ])
  const articles = new Map(headlines.map((article) => [article.id, article]))
  return rows.flatMap((row, at): Recommendation[] => {
    const article = articles.get(row.other_id)
    const reason = reasons[at]!
    if (!article || article.access !== row.other_access) return []
    return [{ article, reason, tag: (reason.by === 'tag' && tags.get(reason.tagId)) || null }]
  })
}
