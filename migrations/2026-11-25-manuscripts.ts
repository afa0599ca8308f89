import type { Kysely } from 'kysely'
import { bytesIn, textIn } from './columns.ts'

/** What the desk writes on (src/articles/tables.ts). */
export async function up(db: Kysely<unknown>) {
  const text = textIn(db)
  const bytes = bytesIn(db)

  await db.schema
    .createTable('manuscripts')
    .addColumn('article_id', text, (c) => c.primaryKey().references('articles.id'))
    .addColumn('state', bytes, (c) => c.notNull())
    .addColumn('folded', 'integer', (c) => c.notNull())
    .addColumn('base', text, (c) => c.notNull())
    .addColumn('authors', text, (c) => c.notNull())
    .execute()

  await db.schema
    .createTable('manuscript_updates')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('article_id', text, (c) => c.notNull().references('manuscripts.article_id'))
    .addColumn('bytes', bytes, (c) => c.notNull())
    .addColumn('written_by', text, (c) => c.notNull())
    .execute()
  await db.schema
    .createIndex('manuscript_updates_article')
    .on('manuscript_updates')
    .column('article_id')
    .execute()

  await db.schema
    .createTable('revisions')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('article_id', text, (c) => c.notNull().references('articles.id'))
    .addColumn('kind', text, (c) => c.notNull())
    .addColumn('snapshot', bytes, (c) => c.notNull())
    .addColumn('words', 'integer', (c) => c.notNull())
    .addColumn('headline', text, (c) => c.notNull())
    .addColumn('authors', text, (c) => c.notNull())
    .addColumn('made', text, (c) => c.notNull())
    .execute()
  await db.schema
    .createIndex('revisions_article')
    .on('revisions')
    .columns(['article_id', 'made'])
    .execute()
}
