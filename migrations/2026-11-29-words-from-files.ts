import type { Kysely } from 'kysely'
import { textIn } from './columns.ts'

/** What of a picture's words was read from its file, as a JSON list of their names (src/media/embedded.ts). */
export async function up(db: Kysely<unknown>) {
  await db.schema
    .alterTable('pictures')
    .addColumn('from_file', textIn(db), (column) => column.notNull().defaultTo('[]'))
    .execute()
}
