import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { type Dialect, SqliteAdapter, type SqliteDatabase, SqliteDialect } from 'kysely'
import { LRUCache } from 'lru-cache'
import type { Engine } from './database.ts'

/** SQLite through Node's own module: one writing and one reading handle, so that readers never wait behind a writer. */
export function sqlite(path: string): Engine {
  return {
    kind: 'sqlite',
    // synchronous=FULL: NORMAL loses the last commits when the power fails.
    writing: dialect(
      path,
      'pragma synchronous = full; pragma busy_timeout = 0; pragma cache_size = -16000',
    ),
    reading: dialect(path, 'pragma query_only = on; pragma busy_timeout = 200'),
    snapshot: () =>
      dialect(path, 'pragma query_only = on; pragma busy_timeout = 10000', 'begin deferred'),
    isContention: (error) =>
      error instanceof Error &&
      'errcode' in error &&
      [5, 6, 517, 261].includes(Number(error.errcode)),
    pause: () => 2,
    giveWay: turns(),
    listen: async (heard, failed) => watch(path, heard, failed),
  }
}

/** Milliseconds that one process may write without a break, and how long the break is. */
const TURN_MS = 60
const BREAK_MS = 5

/**
 * SQLite keeps no queue for its lock: a process that writes without a break, such as an import, would shut out every
 * other for good. So each process rests for a moment after its turn, longer than others wait between their attempts.
 */
function turns() {
  let began = 0
  let last = 0
  return async () => {
    const now = performance.now()
    if (now - last > BREAK_MS) began = now
    if (now - began > TURN_MS) {
      await wait(BREAK_MS)
      began = performance.now()
    }
    last = performance.now()
  }
}

/** SQLite has no notifications; its data version changes when another connection has committed. A look takes 5 µs. */
const WATCH_MS = 20

function watch(path: string, heard: () => void, failed: (error: unknown) => void) {
  const file = new DatabaseSync(path)
  const version = file.prepare('pragma data_version')
  let seen = version.get()?.data_version
  const timer = setInterval(() => {
    try {
      const now = version.get()?.data_version
      if (now !== seen) heard()
      seen = now
    } catch (error) {
      failed(error)
    }
  }, WATCH_MS)
  timer.unref()
  return async () => {
    clearInterval(timer)
    file.close()
  }
}

// SQLite does roll back DDL; Kysely only assumes that it does not. With this, a killed migration leaves nothing behind.
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl() {
    return true
  }
}

class NodeSqliteDialect extends SqliteDialect {
  override createAdapter() {
    return new TransactionalAdapter()
  }
}

/** Statements kept prepared, per handle. Lists of different lengths make different statements, hence the bound. */
const KEPT_STATEMENTS = 400

// A deferred transaction that later writes fails half-way when another process has written.
function dialect(path: string, pragmas: string, begin = 'begin immediate'): Dialect {
  return new NodeSqliteDialect({
    // Opened at first use: a reading handle cannot open a file that the writing one has yet to create.
    database: async () => open(path, pragmas, begin),
  })
}

function open(path: string, pragmas: string, begin: string): SqliteDatabase {
  const file = new DatabaseSync(path)
  file.exec(
    `pragma busy_timeout = 2000; pragma journal_mode = wal; pragma foreign_keys = on; ${pragmas}`,
  )
  const kept = new LRUCache<string, ReturnType<typeof prepared>>({ max: KEPT_STATEMENTS })
  const prepared = (sql: string) => {
    const statement = file.prepare(sql)
    return {
      reader: statement.columns().length > 0,
      all: (values: readonly unknown[]) => statement.all(...bindable(values)),
      run: (values: readonly unknown[]) => {
        // SQLite has already rolled back by itself when the disk is full: the error to report is that one.
        if (sql === 'rollback' && !file.isTransaction) return { changes: 0, lastInsertRowid: 0 }
        return statement.run(...bindable(values))
      },
      iterate: (values: readonly unknown[]) => statement.iterate(...bindable(values)),
    }
  }
  return {
    close: () => file.close(),
    prepare(sql) {
      // SQLite takes a transaction back by itself when the disk is full. Kysely's own complaint would hide why.
      if (sql === 'rollback' && !file.isTransaction) return nothing
      const text = sql === 'begin' ? begin : sql
      let statement = kept.get(text)
      if (!statement) {
        statement = prepared(text)
        kept.set(text, statement)
      }
      return statement
    },
  }
}

const nothing: ReturnType<SqliteDatabase['prepare']> = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [][Symbol.iterator](),
}

type Bindable = string | number | bigint | null | Uint8Array

function bindable(values: readonly unknown[]): Bindable[] {
  for (const value of values)
    if (value instanceof Date || value === undefined || typeof value === 'boolean')
      throw new TypeError(
        `node:sqlite would silently bind ${String(value)} as NULL or fail: write text or a number`,
      )
  return values as Bindable[]
}
