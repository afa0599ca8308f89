import { type Db, type Tx, touch } from '../platform/database.ts'
import { uuid } from '../platform/ids.ts'
import { record } from '../platform/outbox.ts'
import { Refusal } from '../platform/refusals.ts'
import { hashOf, newSecret } from '../platform/secrets.ts'
import { type Colleague, STAFF } from './colleague.ts'
import { colleagueById } from './colleagues.ts'

/** A session ends after so long without a visit, and after so long in all (milliseconds). */
const IDLE_MS = 14 * 86_400_000
const LONGEST_MS = 90 * 86_400_000
/** How exactly `seen` is kept: a write for every click would be one too many. */
const SEEN_MS = 60 * 60_000

export type Session = { id: string; colleague: Colleague; seen: string }

/** Lets a colleague in; returns the secret that their browser keeps. */
export async function openSession(tx: Tx, colleagueId: string, agent: string, now: Date) {
  const secret = newSecret()
  await tx
    .insertInto('sessions')
    .values({
      id: uuid(now),
      hash: hashOf(secret),
      colleague_id: colleagueId,
      began: now.toISOString(),
      seen: now.toISOString(),
      agent: agent.replace(/[^\x20-\x7e]/g, '').slice(0, 200),
    })
    .execute()
  await tx
    .updateTable('colleagues')
    .set({ joined: now.toISOString() })
    .where('id', '=', colleagueId)
    .where('joined', 'is', null)
    .execute()
  return secret
}

const living = (db: Db, now: Date) =>
  db
    .selectFrom('sessions')
    .where('seen', '>', new Date(now.getTime() - IDLE_MS).toISOString())
    .where('began', '>', new Date(now.getTime() - LONGEST_MS).toISOString())

/** Whose browser this is. The role is read anew each time, so that a change of it holds from the next click on. */
export async function sessionOf(db: Db, secret: string, now: Date): Promise<Session | undefined> {
  const row = await living(db, now)
    .select(['id', 'colleague_id', 'seen'])
    .where('hash', '=', hashOf(secret))
    .executeTakeFirst()
  if (!row) return undefined
  const colleague = await colleagueById(db, row.colleague_id)
  return colleague.left === null ? { id: row.id, colleague, seen: row.seen } : undefined
}

export const isWorthNoting = ({ seen }: Session, now: Date) =>
  now.getTime() - Date.parse(seen) > SEEN_MS

export const noteSeen = (tx: Tx, { id }: Session, now: Date) =>
  tx.updateTable('sessions').set({ seen: now.toISOString() }).where('id', '=', id).execute()

/** Where a colleague is signed in, newest first. */
export const sessionsOf = (db: Db, colleagueId: string, now: Date) =>
  living(db, now)
    .select(['id', 'began', 'seen', 'agent'])
    .where('colleague_id', '=', colleagueId)
    .orderBy('seen', 'desc')
    .orderBy('id', 'desc')
    .execute()

/** Ends one session of a colleague, if it is not over already: signing out. */
export async function signOut(tx: Tx, colleagueId: string, id: string, now: Date) {
  const { numDeletedRows } = await tx
    .deleteFrom('sessions')
    .where('colleague_id', '=', colleagueId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (numDeletedRows === 0n) return false
  touch(tx, STAFF)
  await record(tx, 'staff.signed-out', { colleagueId }, now)
  return true
}

/** Closes what a colleague has left open elsewhere. */
export async function endSession(tx: Tx, colleagueId: string, id: string, now: Date) {
  if (!(await signOut(tx, colleagueId, id, now)))
    throw new Refusal('not-found', 'staff/no-session', 'You have no such session any more.')
}

/** Ends every session of a colleague but, where given, the one they are using. */
export async function endSessions(tx: Tx, colleagueId: string, now: Date, except = '') {
  const { numDeletedRows } = await tx
    .deleteFrom('sessions')
    .where('colleague_id', '=', colleagueId)
    .where('id', '!=', except)
    .executeTakeFirst()
  if (numDeletedRows === 0n) return
  touch(tx, STAFF)
  await record(tx, 'staff.signed-out', { colleagueId }, now)
}

export const pruneSessions = (tx: Tx, now: Date) =>
  tx
    .deleteFrom('sessions')
    .where((e) =>
      e.or([
        e('seen', '<=', new Date(now.getTime() - IDLE_MS).toISOString()),
        e('began', '<=', new Date(now.getTime() - LONGEST_MS).toISOString()),
      ]),
    )
    .execute()
