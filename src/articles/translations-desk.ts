import { createRoute, z } from '@hono/zod-openapi'
import { answers, body, createApi, done, Id, idParam } from '../platform/api.ts'
import type { DeskEnv } from '../staff/door.ts'
import { readable } from './manuscript-desk.ts'
import { disownTranslations, nameTranslation } from './translating.ts'
import { translationsAtDesk } from './translations.ts'

/** Which articles say the same in other languages: beside a manuscript, and no part of it. */

const Translation = z
  .object({ id: Id, headline: z.string(), language: z.string() })
  .openapi('Translation')

export const translationsDesk = createApi<DeskEnv>()
  .openapi(
    createRoute({
      method: 'get',
      path: '/articles/{id}/translations',
      request: { params: idParam },
      responses: answers(z.array(Translation), 'Articles that say the same in other languages'),
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      await readable(c, id)
      return c.json(await translationsAtDesk(c.var.db, id), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/articles/{id}/translations',
      description: 'Says that another article is a translation of this one.',
      request: { params: idParam, body: body(z.object({ articleId: Id })) },
      responses: done,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const { articleId } = c.req.valid('json')
      await c.var.write((tx) =>
        nameTranslation(tx, c.var.session.colleague, id, articleId, c.var.now()),
      )
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/articles/{id}/translations',
      description: 'Says that an article is no translation of others any more.',
      request: { params: idParam },
      responses: done,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      await c.var.write((tx) => disownTranslations(tx, c.var.session.colleague, id, c.var.now()))
      return c.body(null, 204)
    },
  )
