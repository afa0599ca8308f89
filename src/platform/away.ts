/** Codes of the system and of Postgres (SQLSTATE) for a database that cannot be reached, or has no room. */
const codes = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH'],
  ...['ENOSPC', 'EDQUOT'],
  // Too many connections, disk full, shutting down, crashed, starting up.
  ...['53300', '53100', '57P01', '57P02', '57P03'],
  // Others were in the way until there was no patience left.
  ...['40001', '40P01', '55P03'],
])

/** SQLite's primary codes: busy, locked, read or write failed, full, cannot be opened. */
const sqliteCodes = new Set([5, 6, 10, 13, 14])

/** What `pg` says without a code. */
const sentences =
  /^(timeout exceeded when trying to connect|Connection terminated|Query read timeout|Client has encountered a connection error)/

/** Whether an error means that the database is away, locked or out of room: it passes, and the program is not wrong. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('errcode' in error) return sqliteCodes.has(Number(error.errcode) & 0xff)
  const code = 'code' in error ? String(error.code) : ''
  return codes.has(code) || /^08/.test(code) || sentences.test(error.message)
}
