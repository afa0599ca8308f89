import type { Kysely } from 'kysely'
import { textIn } from './columns.ts'

/** Who did what to which article, to be looked up (src/platform/history.ts). */
export async function up(db: Kysely<unknown>) {
  const text = textIn(db)
  for (const column of ['actor', 'article_id']) {
    await db.schema.alterTable('events').addColumn(column, text).execute()
    await db.schema.createIndex(`events_${column}`).on('events').columns([column, 'id']).execute()
  }
}
