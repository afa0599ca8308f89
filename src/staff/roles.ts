import type { Db } from '../platform/database.ts'
import { Refusal } from '../platform/refusals.ts'
import { builtInRoles, type Permission, permissionNames, type Role } from './permission.ts'

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
