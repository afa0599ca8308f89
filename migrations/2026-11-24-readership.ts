import type { Kysely } from 'kysely'
import { bigintIn, textIn } from './columns.ts'

export async function up(db: Kysely<unknown>) {
  const text = textIn(db)
  const bigint = bigintIn(db)
  await db.schema
    .createTable('reads')
    .addColumn('article_id', text, (c) => c.notNull())
    .addColumn('hour', text, (c) => c.notNull())
    .addColumn('count', bigint, (c) => c.notNull())
    .addPrimaryKeyConstraint('reads_key', ['article_id', 'hour'])
    .execute()
  await db.schema.createIndex('reads_hour').on('reads').columns(['hour', 'count']).execute()
  await db.schema
    .createTable('reads_by_month')
    .addColumn('article_id', text, (c) => c.notNull())
    .addColumn('month', text, (c) => c.notNull())
    .addColumn('count', bigint, (c) => c.notNull())
    .addPrimaryKeyConstraint('reads_by_month_key', ['article_id', 'month'])
    .execute()
  await db.schema
    .createTable('most_read')
    .addColumn('feed', text, (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('article_id', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('most_read_key', ['feed', 'position'])
    .execute()
}
