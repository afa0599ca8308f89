import type { Tx } from '../platform/database.ts'
import { uuid } from '../platform/ids.ts'
import { isWithin, type Limit } from '../platform/limits.ts'
import { record } from '../platform/outbox.ts'
import { Refusal } from '../platform/refusals.ts'
import { hashOf, newCode, newSecret } from '../platform/secrets.ts'
import { EmailAddress } from './colleague.ts'
import { colleagueById, hasAdministrator, invite } from './colleagues.ts'
import { openSession } from './sessions.ts'

/**
 * Signing in by a link or a code sent to one's mailbox. Nothing here tells whether an address is somebody's: both kinds
 * leave the same row, the same answer and the same number of tries.
 */

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** How long a link sent by mail, and one printed on the server, can be used. */
const MAILED_MS = 15 * MINUTE
const PRINTED_MS = HOUR
/** Wrong codes that one attempt takes: one in 200,000 to guess. */
const TRIES = 5

/** Says that a letter is wanted. Nobody's deed: who asked is not known. */
export const ASKED = 'staff.sign-in-asked'

const perAddress: Limit = { most: 5, withinMs: HOUR }
const perNetwork: Limit = { most: 30, withinMs: HOUR }

/** Refuses a network that tries too often. */
export async function refuseFlood(tx: Tx, network: string, now: Date) {
  if (!(await isWithin(tx, `sign-in network ${network}`, perNetwork, now)))
    throw new Refusal(
      'too-many',
      'staff/too-many',
      'Too many attempts from your network. Please try again in an hour.',
    )
}

/** Begins an attempt for an e-mail address; returns the secret that ties it to the browser that asked. */
export async function askToSignIn(tx: Tx, address: string, now: Date): Promise<string> {
  const parsed = EmailAddress.safeParse(address)
  if (!parsed.success)
    throw new Refusal('invalid', 'staff/email', `email: ${parsed.error.issues[0]!.message}`)
  const within = await isWithin(tx, `sign-in address ${parsed.data}`, perAddress, now)
  const colleague = await tx
    .selectFrom('colleagues')
    .select('id')
    .where('email', '=', parsed.data)
    .where('left', 'is', null)
    .executeTakeFirst()
  const browser = newSecret()
  const id = await begin(tx, 'mailed', within && colleague ? colleague.id : null, MAILED_MS, now, {
    browser: hashOf(browser),
  })
  // Of nobody's address, too: what is not written here could be measured from outside.
  if (within) await record(tx, ASKED, { attemptId: id }, now)
  return browser
}

/** A link for somebody who stands at the server: for a colleague, or for the first administrator. */
export async function linkAtTheServer(tx: Tx, colleagueId: string | null, now: Date) {
  const link = newSecret()
  // The newest is the only one.
  await tx
    .deleteFrom('sign_in_attempts')
    .where('purpose', '=', purposeOf(colleagueId))
    .where('colleague_id', colleagueId === null ? 'is' : '=', colleagueId)
    .execute()
  await begin(tx, purposeOf(colleagueId), colleagueId, PRINTED_MS, now, { link: hashOf(link) })
  return link
}

const purposeOf = (colleagueId: string | null) => (colleagueId === null ? 'first' : 'printed')

async function begin(
  tx: Tx,
  purpose: 'mailed' | 'printed' | 'first',
  colleagueId: string | null,
  lastsMs: number,
  now: Date,
  known: { browser?: string; link?: string },
) {
  const id = uuid(now)
  await tx
    .insertInto('sign_in_attempts')
    .values({
      id,
      purpose,
      colleague_id: colleagueId,
      browser: known.browser ?? null,
      link: known.link ?? null,
      code: null,
      tries: 0,
      expires: new Date(now.getTime() + lastsMs).toISOString(),
      used: null,
    })
    .execute()
  return id
}

/**
 * Makes the link and the code of an attempt, for the letter that carries them. Made anew when the letter has to be sent
 * again; only the newest work. Undefined once the attempt is over.
 */
export async function makeLink(tx: Tx, attemptId: string, now: Date) {
  const attempt = await open(tx, now)
    .select(['id', 'colleague_id'])
    .where('id', '=', attemptId)
    .executeTakeFirst()
  if (!attempt?.colleague_id) return undefined
  const [link, code] = [newSecret(), newCode()]
  await tx
    .updateTable('sign_in_attempts')
    .set({ link: hashOf(link), code: hashOf(`${attempt.id} ${code}`) })
    .where('id', '=', attempt.id)
    .execute()
  return { link, code, colleague: await colleagueById(tx, attempt.colleague_id) }
}

const open = (tx: Tx, now: Date) =>
  tx
    .selectFrom('sign_in_attempts')
    .where('used', 'is', null)
    .where('expires', '>', now.toISOString())
    // What lasts longer than any was made while the clock was wrong. Nodes may differ by less than the longest lasts.
    .where('expires', '<', new Date(now.getTime() + 2 * PRINTED_MS).toISOString())

const stale = () =>
  new Refusal(
    'not-allowed',
    'staff/link',
    'This link has been used or is too old. Ask for a new one.',
  )

/** Lets in whoever holds a link, once; returns the session's secret. */
export async function signInByLink(tx: Tx, link: string, agent: string, now: Date) {
  const attempt = await open(tx, now)
    .select(['id', 'colleague_id'])
    .where('link', '=', hashOf(link))
    .executeTakeFirst()
  if (!attempt?.colleague_id) throw stale()
  return await letIn(tx, attempt.id, attempt.colleague_id, agent, now)
}

/**
 * Lets in the browser that asked, by the code of its letter. Returns undefined for a wrong one: the try has to be
 * counted, and a refusal would undo the count.
 */
export async function signInByCode(
  tx: Tx,
  browser: string,
  code: string,
  agent: string,
  now: Date,
): Promise<string | undefined> {
  const attempt = await open(tx, now)
    .select(['id', 'colleague_id', 'code', 'tries'])
    .where('browser', '=', hashOf(browser))
    .executeTakeFirst()
  if (!attempt || attempt.tries >= TRIES) throw stale()
  if (attempt.colleague_id && attempt.code === hashOf(`${attempt.id} ${code.replace(/\D/g, '')}`))
    return await letIn(tx, attempt.id, attempt.colleague_id, agent, now)
  await tx
    .updateTable('sign_in_attempts')
    .set({ tries: attempt.tries + 1 })
    .where('id', '=', attempt.id)
    .execute()
  return undefined
}

/** Makes whoever holds the server's link the first administrator, and lets them in. */
export async function becomeAdministrator(
  tx: Tx,
  link: string,
  fields: { email: string; name: string },
  agent: string,
  now: Date,
) {
  const attempt = await open(tx, now)
    .select('id')
    .where('purpose', '=', 'first')
    .where('link', '=', hashOf(link))
    .executeTakeFirst()
  if (!attempt || (await hasAdministrator(tx))) throw stale()
  const id = await invite(tx, null, { ...fields, roleId: 'administrator' }, now)
  return await letIn(tx, attempt.id, id, agent, now)
}

async function letIn(tx: Tx, attemptId: string, colleagueId: string, agent: string, now: Date) {
  const colleague = await colleagueById(tx, colleagueId)
  if (colleague.left !== null) throw stale()
  await tx
    .updateTable('sign_in_attempts')
    .set({ used: now.toISOString() })
    .where('id', '=', attemptId)
    .execute()
  await record(tx, 'staff.signed-in', { colleagueId, by: 'mailbox' }, now)
  return await openSession(tx, colleagueId, agent, now)
}

/** Forgets who asked: strangers may ask as often as they like, and must not fill the history with it. */
export async function pruneAttempts(tx: Tx, now: Date) {
  const past = new Date(now.getTime() - HOUR).toISOString()
  await tx.deleteFrom('sign_in_attempts').where('expires', '<', past).execute()
  await tx
    .deleteFrom('events')
    .where('type', '=', ASKED)
    .where('happened', '<', past)
    .where('dispatched', 'is not', null)
    .where('id', 'not in', tx.selectFrom('jobs').select('event_id'))
    .execute()
}
