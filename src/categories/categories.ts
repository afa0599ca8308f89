import { sql } from 'kysely'
import { isReserved, slugOf } from '../addresses/address.ts'
import { freePath, settle } from '../addresses/addresses.ts'
import { built } from '../platform/built.ts'
import { type Db, type Tx, touch } from '../platform/database.ts'
import { uuid } from '../platform/ids.ts'
import { patternsFor } from '../platform/like.ts'
import { record } from '../platform/outbox.ts'
import { reading } from '../platform/pages.ts'
import { Refusal } from '../platform/refusals.ts'
import { type Category, lineage, type Tag } from './category.ts'
import type { CategoryTables } from './tables.ts'

const categoryOf = (row: CategoryTables['categories']): Category => ({
  id: row.id,
  name: row.name,
  names: JSON.parse(row.names),
  description: row.description,
  path: row.path,
  parentId: row.parent_id,
  position: row.position,
})

/** Every category, in the order of the navigation. A newsroom has dozens, an imported site some thousands. */
export async function allCategories(db: Db): Promise<Category[]> {
  reading('categories')
  const rows = await db
    .selectFrom('categories')
    .selectAll()
    .orderBy('position')
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map(categoryOf)
}

/** The category with this id. */
export async function categoryById(db: Db, id: string): Promise<Category> {
  reading(`category:${id}`)
  const row = await db.selectFrom('categories').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', 'categories/unknown', 'There is no such category.')
  return categoryOf(row)
}

const categoriesWith = built((db, ids: readonly string[]) =>
  db.selectFrom('categories').selectAll().where('id', 'in', ids),
)

export async function categoriesById(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, Category>> {
  if (ids.length === 0) return new Map()
  const wanted = [...new Set(ids)]
  for (const id of wanted) reading(`category:${id}`)
  const rows = await categoriesWith(db, wanted)
  return new Map(rows.map((row) => [row.id, categoryOf(row)]))
}

export type NewCategory = Partial<Omit<Category, 'id'>> & { name: string }

/** Adds a category at /name, under its parent's address when it has one, unless an address is given. */
export async function addCategory(tx: Tx, fields: NewCategory, now: Date): Promise<Category> {
  const id = uuid(now)
  const parent = fields.parentId ? await categoryById(tx, fields.parentId) : undefined
  const slug = slugOf(fields.name) || id.slice(-8)
  const wanted = fields.path ?? (parent ? `${parent.path}/${slug}` : atTop(slug))
  const category: Category = {
    id,
    name: fields.name,
    names: fields.names ?? {},
    description: fields.description ?? '',
    path: await settle(tx, 'category', id, await freePath(tx, wanted), now),
    parentId: parent?.id ?? null,
    position: fields.position ?? 0,
  }
  await tx.insertInto('categories').values(rowOf(category)).execute()
  touch(tx, 'categories')
  return category
}

// A category called Archive must not take the archive's address.
const atTop = (slug: string) => (isReserved(`/${slug}`) ? `/category/${slug}` : `/${slug}`)

const rowOf = (category: Category): CategoryTables['categories'] => ({
  id: category.id,
  name: category.name,
  names: JSON.stringify(category.names),
  description: category.description,
  path: category.path,
  parent_id: category.parentId,
  position: category.position,
})

/** Changes a category's words or address. Its place in the tree is changed by `moveCategory`, which knows the lists. */
export async function editCategory(
  tx: Tx,
  id: string,
  changes: Partial<Omit<Category, 'id' | 'parentId'>>,
  now: Date,
  by: string | null = null,
) {
  const before = await categoryById(tx, id)
  const after = { ...before, ...changes }
  if (changes.path) after.path = await settle(tx, 'category', id, changes.path, now)
  const { id: _, parent_id: __, ...row } = rowOf(after)
  await tx.updateTable('categories').set(row).where('id', '=', id).execute()
  touch(tx, `category:${id}`)
  touch(tx, 'categories')
  await record(tx, 'category.edited', { categoryId: id, by }, now)
}

/** Puts a category under another, or at the top. Refuses a place below itself. Lists follow through `placed`. */
export async function reparent(tx: Tx, id: string, parentId: string | null) {
  const category = await categoryById(tx, id)
  const all = await allCategories(tx)
  if (parentId !== null) {
    const line = lineage(all, parentId)
    if (line.length === 0)
      throw new Refusal('not-found', 'categories/unknown', 'There is no such category.')
    if (line.some((above) => above.id === id))
      throw new Refusal('invalid', 'categories/cycle', 'A category cannot be moved below itself.')
  }
  await tx
    .updateTable('categories')
    .set({ parent_id: parentId })
    .where('id', '=', category.id)
    .execute()
  touch(tx, `category:${id}`)
  touch(tx, 'categories')
}

const tagsWith = built((db, ids: readonly string[]) =>
  db.selectFrom('tags').selectAll().where('id', 'in', ids),
)

export async function tagsById(db: Db, ids: readonly string[]): Promise<Map<string, Tag>> {
  if (ids.length === 0) return new Map()
  const wanted = [...new Set(ids)]
  for (const id of wanted) reading(`tag:${id}`)
  const rows = await tagsWith(db, wanted)
  return new Map(rows.map((row) => [row.id, row]))
}

/** The names of the newest tags. */
export async function tagNames(db: Db, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom('tags')
    .select('name')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows.map((row) => row.name)
}

/** Tags whose name has this text in it, by name. */
export async function tagsLike(db: Db, text: string, most: number): Promise<Tag[]> {
  return await db
    .selectFrom('tags')
    .selectAll()
    .where((e) =>
      e.or(patternsFor(text).map((like) => sql<boolean>`name like ${like} escape '\\'`)),
    )
    .orderBy('name')
    .orderBy('id')
    .limit(most)
    .execute()
}

export async function tagById(db: Db, id: string): Promise<Tag> {
  const tag = (await tagsById(db, [id])).get(id)
  if (!tag) throw new Refusal('not-found', 'tags/unknown', 'There is no such tag.')
  return tag
}

/** Adds a tag at /tags/name unless an address is given. */
export async function addTag(
  tx: Tx,
  fields: { name: string; path?: string },
  now: Date,
): Promise<Tag> {
  const id = uuid(now)
  const wanted = fields.path ?? `/tags/${slugOf(fields.name) || id.slice(-8)}`
  const path = await settle(tx, 'tag', id, await freePath(tx, wanted), now)
  const tag = { id, name: fields.name, path }
  await tx.insertInto('tags').values(tag).execute()
  return tag
}

/** Changes a tag's name or address. */
export async function editTag(
  tx: Tx,
  id: string,
  changes: { name?: string; path?: string },
  now: Date,
) {
  const tag = await tagById(tx, id)
  const path = changes.path ? await settle(tx, 'tag', id, changes.path, now) : tag.path
  await tx
    .updateTable('tags')
    .set({ name: changes.name ?? tag.name, path })
    .where('id', '=', id)
    .execute()
  touch(tx, `tag:${id}`)
  await record(tx, 'tag.edited', { tagId: id }, now)
}
