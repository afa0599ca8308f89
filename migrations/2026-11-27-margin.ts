import type { Kysely } from 'kysely'
import { textIn } from './columns.ts'

/** Notes in the margin of manuscripts (src/articles/tables.ts). */
export async function up(db: Kysely<unknown>) {
  const text = textIn(db)
  await db.schema
    .createTable('margin_notes')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('article_id', text, (c) => c.notNull().references('articles.id'))
    .addColumn('anchor', text)
    .addColumn('quote', text, (c) => c.notNull())
    .addColumn('made', text, (c) => c.notNull())
    .addColumn('resolved', text)
    .addColumn('resolved_by', text, (c) => c.references('colleagues.id'))
    .execute()
  await db.schema
    .createIndex('margin_notes_article')
    .on('margin_notes')
    .columns(['article_id', 'made'])
    .execute()
  await db.schema
    .createTable('margin_words')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('note_id', text, (c) => c.notNull().references('margin_notes.id'))
    .addColumn('text', text, (c) => c.notNull())
    .addColumn('said', text, (c) => c.notNull())
    .addColumn('said_by', text, (c) => c.notNull().references('colleagues.id'))
    .execute()
  await db.schema
    .createIndex('margin_words_note')
    .on('margin_words')
    .columns(['note_id', 'said'])
    .execute()
  await db.schema
    .createTable('margin_mentions')
    .addColumn('words_id', text, (c) => c.notNull().references('margin_words.id'))
    .addColumn('colleague_id', text, (c) => c.notNull().references('colleagues.id'))
    .addColumn('told', text)
    .addPrimaryKeyConstraint('margin_mentions_key', ['words_id', 'colleague_id'])
    .execute()
}
