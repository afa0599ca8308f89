import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Db, Tx } from '../platform/database.ts'
import { isWithin, type Limit } from '../platform/limits.ts'
import { record } from '../platform/outbox.ts'
import { Refusal } from '../platform/refusals.ts'
import { EmailAddress } from './colleague.ts'
import { codeStep } from './factor.ts'
import { openSession } from './sessions.ts'

/** A password, for those who want one beside their mailbox and passkeys. It needs a second factor. */

const hash = promisify(argon2)

/** OWASP's second recommendation for Argon2id (Password Storage Cheat Sheet, 2024): 19 MiB, two passes. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const
/** NIST SP 800-63B-4, 3.1.1.2: at least 8 where a second factor is asked for; long ones welcome. */
const SHORTEST = 10
const LONGEST = 200

const perColleague: Limit = { most: 10, withinMs: 60 * 60_000 }

export async function passwordHash(password: string): Promise<string> {
  if (password.length < SHORTEST || password.length > LONGEST)
    throw new Refusal(
      'invalid',
      'staff/password',
      `password: Write ${SHORTEST} to ${LONGEST} characters. A few words in a row are good.`,
    )
  const salt = randomBytes(16)
  const digest = await derived(password, salt, COST)
  const { memory, passes, parallelism } = COST
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${plain(salt)}$${plain(digest)}`
}

const plain = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '')

const derived = (
  password: string,
  nonce: Buffer,
  { memory, passes, parallelism }: { memory: number; passes: number; parallelism: number },
): Promise<Buffer> =>
  hash('argon2id', {
    message: password.normalize('NFC'),
    nonce,
    parallelism,
    memory,
    passes,
    tagLength: 32,
  }) as Promise<Buffer>

/** Whether a password is the one of a hash in PHC notation. */
export async function isPassword(password: string, stored: string): Promise<boolean> {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(stored)
  if (!parts || password.length > LONGEST) return false
  const [, memory, passes, parallelism, salt, digest] = parts
  const wanted = Buffer.from(digest!, 'base64')
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  return timingSafeEqual(await derived(password, Buffer.from(salt!, 'base64'), cost), wanted)
}

/** Compared with where there is no password, so that an unknown address takes as long as a known one. */
const NOBODY = passwordHash(randomBytes(16).toString('hex'))

/** Whose password this is; nobody's, if it is wrong. Slow on purpose, and outside of any transaction. */
export async function knownBy(db: Db, address: string, password: string) {
  const email = EmailAddress.safeParse(address)
  const row = email.success
    ? await db
        .selectFrom('colleagues')
        .select(['id', 'password'])
        .where('email', '=', email.data)
        .where('left', 'is', null)
        .executeTakeFirst()
    : undefined
  const right = await isPassword(password, row?.password ?? (await NOBODY))
  return row?.password && right ? { id: row.id, hash: row.password } : { id: '', hash: '' }
}

/** Counts a try for an address, whether it is somebody's or not. */
export async function refuseGuessing(tx: Tx, address: string, now: Date) {
  // In the one spelling it is compared in: another must not have tries of its own.
  const email = EmailAddress.safeParse(address).data ?? 'nobody'
  if (!(await isWithin(tx, `password ${email}`, perColleague, now)))
    throw new Refusal(
      'too-many',
      'staff/too-many',
      'Too many attempts for this address. Ask for a link by mail, or try again in an hour.',
    )
}

/**
 * Lets in who knew the password and shows a code of their second factor; undefined where the code is wrong, or was
 * used before, and where it is nobody's: both take as long.
 */
export async function signInByPassword(
  tx: Tx,
  known: { id: string; hash: string },
  code: string,
  agent: string,
  now: Date,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('colleagues')
    .select(['factor', 'factor_step'])
    .where('id', '=', known.id)
    // Changed since it was compared: then it is another password.
    .where('password', '=', known.hash)
    .where('left', 'is', null)
    .executeTakeFirst()
  const step = row?.factor ? codeStep(row.factor, code, now) : undefined
  if (!row || step === undefined || step <= row.factor_step) return undefined
  await tx.updateTable('colleagues').set({ factor_step: step }).where('id', '=', known.id).execute()
  await record(tx, 'staff.signed-in', { colleagueId: known.id, by: 'password' }, now)
  return await openSession(tx, known.id, agent, now)
}

/** Sets a password and its second factor together, once a code shows that the factor works. */
export async function setPassword(
  tx: Tx,
  colleagueId: string,
  { hash: password, factor, code }: { hash: string; factor: string; code: string },
  now: Date,
) {
  const step = codeStep(factor, code, now)
  if (step === undefined)
    throw new Refusal(
      'invalid',
      'staff/code',
      'code: This is not the code that the app shows now. Check the clock of your phone.',
    )
  await tx
    .updateTable('colleagues')
    .set({ password, factor, factor_step: step })
    .where('id', '=', colleagueId)
    .execute()
  await record(tx, 'staff.password-set', { colleagueId }, now)
}

export async function removePassword(tx: Tx, colleagueId: string, now: Date) {
  if (!(await hasPassword(tx, colleagueId))) return
  await tx
    .updateTable('colleagues')
    .set({ password: null, factor: null, factor_step: 0 })
    .where('id', '=', colleagueId)
    .execute()
  await record(tx, 'staff.password-removed', { colleagueId }, now)
}

export async function hasPassword(db: Db, colleagueId: string) {
  const row = await db
    .selectFrom('colleagues')
    .select('password')
    .where('id', '=', colleagueId)
    .executeTakeFirst()
  return typeof row?.password === 'string'
}
