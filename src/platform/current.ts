import { LRUCache } from 'lru-cache'
import { type Change, latestPlace, type Touch, touchesOf } from './changes.ts'
import type { Database } from './database.ts'
import { type Logger, seldom } from './log.ts'
import type { Pages } from './pages.ts'

/** Milliseconds between looks at the record of changes on Postgres, for notifications that were lost. */
const LOOK_MS = 1000

/** Milliseconds without a look after which changes may have been pruned unheard; half of what they are kept for. */
const BLIND_MS = 12 * 3_600_000

/**
 * Keeps a node's pages true: drops what this process changes at once, and what others change as soon as it hears.
 * Tells `heard` of both.
 */
export async function keepCurrent(
  database: Database,
  pages: Pages,
  log: Logger,
  heard: (touches: readonly Touch[]) => void = () => {},
): Promise<() => Promise<void>> {
  const applied = new LRUCache<string, true>({ max: 20_000 })
  const apply = (change: Change) => {
    if (applied.has(change.id)) return
    applied.set(change.id, true)
    pages.drop(change.touches)
    heard(change.touches)
  }
  database.onChange(apply)
  let place = await latestPlace(database.db, database.kind)

  const complain = seldom()
  let looked = performance.now()
  let looking: Promise<void> | undefined
  let askedAgain = false
  const look = async () => {
    do {
      askedAgain = false
      const news = await touchesOf(database.db, database.kind, place)
      for (const change of news.changes) apply(change)
      place = news.place
      if (database.kind === 'postgres' && performance.now() - looked > BLIND_MS) pages.clear()
      looked = performance.now()
    } while (askedAgain)
  }
  const hear = () => {
    askedAgain = true
    looking ??= look()
      .catch((error) =>
        complain(log, error, 'could not read what other processes changed; tries again'),
      )
      .finally(() => {
        looking = undefined
      })
  }

  const stopListening = await database.listen(hear, (error) =>
    complain(log, error, 'lost the connection that hears of changes; reconnecting'),
  )
  const timer = database.kind === 'postgres' ? setInterval(hear, LOOK_MS) : undefined
  timer?.unref()
  return async () => {
    clearInterval(timer)
    await stopListening()
    await looking
  }
}
