import { type Logger, pino, stdTimeFunctions } from 'pino'

export type { Logger }

/** Structured logs, one JSON object a line on standard error. What a reader asked for is logged without its query. */
export const logger = (level: string): Logger =>
  pino({ level, timestamp: stdTimeFunctions.isoTime, base: null }, process.stderr)
