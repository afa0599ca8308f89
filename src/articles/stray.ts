import { canonicalPath, isReserved } from '../addresses/address.ts'
import { takenAmong } from '../addresses/addresses.ts'
import { allCategories, tagsById } from '../categories/categories.ts'
import { contributorsById } from '../contributors/contributors.ts'
import type { Db } from '../platform/database.ts'
import type { ArticleFields } from './fields.ts'

/** Fields of an article that name a category, a tag or a contributor that there is not, or not any more. */
export async function strayIn(db: Db, said: ArticleFields): Promise<(keyof ArticleFields)[]> {
  const categories = new Set((await allCategories(db)).map(({ id }) => id))
  const tags = await tagsById(db, said.tagIds)
  const contributors = await contributorsById(
    db,
    said.bylines.map(({ contributorId }) => contributorId),
  )
  const named = {
    categoryId: said.categoryId === null || categories.has(said.categoryId),
    categoryIds: said.categoryIds.every((id) => categories.has(id)),
    tagIds: said.tagIds.every((id) => tags.has(id)),
    bylines: said.bylines.every(({ contributorId }) => contributors.has(contributorId)),
  }
  return (Object.keys(named) as (keyof typeof named)[]).filter((field) => !named[field])
}

/**
 * Whether an article that readers do not have may move to an address: one that leads nowhere. To take what leads on to
 * something else is for whoever publishes.
 */
export async function isFree(db: Db, path: string, present: string): Promise<boolean> {
  if (path === present) return true
  const canonical = canonicalPath(path)
  return (
    canonical !== undefined &&
    !isReserved(canonical) &&
    (await takenAmong(db, [canonical])).size === 0
  )
}
