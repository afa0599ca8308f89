import type { Db } from '../platform/database.ts'
import { titleOf } from './picture.ts'

/** What pictures of the library are called, by id; empty where nothing is said of one. */
export async function titles(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('pictures')
    .select(['id', 'caption', 'alt', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, titleOf(row)]))
}
