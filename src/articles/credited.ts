import type { Db } from '../platform/database.ts'
import { reading } from '../platform/pages.ts'
import { feedOf } from './feed.ts'
import { stretch } from './feeds.ts'

/**
 * Whether readers have anything that a contributor is named on. Until then nobody is told of them: who writes under an
 * embargo is part of what is kept, and what a guest says of themselves no editor has seen.
 */
export async function isCredited(db: Db, contributorId: string): Promise<boolean> {
  const { ids } = await stretch(db, feedOf.contributor(contributorId), 1)
  if (ids.length > 0) return true
  reading('standing pages')
  const page = await db
    .selectFrom('articles')
    .innerJoin('bylines', 'bylines.article_id', 'articles.id')
    .select('articles.id')
    .where('articles.kind', '=', 'page')
    .where('articles.status', '=', 'published')
    .where('bylines.contributor_id', '=', contributorId)
    .limit(1)
    .executeTakeFirst()
  return page !== undefined
}
