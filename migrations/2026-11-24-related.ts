import { type Kysely, PostgresAdapter, sql } from 'kysely'
import { textIn } from './columns.ts'

export async function up(db: Kysely<unknown>) {
  const text = textIn(db)
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter

  await db.schema
    .createTable('related')
    .addColumn('article_id', text, (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('other_id', text, (c) => c.notNull())
    .addColumn('reason', text, (c) => c.notNull())
    .addColumn('own_access', text, (c) => c.notNull())
    .addColumn('other_access', text, (c) => c.notNull())
    .addColumn('own_edited', text, (c) => c.notNull())
    .addColumn('other_edited', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('related_key', ['article_id', 'position'])
    .execute()
  await db.schema.createIndex('related_other').on('related').column('other_id').execute()

  await db.schema
    .createTable('article_signatures')
    .addColumn('article_id', text, (c) => c.primaryKey())
    .addColumn('language', text, (c) => c.notNull())
    .addColumn('access', text, (c) => c.notNull())
    .addColumn('published', text, (c) => c.notNull())
    .addColumn('edited', text, (c) => c.notNull())
    .addColumn('terms', text, (c) => c.notNull())
    .execute()

  // Millions of short rows that are only read along their key: on SQLite they are the index itself.
  const terms = db.schema
    .createTable('article_terms')
    .addColumn('term', text, (c) => c.notNull())
    .addColumn('published', text, (c) => c.notNull())
    .addColumn('article_id', text, (c) => c.notNull())
    .addColumn('weight', 'real', (c) => c.notNull())
    .addPrimaryKeyConstraint('article_terms_key', ['term', 'published', 'article_id'])
  await (isPostgres ? terms : terms.modifyEnd(sql`without rowid`)).execute()

  await db.schema
    .createTable('term_counts')
    .addColumn('language', text, (c) => c.primaryKey())
    .addColumn('articles', 'integer', (c) => c.notNull())
    .addColumn('counted', text, (c) => c.notNull())
    .addColumn('counts', text, (c) => c.notNull())
    .execute()

  await db.schema
    .createTable('related_waiting')
    .addColumn('article_id', text, (c) => c.primaryKey())
    .addColumn('step', text, (c) => c.notNull())
    .addColumn('since', text, (c) => c.notNull())
    .execute()
  await db.schema
    .createIndex('related_waiting_step')
    .on('related_waiting')
    .columns(['step', 'since', 'article_id'])
    .execute()

  // What was published before there was any of this is compared in the background.
  await sql`
    insert into related_waiting (article_id, step, since)
    select id, 'sign', '' from articles where status = 'published' and kind <> 'page'
  `.execute(db)
}
