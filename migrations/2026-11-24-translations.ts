import type { Kysely } from 'kysely'
import { textIn } from './columns.ts'

export async function up(db: Kysely<unknown>) {
  const text = textIn(db)
  await db.schema
    .createTable('translations')
    .addColumn('article_id', text, (c) => c.primaryKey().references('articles.id'))
    .addColumn('group_id', text, (c) => c.notNull())
    .execute()
  await db.schema.createIndex('translations_group').on('translations').column('group_id').execute()
}
