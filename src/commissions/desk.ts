import { createRoute, z } from '@hono/zod-openapi'
import { answers, body, createApi, done, Id, idParam } from '../platform/api.ts'
import type { DeskEnv } from '../staff/door.ts'
import { CommissionFields, stateOf } from './commission.ts'
import { allCommissions, commission, refuseOthers, renew, revoke } from './commissions.ts'
import { guestsLike } from './guests.ts'

const CommissionShape = z
  .object({
    id: Id,
    title: z.string(),
    name: z.string(),
    email: z.string(),
    language: z.string(),
    due: z.string().nullable(),
    expires: z.string(),
    submitted: z.string().nullable(),
    articleId: Id.nullable(),
    state: z.enum(['open', 'submitted', 'published', 'expired', 'revoked']),
  })
  .openapi('Commission')

const Linked = z.object({ id: Id, link: z.url() }).openapi('GuestLink')

/** Guests offered at once. */
const OFFERED = 10

/** Commissions shown at once. */
const SHOWN = 500

const linkOf = (siteUrl: string, secret: string) => `${siteUrl}/guest?key=${secret}`

/** Whom the newsroom has asked to write. */
export const commissionDesk = createApi<DeskEnv>()
  .openapi(
    createRoute({
      method: 'get',
      path: '/commissions',
      responses: answers(z.array(CommissionShape), 'The newest commissions'),
    }),
    async (c) => {
      refuseOthers(c.var.session.colleague)
      const now = c.var.now().toISOString()
      const rows = await allCommissions(c.var.db, SHOWN)
      return c.json(
        rows.map((row) => ({
          id: row.id,
          title: row.title,
          name: row.name,
          email: row.email,
          language: row.language,
          due: row.due,
          expires: row.expires,
          submitted: row.submitted,
          articleId: row.article_id,
          state: stateOf(row, row.article_status, now),
        })),
        200,
      )
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/commissions/guests',
      request: {
        query: z.object({
          name: z.string().max(200).default(''),
          email: z.string().max(254).default(''),
        }),
      },
      responses: answers(
        z.array(z.object({ id: Id, name: z.string(), isFrom: z.boolean() }).openapi('KnownGuest')),
        'Guests who may be meant; `isFrom`: they wrote from this address before',
      ),
    }),
    async (c) => {
      refuseOthers(c.var.session.colleague)
      const { name, email } = c.req.valid('query')
      const said = { name: name.trim(), email: email.trim().toLowerCase() }
      return c.json(await guestsLike(c.var.db, said, OFFERED), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/commissions',
      request: { body: body(CommissionFields) },
      responses: answers(Linked, 'The guest’s link, shown this once'),
    }),
    async (c) => {
      const fields = c.req.valid('json')
      const actor = c.var.session.colleague
      const made = await c.var.write((tx) => commission(tx, actor, fields, c.var.now()))
      return c.json({ id: made.id, link: linkOf(c.var.siteUrl, made.secret) }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/commissions/{id}/renewal',
      request: { params: idParam },
      responses: answers(Linked, 'The new link; former ones work no more'),
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const actor = c.var.session.colleague
      const secret = await c.var.write((tx) => renew(tx, actor, id, c.var.now()))
      return c.json({ id, link: linkOf(c.var.siteUrl, secret) }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/commissions/{id}/revocation',
      request: { params: idParam },
      responses: done,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      await c.var.write((tx) => revoke(tx, c.var.session.colleague, id, c.var.now()))
      return c.body(null, 204)
    },
  )
