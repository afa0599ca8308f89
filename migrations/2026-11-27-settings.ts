import type { Kysely } from 'kysely'
import { bigintIn, textIn } from './columns.ts'

/** Who did what to which article, to be looked up (src/platform/history.ts), and sites that move in from the desk. */
export async function up(db: Kysely<unknown>) {
  const text = textIn(db)
  for (const column of ['actor', 'article_id']) {
    await db.schema.alterTable('events').addColumn(column, text).execute()
    await db.schema.createIndex(`events_${column}`).on('events').columns([column, 'id']).execute()
  }

  await db.schema
    .createTable('arrivals')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('state', text, (c) => c.notNull())
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('size', bigintIn(db), (c) => c.notNull())
    .addColumn('begun', text, (c) => c.notNull())
    .addColumn('begun_by', text, (c) => c.notNull())
    .addColumn('options', text, (c) => c.notNull())
    .addColumn('beat', text, (c) => c.notNull())
    .addColumn('progress', text, (c) => c.notNull())
    .addColumn('account', text)
    .addColumn('error', text)
    .execute()
}
