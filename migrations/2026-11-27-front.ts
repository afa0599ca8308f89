import type { Kysely } from 'kysely'
import { textIn } from './columns.ts'

/** What editors put at the top of the front pages (src/articles/tables.ts). */
export async function up(db: Kysely<unknown>) {
  const text = textIn(db)
  await db.schema
    .createTable('front_places')
    .addColumn('language', text, (c) => c.notNull())
    .addColumn('place', 'integer', (c) => c.notNull())
    .addColumn('article_id', text, (c) => c.notNull().references('articles.id'))
    .addColumn('since', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('front_places_key', ['language', 'place'])
    .execute()
}
