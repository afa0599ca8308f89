import { type Kysely, PostgresAdapter, sql } from 'kysely'

/**
 * What SQLite should know of the sizes of articles' indexes. Without it, it takes ten articles to have one status, and
 * looks at every published one to find the few that a page names by their ids. Told once and not measured, so that
 * every newsroom is read along the same indexes (sqlite.org/queryplanner-ng.html, “the query planner stability
 * guarantee”). The numbers: rows of the index, then rows for each value of its first column, its first two, and so on.
 */
export async function up(db: Kysely<unknown>) {
  if (db.getExecutor().adapter instanceof PostgresAdapter) return
  // Makes the table of statistics where there is none, measures nothing, and reads it anew.
  await sql`analyze sqlite_schema`.execute(db)
  await sql`delete from sqlite_stat1 where tbl = 'articles'`.execute(db)
  await sql`
    insert into sqlite_stat1 (tbl, idx, stat) values
      ('articles', 'articles_by_status', '100000 20000 2 1'),
      ('articles', 'articles_pages', '20 1 1'),
      ('articles', 'articles_scheduled', '20 1 1'),
      ('articles', 'articles_due', '100 2 1')
  `.execute(db)
  await sql`analyze sqlite_schema`.execute(db)
}
