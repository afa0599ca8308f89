import type { Db } from '../platform/database.ts'

/** The headlines of articles, in whatever state they are, by id. For the desk. */
export async function headlines(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('articles')
    .select(['id', 'headline'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, headline }) => [id, headline]))
}
