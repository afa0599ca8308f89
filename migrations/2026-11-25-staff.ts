import type { Kysely } from 'kysely'
import { bigintIn, textIn } from './columns.ts'

/** The desk's people (src/staff/tables.ts) and how often something may be tried (src/platform/limits.ts). */
export async function up(db: Kysely<unknown>) {
  const text = textIn(db)
  const bigint = bigintIn(db)

  await db.schema
    .createTable('limits')
    .addColumn('key', text, (c) => c.primaryKey())
    .addColumn('began', text, (c) => c.notNull())
    .addColumn('count', 'integer', (c) => c.notNull())
    .execute()

  await db.schema
    .createTable('colleagues')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('email', text, (c) => c.notNull().unique())
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('role', text, (c) => c.notNull())
    .addColumn('invited', text, (c) => c.notNull())
    .addColumn('joined', text)
    .addColumn('left', text)
    .addColumn('password', text)
    .addColumn('factor', text)
    .addColumn('factor_step', bigint, (c) => c.notNull())
    .execute()

  await db.schema
    .createTable('roles')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('permissions', text, (c) => c.notNull())
    .execute()

  await db.schema
    .createTable('sign_in_attempts')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('purpose', text, (c) => c.notNull())
    .addColumn('colleague_id', text, (c) => c.references('colleagues.id'))
    .addColumn('browser', text, (c) => c.unique())
    .addColumn('link', text, (c) => c.unique())
    .addColumn('code', text)
    .addColumn('tries', 'integer', (c) => c.notNull())
    .addColumn('expires', text, (c) => c.notNull())
    .addColumn('used', text)
    .execute()

  await db.schema
    .createTable('sessions')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('hash', text, (c) => c.notNull().unique())
    .addColumn('colleague_id', text, (c) => c.notNull().references('colleagues.id'))
    .addColumn('began', text, (c) => c.notNull())
    .addColumn('seen', text, (c) => c.notNull())
    .addColumn('agent', text, (c) => c.notNull())
    .execute()
  await db.schema.createIndex('sessions_colleague').on('sessions').column('colleague_id').execute()

  await db.schema
    .createTable('passkeys')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('colleague_id', text, (c) => c.notNull().references('colleagues.id'))
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('public_key', text, (c) => c.notNull())
    .addColumn('counter', bigint, (c) => c.notNull())
    .addColumn('transports', text, (c) => c.notNull())
    .addColumn('added', text, (c) => c.notNull())
    .addColumn('used', text)
    .execute()
  await db.schema.createIndex('passkeys_colleague').on('passkeys').column('colleague_id').execute()

  await db.schema
    .createTable('challenges')
    .addColumn('hash', text, (c) => c.primaryKey())
    .addColumn('challenge', text, (c) => c.notNull())
    .addColumn('colleague_id', text, (c) => c.references('colleagues.id'))
    .addColumn('expires', text, (c) => c.notNull())
    .execute()
}
