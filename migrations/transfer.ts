import type { Kysely } from 'kysely'
import { textIn } from './columns.ts'

/** The tables of imports (src/transfer/tables.ts). */
export async function createTransferTables(db: Kysely<unknown>) {
  const text = textIn(db)

  await db.schema
    .createTable('imports')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('site', text, (c) => c.notNull())
    .addColumn('file', text, (c) => c.notNull())
    .addColumn('started', text, (c) => c.notNull())
    .addColumn('finished', text, (c) => c.notNull())
    .addColumn('report', text, (c) => c.notNull())
    .execute()

  await db.schema
    .createTable('imported_items')
    .addColumn('site', text, (c) => c.notNull())
    .addColumn('external_type', text, (c) => c.notNull())
    .addColumn('external_id', text, (c) => c.notNull())
    .addColumn('kind', text, (c) => c.notNull())
    .addColumn('local_id', text, (c) => c.notNull())
    .addColumn('digest', text, (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('status', text, (c) => c.notNull())
    .addColumn('lacking', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('imported_items_key', ['site', 'external_type', 'external_id'])
    .execute()
  await db.schema
    .createIndex('imported_items_local')
    .on('imported_items')
    .column('local_id')
    .execute()

  await db.schema
    .createTable('imported_comments')
    .addColumn('site', text, (c) => c.notNull())
    .addColumn('external_id', text, (c) => c.notNull())
    .addColumn('article_id', text, (c) => c.notNull().references('articles.id'))
    .addColumn('parent', text)
    .addColumn('author', text, (c) => c.notNull())
    .addColumn('email', text, (c) => c.notNull())
    .addColumn('url', text, (c) => c.notNull())
    .addColumn('ip', text, (c) => c.notNull())
    .addColumn('written', text, (c) => c.notNull())
    .addColumn('status', text, (c) => c.notNull())
    .addColumn('type', text, (c) => c.notNull())
    .addColumn('content', text, (c) => c.notNull())
    .addColumn('meta', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('imported_comments_key', ['site', 'external_id'])
    .execute()
  await db.schema
    .createIndex('imported_comments_article')
    .on('imported_comments')
    .columns(['article_id', 'written'])
    .execute()
}
