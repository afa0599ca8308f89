import type { ReadingArticle } from '../articles/article.ts'
import { headlinesOf } from '../articles/cards.ts'
import { feedOf } from '../articles/feed.ts'
import { neighbours } from '../articles/neighbours.ts'
import type { Db } from '../platform/database.ts'
import type { Beside } from './pages/neighbours.tsx'

/** What came out before and after an article in its main category, in its language. */
export async function beside(
  db: Db,
  { id, kind, category, language, published }: ReadingArticle,
): Promise<Beside | null> {
  if (!category || kind === 'page') return null
  const { older, newer } = await neighbours(db, feedOf.river(category.id, language), {
    published,
    articleId: id,
  })
  const found = await headlinesOf(
    db,
    [older, newer].filter((one) => one !== null),
  )
  const headline = (wanted: string | null) => found.find((one) => one.id === wanted) ?? null
  return { category, older: headline(older), newer: headline(newer) }
}
