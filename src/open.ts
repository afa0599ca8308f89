import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { migrations } from '../migrations/index.ts'
import type { Settings } from './env.ts'
import { type Database, openDatabase } from './platform/database.ts'
import { type Files, onDisk } from './platform/files.ts'
import { postgres } from './platform/postgres.ts'
import { sqlite } from './platform/sqlite.ts'

export type Opened = { database: Database; files: Files; migrated: string[] }

/** Opens the data folder and the database, and brings the database up to date. */
export async function openNewsroom(settings: Settings): Promise<Opened> {
  mkdirSync(settings.DATA_DIR, { recursive: true, mode: 0o750 })
  const database = openDatabase(
    settings.DATABASE_URL
      ? postgres(settings.DATABASE_URL, { connections: settings.DATABASE_CONNECTIONS })
      : sqlite(join(settings.DATA_DIR, 'newsroom.db')),
  )
  try {
    const migrated = await database.migrate(migrations)
    return { database, files: onDisk(join(settings.DATA_DIR, 'pictures')), migrated }
  } catch (error) {
    await database.close()
    throw error
  }
}
