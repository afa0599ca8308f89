import { createRoute, z } from '@hono/zod-openapi'
import { answers, createApi, Id, idParam } from '../platform/api.ts'
import { Refusal } from '../platform/refusals.ts'
import type { DeskEnv } from '../staff/door.ts'
import { lacking, may } from '../staff/permission.ts'
import { articleStatuses } from './article.ts'
import { namedUses } from './uses.ts'

const UseShape = z
  .object({
    kind: z.enum(['article', 'manuscript', 'contributor', 'commission', 'logo', 'icon']),
    id: Id,
    name: z.string(),
    status: z.enum(articleStatuses).nullable(),
  })
  .openapi('PictureUse')

/** Where the library's pictures stand. */
export const pictureUsesDesk = createApi<DeskEnv>().openapi(
  createRoute({
    method: 'get',
    path: '/pictures/{id}/uses',
    request: { params: idParam },
    responses: answers(z.array(UseShape), 'What shows a picture'),
  }),
  async (c) => {
    const { colleague } = c.var.session
    if (!may(colleague, 'pictures.add') && !may(colleague, 'pictures.edit'))
      throw new Refusal('not-allowed', 'pictures/look', lacking(colleague, 'pictures.add'))
    const uses = await namedUses(c.var.db, c.req.valid('param').id)
    return c.json(uses as z.infer<typeof UseShape>[], 200)
  },
)
