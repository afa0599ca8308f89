import { createRoute, z } from '@hono/zod-openapi'
import { awaitedOf } from '../contributors/awaited.ts'
import { contributorKinds } from '../contributors/contributor.ts'
import { contributorsLike } from '../contributors/contributors.ts'
import { answers, body, createApi, done, Id, idParam } from '../platform/api.ts'
import type { DeskEnv } from '../staff/door.ts'
import {
  changeContributor,
  introduce,
  merge,
  refuseOtherThanEditors,
  remove,
} from './contributors.ts'
import { versionOf } from './version.ts'

/** Contributors of one answer: whoever has more writes a part of the name. */
const AT_ONCE = 100

const Name = z.string().trim().min(1, 'Write a name.').max(200)

const ContributorFields = z.object({
  name: Name,
  kind: z.enum(contributorKinds),
  path: z.string().trim().min(1, 'Write an address.').max(3000),
  biography: z.string().trim().max(5000),
  pictureId: Id.nullable(),
  links: z
    .array(
      z.object({
        label: z.string().trim().min(1, 'Write what the link is called.').max(200),
        href: z.string().trim().min(1, 'Write an address.').max(3000),
      }),
    )
    .max(20),
  disclaimer: z.string().trim().max(5000),
})

const Seen = z.object({ version: z.string() })

const ContributorShape = ContributorFields.extend({
  id: Id,
  version: z.string(),
  awaited: z
    .object({ biography: z.string(), disclaimer: z.string() })
    .nullable()
    .describe('What a guest says of themselves with an article that is not published yet'),
}).openapi('ContributorAtDesk')

/** Whom bylines name, and what readers are told of them. */
export const contributorsDesk = createApi<DeskEnv>()
  .openapi(
    createRoute({
      method: 'post',
      path: '/contributors',
      request: { body: body(z.object({ name: Name })) },
      responses: answers(z.object({ id: Id, name: z.string() }), 'The contributor who was added'),
    }),
    async (c) => {
      const { name } = c.req.valid('json')
      const actor = c.var.session.colleague
      const { id } = await c.var.write((tx) => introduce(tx, actor, name, c.var.now()))
      return c.json({ id, name }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/settings/contributors',
      request: { query: z.object({ search: z.string().max(200).default('') }) },
      responses: answers(z.array(ContributorShape), 'Contributors by name, the first of many'),
    }),
    async (c) => {
      refuseOtherThanEditors(c.var.session.colleague)
      const found = await contributorsLike(c.var.db, c.req.valid('query').search, AT_ONCE)
      const awaited = await awaitedOf(
        c.var.db,
        found.map(({ id }) => id),
      )
      return c.json(
        found.map((one) => {
          const { biography, disclaimer } = awaited.get(one.id) ?? {}
          return {
            ...one,
            version: versionOf(one),
            awaited: biography === undefined ? null : { biography, disclaimer: disclaimer ?? '' },
          }
        }),
        200,
      )
    },
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/settings/contributors/{id}',
      request: {
        params: idParam,
        body: body(z.object({ version: z.string(), contributor: ContributorFields })),
      },
      responses: done,
    }),
    async (c) => {
      const { version, contributor } = c.req.valid('json')
      const { id } = c.req.valid('param')
      const actor = c.var.session.colleague
      await c.var.write((tx) => changeContributor(tx, actor, id, version, contributor, c.var.now()))
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/settings/contributors/{id}/merger',
      request: { params: idParam, body: body(Seen.extend({ into: Id })) },
      responses: done,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const actor = c.var.session.colleague
      await c.var.write((tx) => merge(tx, actor, id, c.req.valid('json'), c.var.now()))
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/settings/contributors/{id}/removal',
      request: { params: idParam, body: body(Seen) },
      responses: done,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const { version } = c.req.valid('json')
      const actor = c.var.session.colleague
      await c.var.write((tx) => remove(tx, actor, id, version, c.var.now()))
      return c.body(null, 204)
    },
  )
