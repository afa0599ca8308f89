import type { Kysely } from 'kysely'
import { bigintIn, textIn } from './columns.ts'
import { createTransferTables } from './transfer.ts'

export async function up(db: Kysely<unknown>) {
  const text = textIn(db)
  const bigint = bigintIn(db)

  await db.schema
    .createTable('changes')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('place', bigint, (c) => c.notNull())
    .addColumn('touches', text, (c) => c.notNull())
    .addColumn('happened', text, (c) => c.notNull())
    .execute()
  await db.schema.createIndex('changes_place').on('changes').column('place').execute()

  await db.schema
    .createTable('events')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('type', text, (c) => c.notNull())
    .addColumn('payload', text, (c) => c.notNull())
    .addColumn('happened', text, (c) => c.notNull())
    .addColumn('dispatched', text)
    .execute()
  await db.schema
    .createIndex('events_waiting')
    .on('events')
    .column('id')
    .where('dispatched' as never, 'is', null)
    .execute()

  await db.schema
    .createTable('jobs')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('event_id', text, (c) => c.notNull())
    .addColumn('handler', text, (c) => c.notNull())
    .addColumn('payload', text, (c) => c.notNull())
    .addColumn('due', text, (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .addColumn('failed', text)
    .addColumn('last_error', text)
    .addUniqueConstraint('jobs_once', ['event_id', 'handler'])
    .execute()
  await db.schema.createIndex('jobs_due').on('jobs').columns(['due', 'id']).execute()

  await db.schema
    .createTable('addresses')
    .addColumn('path', text, (c) => c.primaryKey())
    .addColumn('kind', text, (c) => c.notNull())
    .addColumn('thing_id', text, (c) => c.notNull())
    .addColumn('retired', text)
    .execute()
  await db.schema.createIndex('addresses_thing').on('addresses').column('thing_id').execute()

  await db.schema
    .createTable('newsroom')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('settings', text, (c) => c.notNull())
    .addColumn('changed', text, (c) => c.notNull())
    .execute()

  await db.schema
    .createTable('pictures')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('hash', text, (c) => c.notNull())
    .addColumn('format', text, (c) => c.notNull())
    .addColumn('width', 'integer', (c) => c.notNull())
    .addColumn('height', 'integer', (c) => c.notNull())
    .addColumn('bytes', bigint, (c) => c.notNull())
    .addColumn('alt', text, (c) => c.notNull())
    .addColumn('caption', text, (c) => c.notNull())
    .addColumn('credit', text, (c) => c.notNull())
    .addColumn('licence', text, (c) => c.notNull())
    .addColumn('focal_x', 'real', (c) => c.notNull())
    .addColumn('focal_y', 'real', (c) => c.notNull())
    .addColumn('source', text)
    .addColumn('added', text, (c) => c.notNull())
    .execute()
  await db.schema.createIndex('pictures_hash').on('pictures').column('hash').execute()

  await db.schema
    .createTable('contributors')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('kind', text, (c) => c.notNull())
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('path', text, (c) => c.notNull())
    .addColumn('biography', text, (c) => c.notNull())
    .addColumn('picture_id', text, (c) => c.references('pictures.id'))
    .addColumn('links', text, (c) => c.notNull())
    .addColumn('disclaimer', text, (c) => c.notNull())
    .addColumn('added', text, (c) => c.notNull())
    .execute()

  await db.schema
    .createTable('categories')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('names', text, (c) => c.notNull())
    .addColumn('description', text, (c) => c.notNull())
    .addColumn('path', text, (c) => c.notNull())
    .addColumn('parent_id', text, (c) => c.references('categories.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .execute()

  await db.schema
    .createTable('tags')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('path', text, (c) => c.notNull())
    .execute()

  await db.schema
    .createTable('articles')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('kind', text, (c) => c.notNull())
    .addColumn('status', text, (c) => c.notNull())
    .addColumn('access', text, (c) => c.notNull())
    .addColumn('headline', text, (c) => c.notNull())
    .addColumn('seo_title', text, (c) => c.notNull())
    .addColumn('social_title', text, (c) => c.notNull())
    .addColumn('social_picture_id', text, (c) => c.references('pictures.id'))
    .addColumn('standfirst', text, (c) => c.notNull())
    .addColumn('dateline_place', text, (c) => c.notNull())
    .addColumn('dateline_date', text, (c) => c.notNull())
    .addColumn('words', 'integer', (c) => c.notNull())
    .addColumn('language', text, (c) => c.notNull())
    .addColumn('direction', text, (c) => c.notNull())
    .addColumn('category_id', text, (c) => c.references('categories.id'))
    .addColumn('lead_picture_id', text, (c) => c.references('pictures.id'))
    .addColumn('path', text, (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('created', text, (c) => c.notNull())
    .addColumn('edited', text, (c) => c.notNull())
    .addColumn('published', text)
    .addColumn('updated', text)
    .addColumn('scheduled', text)
    .addColumn('withheld', text)
    .addColumn('withheld_reason', text, (c) => c.notNull())
    // Last: SQLite reads a row from its start, and a card needs everything but this.
    .addColumn('body', text, (c) => c.notNull())
    .execute()
  await db.schema
    .createIndex('articles_scheduled')
    .on('articles')
    .columns(['scheduled', 'id'])
    .where('status' as never, '=', 'scheduled')
    .execute()

  await db.schema
    .createTable('article_categories')
    .addColumn('article_id', text, (c) => c.notNull().references('articles.id'))
    .addColumn('category_id', text, (c) => c.notNull().references('categories.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('article_categories_key', ['article_id', 'category_id'])
    .execute()

  await db.schema
    .createTable('article_tags')
    .addColumn('article_id', text, (c) => c.notNull().references('articles.id'))
    .addColumn('tag_id', text, (c) => c.notNull().references('tags.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('article_tags_key', ['article_id', 'tag_id'])
    .execute()

  await db.schema
    .createTable('bylines')
    .addColumn('article_id', text, (c) => c.notNull().references('articles.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('contributor_id', text, (c) => c.notNull().references('contributors.id'))
    .addColumn('role', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('bylines_key', ['article_id', 'position'])
    .execute()

  await db.schema
    .createTable('feed_entries')
    .addColumn('feed', text, (c) => c.notNull())
    .addColumn('published', text, (c) => c.notNull())
    .addColumn('article_id', text, (c) => c.notNull().references('articles.id'))
    .addPrimaryKeyConstraint('feed_entries_key', ['feed', 'published', 'article_id'])
    .execute()
  await db.schema
    .createIndex('feed_entries_article')
    .on('feed_entries')
    .column('article_id')
    .execute()

  await createTransferTables(db)
}
