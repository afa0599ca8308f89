import { createRoute, z } from '@hono/zod-openapi'
import { answers, body, createApi, done, Id, idParam } from '../platform/api.ts'
import { languageTag } from '../platform/language.ts'
import { Refusal } from '../platform/refusals.ts'
import { allColleagues } from '../staff/colleagues.ts'
import type { DeskEnv } from '../staff/door.ts'
import { may } from '../staff/permission.ts'
import { advance, assign, scheduleManuscript, setDue } from './advance.ts'
import { articleKinds, articleStatuses } from './article.ts'
import { begin, refuseStranger } from './begin.ts'
import { articleAtDesk, articlesAtDesk, board, boardStatuses, calendar } from './listing.ts'
import { steps } from './workflow.ts'

/** How articles go through the house: the list, the board, the calendar, and what is done from them. */

const Named = z.object({ id: Id, name: z.string() })
const Moment = z.iso.datetime({ message: 'Write a time as 2026-03-02T09:00:00Z.' })
/** As it is stored, so that texts compare as times do. */
const Instant = Moment.transform((time) => new Date(time).toISOString())

const ItemShape = z
  .object({
    id: Id,
    status: z.enum(articleStatuses),
    kind: z.enum(articleKinds),
    headline: z.string(),
    language: z.string(),
    direction: z.string(),
    words: z.int(),
    version: z.int(),
    category: Named.nullable(),
    createdBy: Named.nullable(),
    assignedTo: Named.nullable(),
    edited: z.string(),
    due: z.string().nullable(),
    scheduled: z.string().nullable(),
    published: z.string().nullable(),
    stopped: z
      .object({ why: z.string(), code: z.string(), at: z.string() })
      .nullable()
      .describe('Why it did not go out when its time had come, as long as nobody has decided anew'),
  })
  .openapi('Item')

const Narrowing = z.object({
  kind: z.enum(articleKinds).optional(),
  category: Id.optional(),
  language: z.string().max(35).optional(),
  whose: Id.optional(),
  search: z.string().max(200).optional(),
})

/** Statuses of the list, after one another with commas between them. */
const Statuses = z
  .string()
  .transform((list) => list.split(','))
  .pipe(z.array(z.enum(articleStatuses)))
  .openapi({ type: 'string' })

/** Milliseconds that a calendar can show at once: six weeks and some. */
const LONGEST_MS = 63 * 86_400_000

const Language = z
  .string()
  .refine((tag) => languageTag(tag) !== undefined, 'Write a language tag such as en or ar.')

export const articlesDesk = createApi<DeskEnv>()
  .openapi(
    createRoute({
      method: 'get',
      path: '/articles',
      request: {
        query: Narrowing.extend({
          status: Statuses.optional(),
          before: z.string().max(140).optional(),
        }),
      },
      responses: answers(
        z.object({ articles: z.array(ItemShape), next: z.string().nullable() }),
        'Articles, latest changed first',
      ),
    }),
    async (c) => {
      refuseStranger(c.var.session.colleague)
      const { before, ...filters } = c.req.valid('query')
      return c.json(await articlesAtDesk(c.var.db, filters, before), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/articles/{id}',
      request: { params: idParam },
      responses: answers(ItemShape, 'Where an article stands in the house'),
    }),
    async (c) => {
      refuseStranger(c.var.session.colleague)
      return c.json(await articleAtDesk(c.var.db, c.req.valid('param').id), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/articles',
      request: {
        body: body(
          z.object({
            headline: z.string().max(300).optional(),
            kind: z.enum(articleKinds).optional(),
            language: Language.optional(),
            categoryId: Id.nullable().optional(),
          }),
        ),
      },
      responses: answers(z.object({ id: Id }), 'The new article'),
    }),
    async (c) => {
      const { headline, kind, language, categoryId } = c.req.valid('json')
      const fields = {
        ...(headline === undefined ? {} : { headline }),
        ...(kind ? { kind } : {}),
        ...(language ? { language } : {}),
        ...(categoryId ? { categoryId } : {}),
      }
      const actor = c.var.session.colleague
      const id = await c.var.write((tx) => begin(tx, actor, fields, c.var.now()))
      return c.json({ id }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/board',
      request: { query: Narrowing },
      responses: answers(
        z.array(
          z.object({
            status: z.enum(boardStatuses),
            count: z.int(),
            articles: z.array(ItemShape),
          }),
        ),
        'The board, column by column',
      ),
    }),
    async (c) => {
      refuseStranger(c.var.session.colleague)
      return c.json(await board(c.var.db, c.req.valid('query')), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/calendar',
      request: { query: Narrowing.extend({ from: Instant, to: Instant }) },
      responses: answers(
        z.array(ItemShape),
        'What should be ready, goes out or has gone out in this time',
      ),
    }),
    async (c) => {
      refuseStranger(c.var.session.colleague)
      const { from, to, ...filters } = c.req.valid('query')
      if (Date.parse(to) - Date.parse(from) > LONGEST_MS)
        throw new Refusal('invalid', 'api/to', 'to: Ask for two months at most.')
      return c.json(await calendar(c.var.db, filters, from, to), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/writers',
      responses: answers(z.array(Named), 'Who can have an article in hand'),
    }),
    async (c) => {
      refuseStranger(c.var.session.colleague)
      const there = (await allColleagues(c.var.db)).filter(
        (one) => one.left === null && (may(one, 'articles.write') || may(one, 'articles.edit')),
      )
      return c.json(
        there.map(({ id, name }) => ({ id, name })),
        200,
      )
    },
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/articles/{id}/status',
      request: {
        params: idParam,
        body: body(z.object({ from: z.enum(articleStatuses), to: z.enum(steps) })),
      },
      responses: done,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const move = c.req.valid('json')
      await c.var.write((tx) => advance(tx, c.var.session.colleague, id, move, c.var.now()))
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/articles/{id}/assignment',
      request: {
        params: idParam,
        body: body(z.object({ from: Id.nullable(), to: Id.nullable() })),
      },
      responses: done,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const hands = c.req.valid('json')
      await c.var.write((tx) => assign(tx, c.var.session.colleague, id, hands, c.var.now()))
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/articles/{id}/due',
      request: {
        params: idParam,
        body: body(z.object({ from: Instant.nullable(), to: Instant.nullable() })),
      },
      responses: done,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const times = c.req.valid('json')
      await c.var.write((tx) => setDue(tx, c.var.session.colleague, id, times, c.var.now()))
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/articles/{id}/schedule',
      request: {
        params: idParam,
        body: body(z.object({ from: Instant.nullable(), to: Instant })),
      },
      responses: done,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const times = c.req.valid('json')
      await c.var.write((tx) =>
        scheduleManuscript(tx, c.var.session.colleague, id, times, c.var.now()),
      )
      return c.body(null, 204)
    },
  )
