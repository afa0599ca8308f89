import { createRoute, z } from '@hono/zod-openapi'
import { canonicalPath, isReserved } from '../addresses/address.ts'
import { addressAt } from '../addresses/addresses.ts'
import { answers, createApi, Id, idParam } from '../platform/api.ts'
import type { DeskEnv } from '../staff/door.ts'
import { readable } from './manuscript-desk.ts'

/** Whether an article can have an address, asked while somebody types it. A publication decides. */

const states = ['own', 'free', 'former', 'redirect', 'taken', 'reserved', 'malformed'] as const

const Prospect = z
  .object({
    /** `former`: its own of before. `redirect`: only leads to something else, and is taken over. */
    state: z.enum(states),
    /** The article that answers there now, for a way to it. */
    articleId: Id.nullable(),
    /** The address that leads to the new one from then on; null where readers never had one, or it stays. */
    leads: z.string().nullable(),
  })
  .openapi('Prospect')

export const addressDesk = createApi<DeskEnv>().openapi(
  createRoute({
    method: 'get',
    path: '/articles/{id}/address',
    request: { params: idParam, query: z.object({ path: z.string().max(3000) }) },
    responses: answers(Prospect, 'Whether the article can have this address'),
  }),
  async (c) => {
    const { id } = c.req.valid('param')
    const { row } = await readable(c, id)
    const path = canonicalPath(c.req.valid('query').path)
    const answer = (state: (typeof states)[number], articleId: string | null = null) => {
      const moves = state === 'free' || state === 'former' || state === 'redirect'
      return c.json({ state, articleId, leads: moves && row.published ? row.path : null }, 200)
    }
    if (path === undefined || path.includes('?')) return answer('malformed')
    if (isReserved(path)) return answer('reserved')
    const there = await addressAt(c.var.db, path)
    if (!there) return answer('free')
    if (there.thingId === id) return answer(there.retired ? 'former' : 'own')
    if (there.retired) return answer('redirect')
    return answer('taken', there.kind === 'article' ? there.thingId : null)
  },
)
