import type { Kysely } from 'kysely'
import { textIn } from './columns.ts'

/**
 * Contributors who turned out to be another one, and what guests say of themselves that readers have with their next
 * article (src/contributors/tables.ts).
 */
export async function up(db: Kysely<unknown>) {
  const text = textIn(db)
  await db.schema.alterTable('contributors').addColumn('merged_into', text).execute()
  await db.schema
    .createIndex('contributors_merged')
    .on('contributors')
    .column('merged_into')
    .execute()
  await db.schema
    .createTable('awaited_profiles')
    .addColumn('article_id', text, (c) => c.primaryKey().references('articles.id'))
    .addColumn('contributor_id', text, (c) => c.notNull().references('contributors.id'))
    .addColumn('biography', text, (c) => c.notNull())
    .addColumn('picture_id', text, (c) => c.references('pictures.id'))
    .addColumn('disclaimer', text, (c) => c.notNull())
    .execute()
  await db.schema
    .createIndex('awaited_profiles_contributor')
    .on('awaited_profiles')
    .column('contributor_id')
    .execute()
  await db.schema
    .createIndex('commissions_email')
    .on('commissions')
    .columns(['email', 'id'])
    .execute()
}
