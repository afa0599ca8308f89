import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { migrations } from '../migrations/index.ts'
import type { Settings } from './env.ts'
import { type Database, type Engine, openDatabase } from './platform/database.ts'
import { type Files, onDisk } from './platform/files.ts'
import { sqlite } from './platform/sqlite.ts'

export type Opened = { database: Database; files: Files; migrated: string[] }

/** Opens the data folder and the database, and brings the database up to date. */
export async function openNewsroom(settings: Settings): Promise<Opened> {
  mkdirSync(settings.DATA_DIR, { recursive: true, mode: 0o750 })
  const database = openDatabase(await engineOf(settings))
  try {
    const migrated = await database.migrate(migrations)
    return { database, files: onDisk(join(settings.DATA_DIR, 'pictures')), migrated }
  } catch (error) {
    await database.close()
    throw error
  }
}

async function engineOf({
  DATABASE_URL,
  DATABASE_CONNECTIONS,
  DATA_DIR,
}: Settings): Promise<Engine> {
  if (!DATABASE_URL) return sqlite(join(DATA_DIR, 'newsroom.db'))
  const { postgres } = await import('./platform/postgres.ts')
  return postgres(DATABASE_URL, { connections: DATABASE_CONNECTIONS })
}
