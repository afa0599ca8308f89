import { join } from 'node:path'
import { openDatabase } from '../../src/platform/database.ts'
import { postgres } from '../../src/platform/postgres.ts'
import { sqlite } from '../../src/platform/sqlite.ts'

/** The database that the environment names, as the newsroom itself opens it. */
export const open = () =>
  openDatabase(
    process.env.DATABASE_URL
      ? postgres(process.env.DATABASE_URL)
      : sqlite(join(process.env.DATA_DIR!, 'newsroom.db')),
  )
