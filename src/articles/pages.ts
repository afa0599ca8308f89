import type { Db } from '../platform/database.ts'
import type { ArticleStatus } from './article.ts'

/** A page that stands alone, as the desk lists it. */
export type DeskPage = {
  id: string
  headline: string
  path: string
  language: string
  status: ArticleStatus
  /** ISO 8601 UTC. */
  edited: string
}

/** Newsrooms have a dozen pages, imported sites a few hundred. */
const MOST = 1000

/** Every page that stands alone (About, Imprint, policies), in whatever state it is. */
export async function allPages(db: Db): Promise<DeskPage[]> {
  const rows = await db
    .selectFrom('articles')
    .select(['id', 'headline', 'path', 'language', 'status', 'edited'])
    .where('kind', '=', 'page')
    .orderBy('headline')
    .orderBy('id')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({ ...row, status: row.status as ArticleStatus }))
}
