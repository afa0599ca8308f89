import { createRoute, z } from '@hono/zod-openapi'
import { answers, body, createApi, done, Id, idParam } from '../platform/api.ts'
import type { DeskEnv } from '../staff/door.ts'
import { refuseStranger } from './begin.ts'
import { dropView, saveView, viewsOf } from './views.ts'

const ViewShape = z
  .object({
    id: Id,
    name: z.string().trim().min(1, 'Write a name.').max(60),
    filters: z
      .record(z.string().max(20), z.string().max(200))
      .refine((filters) => Object.keys(filters).length <= 10, 'These are too many filters.'),
  })
  .openapi('View')

/** Filters of the list that somebody wants to find again. */
export const viewsDesk = createApi<DeskEnv>()
  .openapi(
    createRoute({
      method: 'get',
      path: '/views',
      responses: answers(z.array(ViewShape), 'One’s own views of the list'),
    }),
    async (c) => c.json(await viewsOf(c.var.db, c.var.session.colleague.id), 200),
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/views',
      request: { body: body(ViewShape.omit({ id: true })) },
      responses: answers(z.object({ id: Id }), 'The view, in place of one of the same name'),
    }),
    async (c) => {
      const { colleague } = c.var.session
      refuseStranger(colleague)
      const view = c.req.valid('json')
      const { id } = colleague
      return c.json({ id: await c.var.write((tx) => saveView(tx, id, view, c.var.now())) }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/views/{id}',
      request: { params: idParam },
      responses: done,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      await c.var.write((tx) => dropView(tx, c.var.session.colleague.id, id))
      return c.body(null, 204)
    },
  )
