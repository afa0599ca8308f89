import { type Db, type Tx, touch } from '../platform/database.ts'
import { uuid } from '../platform/ids.ts'
import { record } from '../platform/outbox.ts'
import { Refusal } from '../platform/refusals.ts'
import { type Colleague, ColleagueName, EmailAddress, STAFF } from './colleague.ts'
import { type Actor, lackedToGrant, lacking, type Role } from './permission.ts'
import { roleById } from './roles.ts'
import type { StaffTables } from './tables.ts'

type Row = StaffTables['colleagues']

const columns = ['id', 'email', 'name', 'role', 'invited', 'joined', 'left', 'language'] as const

async function colleagueOf(db: Db, row: Pick<Row, (typeof columns)[number]>): Promise<Colleague> {
  return { ...row, role: await roleById(db, row.role) }
}

export async function colleagueById(db: Db, id: string): Promise<Colleague> {
  const row = await db
    .selectFrom('colleagues')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found', 'staff/unknown', 'There is no such colleague.')
  return colleagueOf(db, row)
}

/** Everybody who works or has worked here, by name. */
export async function allColleagues(db: Db): Promise<Colleague[]> {
  const rows = await db
    .selectFrom('colleagues')
    .select(columns)
    .orderBy('name')
    .orderBy('id')
    .execute()
  return Promise.all(rows.map((row) => colleagueOf(db, row)))
}

/** Whether there is somebody who can let others in. */
export async function hasAdministrator(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom('colleagues')
    .select('id')
    .where('role', '=', 'administrator')
    .where('left', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Gives somebody a place at the desk, or the place back that they left; returns their id. `actor` is null where the
 * server itself asks: on its command line, and for the first administrator. Whoever has joined already gets no letter.
 */
export async function invite(
  tx: Tx,
  actor: Actor | null,
  fields: { email: string; name: string; roleId: string; joined?: string },
  now: Date,
): Promise<string> {
  const email = checked('email', EmailAddress.safeParse(fields.email))
  const name = checked('name', ColleagueName.safeParse(fields.name))
  const role = await roleById(tx, fields.roleId)
  if (actor) refuseGrant(actor, role)
  const before = await tx
    .selectFrom('colleagues')
    .select(['id', 'left'])
    .where('email', '=', email)
    .executeTakeFirst()
  if (before && before.left === null)
    throw new Refusal('conflict', 'staff/email', `email: ${email} works here already.`)
  const id = before?.id ?? uuid(now)
  const joined = fields.joined ?? null
  const place = { name, role: role.id, invited: now.toISOString(), joined, left: null }
  if (before) await tx.updateTable('colleagues').set(place).where('id', '=', id).execute()
  else
    await tx
      .insertInto('colleagues')
      .values({ id, email, ...place, password: null, factor: null, factor_step: 0 })
      .execute()
  await record(tx, 'staff.invited', { colleagueId: id, by: actor?.id ?? null }, now)
  return id
}

/**
 * Gives a colleague another role, from their next click on. The last administrator stays one. `from` is the role that
 * whoever decides believes them to have.
 */
export async function changeRole(
  tx: Tx,
  actor: Actor | null,
  id: string,
  roleId: string,
  now: Date,
  from?: string,
) {
  const colleague = await colleagueById(tx, id)
  if (from !== undefined && from !== colleague.role.id)
    throw new Refusal(
      'conflict',
      'staff/stale',
      'Somebody else has given this colleague another role meanwhile. Look at it, and choose again.',
    )
  const role = await roleById(tx, roleId)
  if (actor) {
    refuseGrant(actor, role)
    refuseGrant(actor, colleague.role)
  }
  if (colleague.role.id === 'administrator' && role.id !== 'administrator')
    await refuseLast(tx, colleague)
  await tx.updateTable('colleagues').set({ role: role.id }).where('id', '=', id).execute()
  touch(tx, STAFF)
  await record(
    tx,
    'staff.role-changed',
    { colleagueId: id, from: colleague.role.id, to: role.id, by: actor?.id ?? null },
    now,
  )
}

/** Has the desk speak with a colleague in a language of theirs (BCP 47), or with null in the newsroom's. */
export const chooseLanguage = (tx: Tx, id: string, language: string | null) =>
  tx.updateTable('colleagues').set({ language }).where('id', '=', id).execute()

/** Ends a colleague's work here: every session, passkey and password of theirs with it. */
export async function letGo(tx: Tx, actor: Actor | null, id: string, now: Date) {
  const colleague = await colleagueById(tx, id)
  if (actor) refuseGrant(actor, colleague.role)
  if (colleague.left !== null) return
  if (colleague.role.id === 'administrator') await refuseLast(tx, colleague)
  await forgetCredentials(tx, id)
  await tx.updateTable('colleagues').set({ left: now.toISOString() }).where('id', '=', id).execute()
  await record(tx, 'staff.left', { colleagueId: id, by: actor?.id ?? null }, now)
}

/** Ends a colleague's sessions and takes away what they signed in with, for whoever has the server. */
export async function resetColleague(tx: Tx, id: string, now: Date) {
  await forgetCredentials(tx, id)
  await record(tx, 'staff.reset', { colleagueId: id, by: null }, now)
}

/** Takes away everything a colleague could sign in with, apart from their mailbox. */
async function forgetCredentials(tx: Tx, id: string) {
  await tx.deleteFrom('sessions').where('colleague_id', '=', id).execute()
  await tx.deleteFrom('passkeys').where('colleague_id', '=', id).execute()
  await tx.deleteFrom('challenges').where('colleague_id', '=', id).execute()
  await tx.deleteFrom('sign_in_attempts').where('colleague_id', '=', id).execute()
  await tx
    .updateTable('colleagues')
    .set({ password: null, factor: null, factor_step: 0 })
    .where('id', '=', id)
    .execute()
  touch(tx, STAFF)
}

function refuseGrant(actor: Actor, role: Role) {
  const lacked = lackedToGrant(actor, role)
  if (lacked) throw new Refusal('not-allowed', 'staff/permission', lacking(actor, lacked))
}

async function refuseLast(tx: Tx, { id }: Colleague) {
  const other = await tx
    .selectFrom('colleagues')
    .select('id')
    .where('role', '=', 'administrator')
    .where('left', 'is', null)
    .where('id', '!=', id)
    .limit(1)
    .executeTakeFirst()
  if (!other)
    throw new Refusal(
      'conflict',
      'staff/last-administrator',
      'This is the only administrator. Make somebody else one first.',
    )
}

type Parsed<T> =
  | { success: true; data: T }
  | { success: false; error: { issues: { message: string }[] } }

function checked<T>(field: string, parsed: Parsed<T>): T {
  if (parsed.success) return parsed.data
  throw new Refusal('invalid', `staff/${field}`, `${field}: ${parsed.error.issues[0]!.message}`)
}
