import { createRoute, z } from '@hono/zod-openapi'
import { answers, body, createApi, done, Id, idParam } from '../platform/api.ts'
import type { Db } from '../platform/database.ts'
import { Refusal } from '../platform/refusals.ts'
import type { DeskEnv } from '../staff/door.ts'
import { type Actor, lacking, mayEdit } from '../staff/permission.ts'
import { authored, readable } from './manuscript-desk.ts'
import { joinTranslations, leaveTranslations, translationsAtDesk } from './translations.ts'
import { load } from './write.ts'

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
      await refuseHands(c.var.db, c.var.session.colleague, [id, articleId])
      if (articleId === id)
        throw new Refusal(
          'invalid',
          'articles/itself',
          'articleId: an article is no translation of itself. Choose another.',
        )
      await c.var.write((tx) => joinTranslations(tx, [id, articleId], c.var.now()))
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
      await refuseHands(c.var.db, c.var.session.colleague, [id])
      await c.var.write((tx) => leaveTranslations(tx, id, c.var.now()))
      return c.body(null, 204)
    },
  )

/** Readers of each article are led to the other: both must be one's own to change. */
async function refuseHands(db: Db, actor: Actor, ids: string[]) {
  for (const id of ids) {
    const { row } = await load(db, id)
    if (!mayEdit(actor, authored(row)))
      throw new Refusal('not-allowed', 'articles/edit', lacking(actor, 'articles.edit'))
  }
}
