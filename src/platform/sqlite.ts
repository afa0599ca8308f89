import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { type Dialect, SqliteAdapter, type SqliteDatabase, SqliteDialect } from 'kysely'
import { LRUCache } from 'lru-cache'
import type { Engine } from './database.ts'

/** SQLite through Node's own module: one writing and one reading handle, so that readers never wait behind a writer. */
export function sqlite(path: string): Engine {
  const view = new View()
  return {
    kind: 'sqlite',
    // synchronous=FULL: NORMAL loses the last commits when the power fails.
    writing: dialect(
      path,
      'pragma synchronous = full; pragma busy_timeout = 0; pragma cache_size = -16000',
      { committing: () => view.end() },
    ),
    reading: dialect(path, 'pragma query_only = on; pragma busy_timeout = 200', { view }),
    snapshot: () =>
      dialect(path, 'pragma query_only = on; pragma busy_timeout = 10000', {
        begin: 'begin deferred',
      }),
    isContention: (error) =>
      error instanceof Error &&
      'errcode' in error &&
      [5, 6, 517, 261].includes(Number(error.errcode)),
    pause: () => 2,
    giveWay: turns(),
    listen: async (heard, failed) => {
      const afresh = () => {
        view.end()
        heard()
      }
      return watch(path, afresh, failed)
    },
  }
}

/**
 * What the readers of one turn of the event loop see. SQLite takes and gives back its locks for each statement on its
 * own, which costs several times as much as the usual statement of a page. So what one turn reads is one transaction. It
 * ends with the turn, and sooner when this process commits or hears that another has: whoever is told of a change
 * after that reads it.
 */
class View {
  #file: DatabaseSync | undefined
  #ending: NodeJS.Immediate | undefined

  begin(file: DatabaseSync) {
    if (this.#file) return
    file.exec('begin deferred')
    this.#file = file
    this.#ending = setImmediate(() => this.end())
  }

  end() {
    if (!this.#file) return
    clearImmediate(this.#ending)
    const file = this.#file
    this.#file = undefined
    // Some errors of the disk have ended it already.
    if (file.isTransaction) file.exec('commit')
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

type Manner = {
  /** How a transaction begins. One that later writes must not be deferred: it fails half-way when another has written. */
  begin?: string
  committing?: () => void
  view?: View
}

function dialect(path: string, pragmas: string, manner: Manner): Dialect {
  return new NodeSqliteDialect({
    // Opened at first use: a reading handle cannot open a file that the writing one has yet to create.
    database: async () => open(path, pragmas, manner),
  })
}

function open(
  path: string,
  pragmas: string,
  { begin = 'begin immediate', committing, view }: Manner,
): SqliteDatabase {
  const file = new DatabaseSync(path)
  file.exec(
    `pragma busy_timeout = 2000; pragma journal_mode = wal; pragma foreign_keys = on; ${pragmas}`,
  )
  const kept = new LRUCache<string, ReturnType<typeof prepared>>({ max: KEPT_STATEMENTS })
  const prepared = (sql: string) => {
    const statement = file.prepare(sql)
    return {
      reader: statement.columns().length > 0,
      all: (values: readonly unknown[]) => {
        view?.begin(file)
        try {
          return statement.all(...bindable(values))
        } catch (error) {
          view?.end()
          throw error
        }
      },
      run: (values: readonly unknown[]) => {
        // SQLite has already rolled back by itself when the disk is full: the error to report is that one.
        if (sql === 'rollback' && !file.isTransaction) return { changes: 0, lastInsertRowid: 0 }
        if (sql === 'commit') committing?.()
        return statement.run(...bindable(values))
      },
      iterate: (values: readonly unknown[]) => statement.iterate(...bindable(values)),
    }
  }
  return {
    close: () => {
      view?.end()
      file.close()
    },
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
