import type { Kysely } from 'kysely'
import { textIn } from './columns.ts'

/** The members of a site that moved in (src/transfer/tables.ts). */
export async function up(db: Kysely<unknown>) {
  const text = textIn(db)
  await db.schema
    .createTable('imported_members')
    .addColumn('site', text, (c) => c.notNull())
    .addColumn('email', text, (c) => c.notNull())
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('note', text, (c) => c.notNull())
    .addColumn('subscribed', 'integer', (c) => c.notNull())
    .addColumn('complimentary', 'integer', (c) => c.notNull())
    .addColumn('stripe_customer', text, (c) => c.notNull())
    .addColumn('labels', text, (c) => c.notNull())
    .addColumn('tiers', text, (c) => c.notNull())
    .addColumn('created', text, (c) => c.notNull())
    .addColumn('deleted', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('imported_members_key', ['site', 'email'])
    .execute()
}
