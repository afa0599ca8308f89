import { addTag } from '../categories/categories.ts'
import type { Tag } from '../categories/category.ts'
import type { Tx } from '../platform/database.ts'
import { record } from '../platform/outbox.ts'
import { Refusal } from '../platform/refusals.ts'
import { type Actor, lacking, may } from '../staff/permission.ts'

/** Adds a tag that somebody wants to give an article. */
export async function beginTag(
  tx: Tx,
  actor: Actor,
  { name }: { name: string },
  now: Date,
): Promise<Tag> {
  if (!may(actor, 'articles.write'))
    throw new Refusal('not-allowed', 'tags/add', lacking(actor, 'articles.write'))
  const tag = await addTag(tx, { name }, now)
  await record(tx, 'tag.added', { tagId: tag.id, name, by: actor.id }, now)
  return tag
}
