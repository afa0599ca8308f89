import { createRoute, z } from '@hono/zod-openapi'
import { answers, body, createApi, done, Id, idParam } from '../platform/api.ts'
import { ColleagueName, EmailAddress } from './colleague.ts'
import { allColleagues, changeRole, invite, letGo } from './colleagues.ts'
import type { DeskEnv } from './door.ts'
import { allRoles, dropRole, keepRole } from './roles.ts'
import { ColleagueShape, colleagueWire, RoleShape, roleWire } from './wire.ts'

const Kept = RoleShape.omit({ id: true })

/** Who works here, and what roles there are. */
export const staffDesk = createApi<DeskEnv>()
  .openapi(
    createRoute({
      method: 'get',
      path: '/colleagues',
      responses: answers(z.array(ColleagueShape), 'Everybody who works or worked here'),
    }),
    async (c) => c.json((await allColleagues(c.var.db)).map(colleagueWire), 200),
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/colleagues',
      request: {
        body: body(z.object({ email: EmailAddress, name: ColleagueName, roleId: Id })),
      },
      responses: answers(z.object({ id: Id }), 'Who was invited'),
    }),
    async (c) => {
      const fields = c.req.valid('json')
      const actor = c.var.session.colleague
      const id = await c.var.write((tx) => invite(tx, actor, fields, c.var.now()))
      return c.json({ id }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/colleagues/{id}/role',
      request: {
        params: idParam,
        body: body(z.object({ roleId: Id, from: Id.describe('The role that was seen') })),
      },
      responses: done,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const { roleId, from } = c.req.valid('json')
      const actor = c.var.session.colleague
      await c.var.write((tx) => changeRole(tx, actor, id, roleId, c.var.now(), from))
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/colleagues/{id}',
      request: { params: idParam },
      responses: done,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      await c.var.write((tx) => letGo(tx, c.var.session.colleague, id, c.var.now()))
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/roles',
      responses: answers(z.array(RoleShape), 'The roles there are'),
    }),
    async (c) => c.json((await allRoles(c.var.db)).map(roleWire), 200),
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/roles/{id}',
      request: {
        params: idParam,
        body: body(
          Kept.extend({
            seen: Kept.nullable().describe('The role that was seen; null for a new one'),
          }),
        ),
      },
      responses: done,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const { seen, ...fields } = c.req.valid('json')
      await c.var.write((tx) =>
        keepRole(tx, c.var.session.colleague, { id, ...fields }, seen, c.var.now()),
      )
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/roles/{id}',
      request: { params: idParam },
      responses: done,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      await c.var.write((tx) => dropRole(tx, c.var.session.colleague, id, c.var.now()))
      return c.body(null, 204)
    },
  )
