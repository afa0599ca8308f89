import type { Kysely } from 'kysely'
import { migrations } from '../../migrations/index.ts'
import { open } from './open.ts'

// The newsroom's migrations and one more, which stops half-way and waits to be killed.
const database = open()
await database.migrate({
  ...migrations,
  '9999-slow': {
    async up(db: Kysely<unknown>) {
      await db.schema.createTable('half').addColumn('id', 'text').execute()
      process.stdout.write('half-way\n')
      await new Promise((resolve) => setTimeout(resolve, 60_000))
    },
  },
})
