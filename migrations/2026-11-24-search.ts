import { type Kysely, PostgresAdapter, sql } from 'kysely'
import { bigintIn, textIn } from './columns.ts'

/** The index of what can be found (src/search/tables.ts). */
export async function up(db: Kysely<unknown>) {
  const text = textIn(db)
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter

  await db.schema
    .createTable('search_entries')
    .addColumn('id', bigintIn(db), (c) => c.primaryKey())
    .addColumn('article_id', text, (c) => c.notNull().unique())
    .addColumn('access', text, (c) => c.notNull())
    .addColumn('language', text, (c) => c.notNull())
    .addColumn('words', isPostgres ? sql`tsvector` : text)
    .execute()
  if (isPostgres)
    await sql`create index search_entries_words on search_entries using gin (words)`.execute(db)
  // Words come folded, with blanks between them; the tokenizer leaves every character beyond ASCII alone.
  else
    await sql`
      create virtual table search_index using fts5(
        headline, about, body, stems, marks,
        content='', contentless_delete=1, tokenize='ascii'
      )`.execute(db)

  await db.schema
    .createTable('search_words')
    .addColumn('word', text, (c) => c.primaryKey())
    .addColumn('articles', 'integer', (c) => c.notNull())
    .execute()

  await db.schema
    .createTable('search_waiting')
    .addColumn('article_id', text, (c) => c.primaryKey())
    .execute()
  // What was published before there was an index is read in the background.
  await sql`
    insert into search_waiting (article_id)
    select id from articles where status = 'published'
  `.execute(db)
}
