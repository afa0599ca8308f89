import { type Logger, pino, stdTimeFunctions } from 'pino'

export type { Logger }

/** Structured logs, one JSON object a line on standard error. What a reader asked for is logged without its query. */
export const logger = (level: string): Logger =>
  pino({ level, timestamp: stdTimeFunctions.isoTime, base: null }, process.stderr)

/** Milliseconds between two lines about one trouble. */
const SELDOM_MS = 10_000

/** Says a trouble that may come a thousand times a second: the first time, then now and again with how often it came. */
export function seldom() {
  let said = Number.NEGATIVE_INFINITY
  let times = 0
  return (log: Logger, error: unknown, words: string) => {
    times++
    if (performance.now() - said < SELDOM_MS) return
    said = performance.now()
    const because = error instanceof Error ? error.message : String(error)
    log.warn({ because, times }, words)
    times = 0
  }
}
