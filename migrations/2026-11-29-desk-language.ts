import type { Kysely } from 'kysely'
import { textIn } from './columns.ts'

/** The language in which a colleague wants the desk, or null for the newsroom's (src/staff/desk-language.ts). */
export async function up(db: Kysely<unknown>) {
  await db.schema.alterTable('colleagues').addColumn('language', textIn(db)).execute()
}
