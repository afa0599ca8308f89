import { setTimeout as rest } from 'node:timers/promises'
import type { Logger } from 'pino'
import { isAway } from './away.ts'
import type { Database } from './database.ts'
import { seldom } from './log.ts'
import {
  type ClaimedJob,
  claim,
  dispatch,
  type EventType,
  finish,
  isAnyJobDue,
  putOff,
  type Subscribers,
} from './outbox.ts'

/** What happens by the clock. `run` is told when the process stops: what takes long then ends at its next step. */
export type Task = {
  name: string
  everyMs: number
  run: (stopping: AbortSignal) => Promise<void>
}

type WorkerOptions<Context> = {
  database: Database
  subscribers: Subscribers<Context>
  /** Handlers that take their time, as jobs name them: "picture.added drawRenditions". */
  slow?: readonly string[]
  context: Context
  schedule: Task[]
  log: Logger
  now: () => Date
}

/**
 * Jobs at once. Only the first lane takes those that take their time: a hundred new pictures, or a hub that does not
 * answer, must not keep an article from being found.
 */
const LANES = 3
const IDLE_MS = 500
/** Milliseconds until the next try when the database was away. */
const AWAY_MS = 2000

/**
 * Does what follows from events, and what the clock asks for. Each task and each lane of jobs goes its own way, so that
 * none waits for another. `stop` lets everything in hand finish.
 */
export function startWorker<Context>(options: WorkerOptions<Context>) {
  const { database, subscribers, slow = [], context, log, now } = options
  const stopping = new AbortController()
  const complain = seldom()

  const handlerOf = (job: ClaimedJob) => {
    const [type, name] = job.handler.split(' ') as [EventType, string]
    return (
      subscribers[type] as Record<string, (context: Context, payload: never) => Promise<void>>
    )?.[name]
  }

  const work = async (job: ClaimedJob) => {
    const handler = handlerOf(job)
    try {
      if (!handler) throw new Error(`No subscriber is called ${job.handler}`)
      await handler(context, JSON.parse(job.payload) as never)
      await database.write((tx) => finish(tx, job.id))
    } catch (error) {
      log.error({ err: error, job: job.handler, attempts: job.attempts }, 'a job failed')
      await database.write((tx) => putOff(tx, job, error, now()))
    }
  }

  // Looking costs a read; a write only when there is something to take.
  const turnEvents = async () => {
    const event = await database.db
      .selectFrom('events')
      .select('id')
      .where('dispatched', 'is', null)
      .limit(1)
      .executeTakeFirst()
    if (!event) return IDLE_MS
    await database.write((tx) => dispatch(tx, database.kind, subscribers, now()))
    return 0
  }

  const workOff = async (without: readonly string[]) => {
    if (!(await isAnyJobDue(database.db, now(), without))) return IDLE_MS
    const jobs = await database.write((tx) => claim(tx, database.kind, now(), 1, without))
    for (const job of jobs) await work(job)
    return jobs.length > 0 ? 0 : IDLE_MS
  }

  /** Goes round until it is told to stop. A round says how many milliseconds to rest after it. */
  const repeat = async (
    round: () => Promise<number>,
    failed: (error: unknown) => void,
    everyMs = 0,
  ) => {
    while (!stopping.signal.aborted) {
      let pause = AWAY_MS
      try {
        pause = await round()
      } catch (error) {
        if (isAway(error))
          complain(log, error, 'the worker waits: the database is away or has no room')
        else {
          failed(error)
          pause = Math.max(everyMs, AWAY_MS)
        }
      }
      // Timers go by the monotonic clock: a wall clock that jumps neither stops nor floods the schedule.
      if (pause > 0) await rest(pause, undefined, { signal: stopping.signal }).catch(() => {})
    }
  }

  const unreachable = (error: unknown) =>
    log.error({ err: error }, 'the worker could not reach its jobs; it tries again')
  const running = Promise.all([
    ...options.schedule.map(({ name, everyMs, run }) =>
      repeat(
        async () => {
          await run(stopping.signal)
          return Math.max(everyMs, IDLE_MS)
        },
        (error) => log.error({ err: error, task: name }, 'a scheduled task failed'),
        everyMs,
      ),
    ),
    repeat(turnEvents, unreachable),
    ...Array.from({ length: LANES }, (_, lane) =>
      repeat(() => workOff(lane === 0 ? [] : slow), unreachable),
    ),
  ])

  return {
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}
