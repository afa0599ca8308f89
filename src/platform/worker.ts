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
  giveBack,
  isAnyJobDue,
  putOff,
  type Subscribers,
} from './outbox.ts'

export type Task = { name: string; everyMs: number; run: () => Promise<void> }

type WorkerOptions<Context> = {
  database: Database
  subscribers: Subscribers<Context>
  context: Context
  schedule: Task[]
  log: Logger
  now: () => Date
}

const CLAIMED_AT_ONCE = 4
const IDLE_MS = 500
/** Milliseconds until the next try when the database was away. */
const AWAY_MS = 2000

/** Does what follows from events, and what the clock asks for. `stop` finishes the job in hand and gives the others back. */
export function startWorker<Context>(options: WorkerOptions<Context>) {
  const { database, subscribers, context, log, now } = options
  let stopping = false
  let wake = () => {}
  const complain = seldom()
  const lastRun = new Map<string, number>()

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

  const runSchedule = async () => {
    for (const task of options.schedule) {
      // The monotonic clock: a wall clock that jumps must neither stop nor flood the schedule.
      const at = performance.now()
      if (at - (lastRun.get(task.name) ?? Number.NEGATIVE_INFINITY) < task.everyMs) continue
      lastRun.set(task.name, at)
      try {
        await task.run()
      } catch (error) {
        if (isAway(error)) {
          // As soon as it is back, not when its turn would come again.
          lastRun.delete(task.name)
          throw error
        }
        log.error({ err: error, task: task.name }, 'a scheduled task failed')
      }
    }
  }

  const round = async () => {
    await runSchedule()
    // Looking costs a read; a write only when there is something to take.
    const event = await database.db
      .selectFrom('events')
      .select('id')
      .where('dispatched', 'is', null)
      .limit(1)
      .executeTakeFirst()
    if (event) await database.write((tx) => dispatch(tx, database.kind, subscribers, now()))
    if (!(await isAnyJobDue(database.db, now()))) return false
    const jobs = await database.write((tx) => claim(tx, database.kind, now(), CLAIMED_AT_ONCE))
    for (const job of jobs)
      if (stopping) await database.write((tx) => giveBack(tx, job.id, now()))
      else await work(job)
    return jobs.length > 0
  }

  const running = (async () => {
    while (!stopping) {
      let pause = IDLE_MS
      try {
        if (await round()) pause = 0
      } catch (error) {
        if (isAway(error))
          complain(log, error, 'the worker waits: the database is away or has no room')
        else log.error({ err: error }, 'the worker could not reach its jobs; it tries again')
        pause = AWAY_MS
      }
      if (pause > 0 && !stopping)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, pause)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
    }
  })()

  return {
    stop: async () => {
      stopping = true
      wake()
      await running
    },
  }
}
