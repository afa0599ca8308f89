import type { Kysely } from 'kysely'
import { textIn } from './columns.ts'

/** What articles said before, and what was said about the change (src/articles/tables.ts). */
export async function up(db: Kysely<unknown>) {
  const text = textIn(db)

  await db.schema
    .createTable('versions')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('article_id', text, (c) => c.notNull().references('articles.id'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('since', text, (c) => c.notNull())
    .addColumn('access', text, (c) => c.notNull())
    .addColumn('headline', text, (c) => c.notNull())
    .addColumn('standfirst', text, (c) => c.notNull())
    .addColumn('body', text, (c) => c.notNull())
    .addColumn('closed', text)
    .addUniqueConstraint('versions_article_number', ['article_id', 'number'])
    .execute()

  await db.schema
    .createTable('corrections')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('article_id', text, (c) => c.notNull().references('articles.id'))
    .addColumn('version_id', text, (c) => c.notNull().references('versions.id'))
    .addColumn('kind', text, (c) => c.notNull())
    .addColumn('note', text, (c) => c.notNull())
    .addColumn('made', text, (c) => c.notNull())
    .addColumn('made_by', text)
    .execute()
  await db.schema
    .createIndex('corrections_made')
    .on('corrections')
    .columns(['made', 'id'])
    .execute()
  await db.schema
    .createIndex('corrections_article')
    .on('corrections')
    .columns(['article_id', 'made'])
    .execute()
  await db.schema
    .createIndex('corrections_version')
    .on('corrections')
    .column('version_id')
    .execute()
}
