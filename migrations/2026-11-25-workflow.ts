import type { Kysely } from 'kysely'
import { textIn } from './columns.ts'

/** Whose an article is at the desk, and by when (src/articles/tables.ts). */
export async function up(db: Kysely<unknown>) {
  const text = textIn(db)
  for (const column of ['created_by', 'assigned_to', 'due'])
    await db.schema.alterTable('articles').addColumn(column, text).execute()
}
