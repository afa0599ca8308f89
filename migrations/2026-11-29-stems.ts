import { type Kysely, sql } from 'kysely'

/** Words have other stems (src/search/stems.ts); what is in the index is read into it again in the background. */
export async function up(db: Kysely<unknown>) {
  await sql`
    insert into search_waiting (article_id)
    select id from articles where status = 'published'
    on conflict do nothing
  `.execute(db)
}
