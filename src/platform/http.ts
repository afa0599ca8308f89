import type { IncomingMessage } from 'node:http'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { isAway } from './away.ts'
import type { Database } from './database.ts'
import type { Files } from './files.ts'
import { type Logger, seldom } from './log.ts'
import type { Encoding, Page, Pages } from './pages.ts'
import { type Reason, Refusal } from './refusals.ts'

/** What every door can reach. */
export type House = Pick<Database, 'db' | 'write' | 'kind'> & {
  pages: Pages
  files: Files
  log: Logger
  now: () => Date
  /** The newsroom's public address, without a slash at its end. */
  siteUrl: string
  /** The folder of this machine in which the newsroom keeps its files. */
  dataFolder: string
  /** Whether letters leave, or stay in a folder for want of a mail server. */
  hasMail: boolean
}

/** What a server hands to its routes; nothing where they are asked without one. */
export type Bindings = {
  incoming?: IncomingMessage
  /** Answers with a page, past the `Response` that a route would return. */
  send?: (page: Page) => void
}

export type Env = {
  Bindings: Bindings
  Variables: House & {
    requestId: string
    /** Where the request came from, as `networkOf` says it. */
    network: string
  }
}

/** The one table from reasons to HTTP (RFC 9110). */
export const statusOf = {
  'not-found': 404,
  gone: 410,
  'not-signed-in': 401,
  'not-allowed': 403,
  invalid: 422,
  conflict: 409,
  'too-large': 413,
  'too-many': 429,
  unavailable: 503,
} as const satisfies Record<Reason, number>

const complain = seldom()

/** What a reader is told of an error. Anything but a refusal is a bug: logged with its request id, said calmly. */
export function answerTo(error: unknown, c: Context<Env>) {
  if (error instanceof Refusal)
    return { status: statusOf[error.reason], code: error.code, message: error.message }
  // What Hono's validators throw when a body cannot be read as what it says it is.
  if (error instanceof HTTPException && error.status === 400)
    return { status: 422 as const, code: 'api/body', message: 'The request could not be read.' }
  if (error instanceof HTTPException && error.status === 413)
    return { status: 413 as const, code: 'api/body', message: 'The request is too large.' }
  if (isAway(error)) {
    complain(c.var.log, error, 'requests cannot be answered: the database is away or has no room')
    return { status: 503 as const, code: 'away', message: 'Please try again in a moment.' }
  }
  c.var.log.error({ err: error, requestId: c.var.requestId, path: c.req.path }, 'a request failed')
  return { status: 500 as const, code: 'unexpected', message: 'Something went wrong on our side.' }
}

/** Browsers send a handful of different lists; a stranger may send any. */
const KEPT_LISTS = 100
const known = new Map<string, Encoding>()

/** The best encoding both sides know (RFC 9110, 12.5.3). */
export function encodingFor(accepted = ''): Encoding {
  const kept = known.get(accepted)
  if (kept) return kept
  const offered = accepted.split(',').map((part) =>
    part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/),
  )
  const takes = (name: string) =>
    offered.some(([one, weight]) => one === name && !/^q=0(\.0*)?$/.test(weight ?? ''))
  const encoding = takes('br') ? 'br' : takes('gzip') ? 'gzip' : 'identity'
  if (known.size < KEPT_LISTS) known.set(accepted, encoding)
  return encoding
}

/** Whether the reader's copy is still good (RFC 9110, 13.1.2: weak comparison). */
export const isFresh = (ifNoneMatch: string | undefined, etag: string) =>
  ifNoneMatch !== undefined &&
  (ifNoneMatch === etag ||
    ifNoneMatch === '*' ||
    ifNoneMatch
      .split(',')
      .some((tag) => tag.trim().replace(/^W\//, '') === etag.replace(/^W\//, '')))

/**
 * A page's last change as it may be told now. Not within its first second, in which another rendering would bear the
 * same time (RFC 9110, 8.8.2.2).
 */
export const lastModified = ({ dated }: Page, now: Date): string | undefined =>
  dated && now.getTime() - dated.getTime() >= 1000 ? dated.toUTCString() : undefined

/** Whether the reader's copy of a page is still good. A time counts only where no tag is given, and only the very one. */
export function isCurrent(
  asked: { tag: string | undefined; since: string | undefined },
  page: Page,
  now: Date,
) {
  if (asked.tag !== undefined) return isFresh(asked.tag, page.etag)
  return asked.since !== undefined && asked.since === lastModified(page, now)
}

/** The headers of every answer, also of errors. Pages add their own content policy. */
export const guardHeaders = (siteUrl: string): Record<string, string> => ({
  'content-security-policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy':
    'accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), interest-cohort=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  ...(siteUrl.startsWith('https://')
    ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }
    : {}),
})
