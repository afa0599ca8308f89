import { z } from '@hono/zod-openapi'
import { Id } from '../platform/api.ts'
import type { Colleague } from './colleague.ts'
import { permissionNames, type Role } from './permission.ts'

/** How roles and colleagues look to the desk. */

export const RoleShape = z
  .object({
    id: Id,
    name: z.string().trim().min(1).max(60),
    permissions: z.array(z.enum(permissionNames)),
  })
  .openapi('Role')

export const ColleagueShape = z
  .object({
    id: Id,
    email: z.string(),
    name: z.string(),
    role: RoleShape,
    invited: z.string(),
    joined: z.string().nullable(),
    left: z.string().nullable(),
    language: z.string().nullable(),
  })
  .openapi('Colleague')

export const roleWire = ({ id, name, permissions }: Role) => ({
  id,
  name,
  permissions: [...permissions],
})

export const colleagueWire = ({ role, ...colleague }: Colleague) => ({
  ...colleague,
  role: roleWire(role),
})
