import { moveCategory } from '../articles/move.ts'
import { addCategory, allCategories, categoryById, editCategory } from '../categories/categories.ts'
import type { Category } from '../categories/category.ts'
import type { Tx } from '../platform/database.ts'
import { record } from '../platform/outbox.ts'
import { Refusal } from '../platform/refusals.ts'
import type { Actor } from '../staff/permission.ts'
import { refuseOthers } from './settings.ts'
import { versionOf } from './version.ts'

export type CategoryFields = Pick<Category, 'name' | 'names' | 'description' | 'path' | 'parentId'>

/** Adds a category at the end of its row. */
export async function openCategory(
  tx: Tx,
  actor: Actor,
  fields: Pick<CategoryFields, 'name' | 'parentId'>,
  now: Date,
): Promise<string> {
  refuseOthers(actor)
  const beside = (await allCategories(tx)).filter(({ parentId }) => parentId === fields.parentId)
  const position = Math.max(-1, ...beside.map((one) => one.position)) + 1
  const { id } = await addCategory(tx, { ...fields, position }, now)
  await record(tx, 'category.added', { categoryId: id, name: fields.name, by: actor.id }, now)
  return id
}

/** Changes a category's words, address or place; its old address leads to the new one. */
export async function changeCategory(
  tx: Tx,
  actor: Actor,
  id: string,
  version: string,
  fields: CategoryFields,
  now: Date,
) {
  refuseOthers(actor)
  const before = await categoryById(tx, id)
  if (versionOf(before) !== version)
    throw new Refusal(
      'conflict',
      'categories/stale',
      'Somebody else has changed this category meanwhile. Look at it again and repeat your change.',
    )
  const { parentId, path, ...words } = fields
  if (parentId !== before.parentId) await moveCategory(tx, id, parentId)
  await editCategory(tx, id, { ...words, ...(path === before.path ? {} : { path }) }, now, actor.id)
}

/** Puts the categories of one row into an order. */
export async function orderCategories(tx: Tx, actor: Actor, ids: readonly string[], now: Date) {
  refuseOthers(actor)
  const all = new Map((await allCategories(tx)).map((category) => [category.id, category]))
  const unknown = ids.find((id) => !all.has(id))
  if (unknown !== undefined || new Set(ids).size !== ids.length)
    throw new Refusal(
      'conflict',
      'categories/order',
      'The categories have changed meanwhile. Look at them again and repeat your change.',
    )
  for (const [position, id] of ids.entries())
    if (all.get(id)!.position !== position) await editCategory(tx, id, { position }, now, actor.id)
}
