import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { type Dialect, Kysely, type KyselyPlugin, type Transaction } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import type { Tables } from '../tables.ts'
import { type Change, recordTouches, type Touch, touchesOf } from './changes.ts'

/** Reads. A `Tx` is a `Db`, so every read also works inside a transaction. */
export type Db = Kysely<Tables>

declare const written: unique symbol
/** Writes. A function that changes anything asks for one of these; only `write` makes them. */
export type Tx = Transaction<Tables> & { readonly [written]?: never }

export type Write = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

/** What a database engine brings along. sqlite.ts and postgres.ts each make one. */
export type Engine = {
  kind: 'sqlite' | 'postgres'
  reading: Dialect
  writing: Dialect
  /** A connection of its own whose transactions only read, and read one state of the database however long they last. */
  snapshot: () => Dialect
  /** Whether the transaction lost to another and may be tried again from its start. */
  isContention: (error: unknown) => boolean
  /** Milliseconds to wait before trying again after so many attempts. */
  pause: (tried: number) => number
  /** Called after each write; lets other processes have their turn. */
  giveWay: () => Promise<void>
  /** Calls back whenever another process may have changed something; resolves to a function that stops it. */
  listen: (heard: () => void, failed: (error: unknown) => void) => Promise<() => Promise<void>>
}

export type Database = {
  kind: Engine['kind']
  db: Db
  write: Write
  /** Reads one state of the database, beside whatever is written meanwhile. */
  snapshot: <T>(work: (db: Db) => Promise<T>) => Promise<T>
  /** Hears of every committed change of this process, before `write` returns. */
  onChange: (heard: (change: Change) => void) => void
  listen: Engine['listen']
  migrate: (migrations: Record<string, Migration>) => Promise<string[]>
  close: () => Promise<void>
}

type Writing = { touches: Touch[] }
const insideWrite = new AsyncLocalStorage<Writing>()

export function openDatabase(engine: Engine): Database {
  const writer = new Kysely<Tables>({ dialect: engine.writing })
  const reader = new Kysely<Tables>({ dialect: engine.reading, plugins: [refuseInsideWrite] })
  const listeners: ((change: Change) => void)[] = []

  const attempt = async <T>(work: (tx: Tx) => Promise<T>) => {
    const writing: Writing = { touches: [] }
    const change = { id: undefined as string | undefined, touches: writing.touches }
    const result = await insideWrite.run(writing, () =>
      transaction(writer, engine.kind).execute(async (tx) => {
        const made = await work(tx)
        change.id = await recordTouches(tx, engine.kind, writing.touches)
        return made
      }),
    )
    if (change.id) for (const heard of listeners) heard({ id: change.id, touches: change.touches })
    await engine.giveWay()
    return result
  }

  return {
    kind: engine.kind,
    db: reader,
    write: (work) => patiently(engine, () => attempt(work)),
    snapshot: async (work) => {
      const connection = new Kysely<Tables>({ dialect: engine.snapshot() })
      try {
        return await frozen(connection, engine.kind).execute(work)
      } finally {
        await connection.destroy()
      }
    },
    onChange: (heard) => void listeners.push(heard),
    listen: engine.listen,
    migrate: (migrations) =>
      patiently(engine, async () => {
        const migrator = new Migrator({
          db: writer,
          provider: { getMigrations: async () => migrations },
        })
        const { error, results } = await migrator.migrateToLatest()
        if (error) throw error
        return (results ?? []).map((result) => result.migrationName)
      }),
    close: async () => {
      await reader.destroy()
      await writer.destroy()
    },
  }
}

const transaction = (writer: Kysely<Tables>, kind: Engine['kind']) =>
  kind === 'postgres'
    ? writer.transaction().setIsolationLevel('serializable')
    : writer.transaction()

const frozen = (connection: Kysely<Tables>, kind: Engine['kind']) =>
  kind === 'postgres'
    ? connection.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
    : connection.transaction()

/** Milliseconds for which a write waits for others before it gives up. */
const PATIENCE_MS = 15_000

/** Tries again while another transaction is in the way. */
async function patiently<T>(engine: Engine, work: () => Promise<T>): Promise<T> {
  const until = performance.now() + PATIENCE_MS
  for (let tried = 1; ; tried++) {
    try {
      return await work()
    } catch (error) {
      if (performance.now() > until || !engine.isContention(error)) throw error
      await wait(engine.pause(tried) * (0.5 + Math.random()))
    }
  }
}

/** Says what a change touched, so that the pages which read it are dropped once it is committed. */
export function touch(_tx: Tx, key: string, at?: string) {
  const writing = insideWrite.getStore()
  if (!writing) throw new Error('touch() belongs inside write()')
  writing.touches.push(at === undefined ? { key } : { key, at })
}

/** The touches that other processes have committed since `since`, and where to go on from. */
export const changesSince = touchesOf

// A read with `db` inside write() would not see what the transaction has just done, and would hang on a busy pool.
const refuseOutside = () => {
  if (insideWrite.getStore()) throw new Error('Inside write(), query with tx, not db')
}

/** The same for queries that are built once, of which no plugin hears again. */
export function refuseReader(db: Db) {
  if (!db.isTransaction) refuseOutside()
}

const refuseInsideWrite: KyselyPlugin = {
  transformQuery({ node }) {
    refuseOutside()
    return node
  },
  transformResult: async ({ result }) => result,
}
