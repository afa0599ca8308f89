import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  // Standing pages are few among many articles and in no list.
  await db.schema
    .createIndex('articles_pages')
    .on('articles')
    .columns(['published', 'id'])
    .where('kind' as never, '=', 'page')
    .execute()
}
