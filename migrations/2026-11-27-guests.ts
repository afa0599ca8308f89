import type { Kysely } from 'kysely'
import { textIn } from './columns.ts'

/** What guests are asked to write (src/commissions/tables.ts). */
export async function up(db: Kysely<unknown>) {
  const text = textIn(db)
  await db.schema
    .createTable('commissions')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('title', text, (c) => c.notNull())
    .addColumn('brief', text, (c) => c.notNull())
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('email', text, (c) => c.notNull())
    .addColumn('language', text, (c) => c.notNull())
    .addColumn('kind', text, (c) => c.notNull())
    .addColumn('category_id', text, (c) => c.references('categories.id'))
    .addColumn('due', text)
    .addColumn('agreement', text, (c) => c.notNull())
    .addColumn('link', text, (c) => c.notNull().unique())
    .addColumn('mailed_link', text, (c) => c.unique())
    .addColumn('expires', text, (c) => c.notNull())
    .addColumn('revoked', text)
    .addColumn('made', text, (c) => c.notNull())
    .addColumn('made_by', text, (c) => c.notNull().references('colleagues.id'))
    .addColumn('headline', text, (c) => c.notNull())
    .addColumn('text', text, (c) => c.notNull())
    .addColumn('file_name', text, (c) => c.notNull())
    .addColumn('file_body', text)
    .addColumn('biography', text, (c) => c.notNull())
    .addColumn('picture_id', text, (c) => c.references('pictures.id'))
    .addColumn('disclosures', text, (c) => c.notNull())
    .addColumn('agreed', text)
    .addColumn('submitted', text)
    .addColumn('article_id', text, (c) => c.references('articles.id').unique())
    .addColumn('contributor_id', text, (c) => c.references('contributors.id'))
    .addColumn('told', text)
    .execute()
}
