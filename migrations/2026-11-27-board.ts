import type { Kysely } from 'kysely'
import { textIn } from './columns.ts'

/** What the desk's list, board and calendar look things up by (src/articles/listing.ts). */
export async function up(db: Kysely<unknown>) {
  const text = textIn(db)
  // What is in the library already, or comes in an older archive, has been reachable until now.
  await db.schema
    .alterTable('pictures')
    .addColumn('shown', text, (c) => c.defaultTo('2026-11-27T00:00:00.000Z'))
    .execute()
  await db.schema
    .createIndex('articles_by_status')
    .on('articles')
    .columns(['status', 'edited', 'id'])
    .execute()
  // Every column that the list can be narrowed by: a rare one is found along the index alone.
  await db.schema
    .createIndex('articles_at_the_desk')
    .on('articles')
    .columns([
      'edited',
      'id',
      'status',
      'kind',
      'language',
      'category_id',
      'created_by',
      'assigned_to',
      'headline',
    ])
    .execute()
  await db.schema
    .createIndex('articles_due')
    .on('articles')
    .columns(['due', 'id'])
    .where('due' as never, 'is not', null)
    .execute()
  await db.schema
    .createTable('saved_views')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('colleague_id', text, (c) => c.notNull().references('colleagues.id'))
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('filters', text, (c) => c.notNull())
    .addColumn('saved', text, (c) => c.notNull())
    .execute()
  await db.schema
    .createIndex('saved_views_name')
    .on('saved_views')
    .columns(['colleague_id', 'name'])
    .unique()
    .execute()
}
