import { reparent } from '../categories/categories.ts'
import type { Tx } from '../platform/database.ts'
import { feedOf } from './feed.ts'
import { file } from './write.ts'

/** Moves a category in the tree; its articles leave the lists above its former place and enter those above the new one. */
export async function moveCategory(tx: Tx, categoryId: string, parentId: string | null) {
  await reparent(tx, categoryId, parentId)
  const below = await tx
    .selectFrom('feed_entries')
    .select('article_id')
    .where('feed', '=', feedOf.category(categoryId))
    .execute()
  for (const { article_id } of below) await file(tx, article_id)
}
