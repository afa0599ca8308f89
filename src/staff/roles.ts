import { type Db, type Tx, touch } from '../platform/database.ts'
import { record } from '../platform/outbox.ts'
import { Refusal } from '../platform/refusals.ts'
import { STAFF } from './colleague.ts'
import {
  type Actor,
  builtInRoles,
  lackedToGrant,
  lacking,
  may,
  type Permission,
  permissionNames,
  type Role,
} from './permission.ts'

const isPermission = (name: string): name is Permission =>
  (permissionNames as string[]).includes(name)

/** The built-in roles, then the newsroom's own by name. */
export async function allRoles(db: Db): Promise<Role[]> {
  const own = await db.selectFrom('roles').selectAll().orderBy('name').execute()
  return [...builtInRoles, ...own.map(roleOf)]
}

export async function roleById(db: Db, id: string): Promise<Role> {
  const builtIn = builtInRoles.find((role) => role.id === id)
  if (builtIn) return builtIn
  const row = await db.selectFrom('roles').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row)
    throw new Refusal(
      'invalid',
      'staff/role',
      `role: there is no role “${id}”. Choose ${builtInRoles.map((role) => role.id).join(', ')} or one of the newsroom’s own.`,
    )
  return roleOf(row)
}

// A permission that a later version took away must not keep its holders out.
const roleOf = (row: { id: string; name: string; permissions: string }): Role => ({
  id: row.id,
  name: row.name,
  permissions: (JSON.parse(row.permissions) as string[]).filter(isPermission),
})

/** What a role is called and may do, as whoever changes it saw it; null for one that they make. */
export type SeenRole = Omit<Role, 'id'> | null

/** Makes a role of the newsroom's own, or changes what it may do: from its holders' next click on. */
export async function keepRole(tx: Tx, actor: Actor, role: Role, seen: SeenRole, now: Date) {
  if (!may(actor, 'staff.change'))
    throw new Refusal('not-allowed', 'staff/permission', lacking(actor, 'staff.change'))
  if (builtInRoles.some(({ id }) => id === role.id))
    throw new Refusal(
      'conflict',
      'staff/role',
      'This role is built in. Make one of your own with another name.',
    )
  if (!/^[a-z][a-z0-9-]{1,40}$/.test(role.id))
    throw new Refusal(
      'invalid',
      'staff/role',
      'id: Write a short name in small letters, such as fact-checker.',
    )
  const before = await tx
    .selectFrom('roles')
    .selectAll()
    .where('id', '=', role.id)
    .executeTakeFirst()
  // Neither what it may do now, nor what it might so far.
  const lacked = lackedToGrant(actor, role) ?? (before && lackedToGrant(actor, roleOf(before)))
  if (lacked) throw new Refusal('not-allowed', 'staff/permission', lacking(actor, lacked))
  refuseStale(before && roleOf(before), seen)
  const row = { name: role.name, permissions: JSON.stringify(role.permissions) }
  await tx
    .insertInto('roles')
    .values({ id: role.id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
  touch(tx, STAFF)
  const { id: roleId, permissions } = role
  await record(tx, 'staff.role-kept', { roleId, permissions: [...permissions], by: actor.id }, now)
}

function refuseStale(before: Role | undefined, seen: SeenRole) {
  const said = (role: SeenRole | undefined) =>
    role ? JSON.stringify([role.name, [...role.permissions].sort()]) : ''
  if (before && !seen)
    throw new Refusal(
      'conflict',
      'staff/role-there',
      'There is a role of this name already. Change that one, or choose another name.',
    )
  if (said(before) !== said(seen))
    throw new Refusal(
      'conflict',
      'staff/role-stale',
      'Somebody else has changed this role meanwhile. Look at it again and repeat your change.',
    )
}

/** Takes a role away that nobody has any more. */
export async function dropRole(tx: Tx, actor: Actor, id: string, now: Date) {
  if (!may(actor, 'staff.change'))
    throw new Refusal('not-allowed', 'staff/permission', lacking(actor, 'staff.change'))
  const holder = await tx
    .selectFrom('colleagues')
    .select('name')
    .where('role', '=', id)
    .limit(1)
    .executeTakeFirst()
  if (holder)
    throw new Refusal(
      'conflict',
      'staff/role-held',
      `${holder.name} has this role. Give everybody who has it another one first.`,
    )
  const { numDeletedRows } = await tx.deleteFrom('roles').where('id', '=', id).executeTakeFirst()
  if (numDeletedRows === 0n)
    throw new Refusal('not-found', 'staff/role', 'There is no such role of the newsroom’s own.')
  await record(tx, 'staff.role-dropped', { roleId: id, by: actor.id }, now)
}
