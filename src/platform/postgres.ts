import { PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Engine } from './database.ts'
import { CHANGED, PreparingClient } from './prepared.ts'

/** int8 as a number: counts and sizes here stay far below 2^53. */
const INT8 = 20
pg.types.setTypeParser(INT8, Number)

const channel = 'dateline_changes'

/** Postgres 15 or later. `address` is a postgres:// address. */
export function postgres(address: string, options: { connections?: number } = {}): Engine {
  const connections = options.connections ?? 10
  return {
    kind: 'postgres',
    reading: new PostgresDialect({ pool: pool(address, connections, { giveUpMs: READ_MS }) }),
    writing: new PostgresDialect({ pool: pool(address, Math.max(2, Math.ceil(connections / 2))) }),
    snapshot: () => new PostgresDialect({ pool: pool(address, 1, { patient: true }) }),
    isContention: (error) => ['40001', '40P01', '55P03', CHANGED].includes(codeOf(error) ?? ''),
    pause: (tried) => Math.min(400, 2 ** Math.min(tried, 9)),
    giveWay: async () => {},
    listen: (heard, failed) => listen(address, heard, failed),
  }
}

/** Milliseconds after which a read is given up: a server that hangs and does not hang up must not hold its readers. */
const READ_MS = 30_000

/** `patient`: a transaction may wait, for as long as it takes, for a slow disk that what it reads is written to. */
function pool(
  address: string,
  max: number,
  { giveUpMs, patient = false }: { giveUpMs?: number; patient?: boolean } = {},
) {
  const made = new pg.Pool({
    Client: PreparingClient,
    connectionString: address,
    max,
    keepAlive: true,
    ...(giveUpMs === undefined ? {} : { query_timeout: giveUpMs }),
    connectionTimeoutMillis: 5000,
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: patient ? 0 : 60_000,
    application_name: 'dateline',
  })
  // A connection that the server closed is replaced by the pool; unheard, its error would end the process, whether it
  // is lost while it is idle or between two queries of a transaction.
  made.on('error', () => {})
  made.on('connect', (client) => client.on('error', () => {}))
  return made
}

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined

const RECONNECT_MS = 500

async function listen(address: string, heard: () => void, failed: (error: unknown) => void) {
  let stopped = false
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined

  const connect = async () => {
    const fresh = new pg.Client({
      connectionString: address,
      keepAlive: true,
      connectionTimeoutMillis: 5000,
      application_name: 'dateline listener',
    })
    let lost = false
    const lose = (error?: unknown) => {
      if (lost || stopped) return
      lost = true
      failed(error ?? new Error('The connection that hears of changes was closed'))
      fresh.end().catch(() => {})
      clearTimeout(timer)
      timer = setTimeout(retry, RECONNECT_MS)
    }
    fresh.on('error', lose)
    fresh.on('end', () => lose())
    fresh.on('notification', heard)
    try {
      await fresh.connect()
      await fresh.query(`listen ${channel}`)
    } catch (error) {
      // Lost while it was being made: the next attempt is already on its way.
      if (lost) return
      lost = true
      await fresh.end().catch(() => {})
      throw error
    }
    client = fresh
    // Whatever happened while nobody listened.
    heard()
  }
  const retry = () => {
    if (stopped) return
    connect().catch((error) => {
      failed(error)
      timer = setTimeout(retry, RECONNECT_MS)
    })
  }

  await connect()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await client?.end().catch(() => {})
  }
}
