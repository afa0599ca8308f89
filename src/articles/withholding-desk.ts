import { createRoute, z } from '@hono/zod-openapi'
import { body, createApi, done, idParam } from '../platform/api.ts'
import type { DeskEnv } from '../staff/door.ts'
import { giveBack, takeBack } from './withholding.ts'

/** Characters of a reason. */
const LONGEST = 2000

/** The version that a colleague has before them, so that nobody decides on what they have not seen. */
const Version = z.object({ version: z.int() })

export const withholdingDesk = createApi<DeskEnv>()
  .openapi(
    createRoute({
      method: 'post',
      path: '/articles/{id}/withholding',
      request: {
        params: idParam,
        body: body(Version.extend({ reason: z.string().max(LONGEST) })),
      },
      responses: done,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const said = c.req.valid('json')
      await c.var.write((tx) => takeBack(tx, c.var.session.colleague, id, said, c.var.now()))
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/articles/{id}/return',
      request: { params: idParam, body: body(Version) },
      responses: done,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const said = c.req.valid('json')
      await c.var.write((tx) => giveBack(tx, c.var.session.colleague, id, said, c.var.now()))
      return c.body(null, 204)
    },
  )
