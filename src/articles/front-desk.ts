import { createRoute, z } from '@hono/zod-openapi'
import { answers, body, createApi, done, Id } from '../platform/api.ts'
import { Refusal } from '../platform/refusals.ts'
import type { DeskEnv } from '../staff/door.ts'
import { lacking, may } from '../staff/permission.ts'
import { cardsOf } from './cards.ts'
import { baseOf, feedOf } from './feed.ts'
import { fronts, stretch } from './feeds.ts'
import { arrange, arrangementOf, filled, PLACES, pinnedOn } from './front.ts'

/** The front pages, for those who arrange them. */

const Place = z.object({ id: Id, headline: z.string(), published: z.string() }).openapi('Placed')
const Places = z.array(Id.nullable()).length(PLACES)

/** Articles offered beside the places. */
const OFFERED = 40

const languageParam = z.object({
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .openapi({ param: { name: 'language', in: 'path' } }),
})

function refuseOther({ session }: DeskEnv['Variables']) {
  if (!may(session.colleague, 'front.arrange'))
    throw new Refusal('not-allowed', 'front/arrange', lacking(session.colleague, 'front.arrange'))
}

export const frontDesk = createApi<DeskEnv>()
  .openapi(
    createRoute({
      method: 'get',
      path: '/fronts',
      responses: answers(z.array(z.string()), 'The languages that have a front page'),
    }),
    async (c) => {
      refuseOther(c.var)
      return c.json(await fronts(c.var.db), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/fronts/{language}',
      request: { params: languageParam },
      responses: answers(
        z.object({
          /** What editors have pinned. */
          places: Places,
          /** What stands at the top now, and what else could: the newest. */
          articles: z.array(Place),
          top: z.array(Id),
        }),
        'The top of a front page',
      ),
    }),
    async (c) => {
      refuseOther(c.var)
      const { language } = c.req.valid('param')
      const { db } = c.var
      const places = await arrangementOf(db, language)
      const { ids } = await stretch(db, feedOf.front(language), OFFERED)
      const pinned = places.filter((id) => id !== null)
      const cards = await cardsOf(db, [...new Set([...pinned, ...ids])])
      const top = filled(await pinnedOn(db, language), ids).slice(0, PLACES)
      return c.json(
        {
          places,
          top,
          articles: cards.map(({ id, headline, published }) => ({ id, headline, published })),
        },
        200,
      )
    },
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/fronts/{language}',
      request: {
        params: languageParam,
        body: body(z.object({ places: Places, seen: Places })),
      },
      responses: done,
    }),
    async (c) => {
      const { language } = c.req.valid('param')
      const wanted = c.req.valid('json')
      await c.var.write((tx) =>
        arrange(tx, c.var.session.colleague, baseOf(language), wanted, c.var.now()),
      )
      return c.body(null, 204)
    },
  )
