import { type Kysely, PostgresAdapter, sql } from 'kysely'

/** Both indexes in a layout that answers sooner (src/search/); everything is read into them again in the background. */
export async function up(db: Kysely<unknown>) {
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter
  await sql`delete from search_entries`.execute(db)
  await sql`delete from search_words`.execute(db)
  if (isPostgres)
    // Whether words stand side by side is asked of texts that are unpacked one by one, which is several times faster
    // with LZ4. A server that was built without it keeps its own way.
    await sql`
      do $$ begin
        alter table search_entries alter column words set compression lz4;
      exception when feature_not_supported then null;
      end $$`.execute(db)
  else {
    await sql`drop table search_index`.execute(db)
    // Words come folded, with blanks between them; the tokenizer leaves every character beyond ASCII alone.
    await sql`
      create virtual table search_index using fts5(
        headline, about, body, stems, marks,
        content='', contentless_delete=1, tokenize='ascii', prefix='2 3'
      )`.execute(db)
  }
  await sql`
    insert into search_waiting (article_id)
    select id from articles where status = 'published'
    on conflict do nothing
  `.execute(db)
}
