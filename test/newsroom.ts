import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, describe, inject } from 'vitest'
import { migrations } from '../migrations/index.ts'
import { createApp } from '../src/app.ts'
import { keepCurrent } from '../src/platform/current.ts'
import { type Database, type Engine, openDatabase } from '../src/platform/database.ts'
import { onDisk } from '../src/platform/files.ts'
import type { House } from '../src/platform/http.ts'
import { logger } from '../src/platform/log.ts'
import { Pages } from '../src/platform/pages.ts'
import { postgres } from '../src/platform/postgres.ts'
import { sqlite } from '../src/platform/sqlite.ts'
import { onServer } from './postgres.ts'

/** A newsroom in a test: the real one, on a database of its own, with a clock that stands still until it is moved. */
export type TestNewsroom = Database &
  House & {
    app: ReturnType<typeof createApp>
    folder: string
    /** Another web node on the same database. */
    node: () => Promise<{ app: ReturnType<typeof createApp>; pages: Pages }>
    /** Moves the clock on by so many milliseconds. */
    later: (ms: number) => void
  }

type Kind = Database['kind']
type Made = {
  engine: () => Engine
  environment: Record<string, string>
  remove: () => Promise<void>
}

let made = 0

/** A new, empty database: a file, or a copy of the migrated template. */
export async function freshDatabase(kind: Kind, folder: string): Promise<Made> {
  if (kind === 'sqlite')
    return {
      engine: () => sqlite(join(folder, 'newsroom.db')),
      environment: { DATA_DIR: folder },
      remove: async () => {},
    }
  const server = inject('postgres')!
  const name = `dateline_${process.pid}_${++made}_${Math.random().toString(36).slice(2, 8)}`
  await onTheServer(server, `create database ${name} template dateline_template`)
  const address = onServer(server, name)
  return {
    engine: () => postgres(address),
    environment: { DATA_DIR: folder, DATABASE_URL: address },
    remove: () => onTheServer(server, `drop database if exists ${name} with (force)`),
  }
}

async function onTheServer(address: string, sql: string) {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

/** The databases to test on here: SQLite always, Postgres where there is a server. */
export const databases = (): Kind[] => (inject('postgres') ? ['sqlite', 'postgres'] : ['sqlite'])

export const testFolder = () => mkdtempSync(join(tmpdir(), 'dateline-test-'))

/** The same sentences on every database. `open` gives a new newsroom each time it is called. */
export function onEveryDatabase(
  title: string,
  tests: (open: () => Promise<TestNewsroom>, kind: Kind) => void,
) {
  for (const kind of databases())
    describe(`${title} (${kind})`, () => {
      const closing: (() => Promise<void>)[] = []
      afterEach(async () => {
        for (const close of closing.splice(0).reverse()) await close()
      })
      tests(() => openNewsroomOn(kind, closing), kind)
    })
}

/** A new newsroom on one kind of database; what ends it is added to `closing`. */
export async function openNewsroomOn(
  kind: Kind,
  closing: (() => Promise<void>)[],
): Promise<TestNewsroom> {
  const folder = testFolder()
  const fresh = await freshDatabase(kind, folder)
  closing.push(async () => {
    await fresh.remove()
    rmSync(folder, { recursive: true, force: true })
  })
  const database = openDatabase(fresh.engine())
  closing.push(database.close)
  if (kind === 'sqlite') await database.migrate(migrations)
  return await newsroomOn(database, fresh, folder, closing)
}

async function newsroomOn(
  database: Database,
  fresh: Made,
  folder: string,
  closing: (() => Promise<void>)[],
): Promise<TestNewsroom> {
  let time = Date.parse('2026-03-02T09:00:00.000Z')
  const log = logger('silent')
  const base = {
    files: onDisk(join(folder, 'pictures')),
    log,
    now: () => new Date(time),
    siteUrl: 'https://paper.example',
    dataFolder: folder,
    hasMail: false,
  }
  const nodeOn = async (on: Database) => {
    const pages = new Pages({ bytes: 32 * 1024 * 1024 })
    closing.push(await keepCurrent(on, pages, log))
    const house: House = { db: on.db, write: on.write, kind: on.kind, pages, ...base }
    return { house, app: createApp(house), pages }
  }
  const { house, app } = await nodeOn(database)
  return {
    ...database,
    ...house,
    app,
    folder,
    later: (ms) => {
      time += ms
    },
    node: async () => {
      const second = openDatabase(fresh.engine())
      closing.push(second.close)
      return await nodeOn(second)
    },
  }
}
