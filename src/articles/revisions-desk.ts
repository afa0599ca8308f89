import { createRoute, z } from '@hono/zod-openapi'
import { answers, createApi, done, Id, idParam } from '../platform/api.ts'
import type { DeskEnv } from '../staff/door.ts'
import { alterationsOf } from './alteration.ts'
import { documentText } from './document.ts'
import { fieldChanges } from './field-changes.ts'
import { readable } from './manuscript-desk.ts'
import { restoreRevision, revisionAt, revisionsOf } from './revisions.ts'

/** What was written on a manuscript over time. */

const RevisionShape = z
  .object({
    id: Id,
    kind: z.string(),
    headline: z.string(),
    words: z.int(),
    authors: z.array(z.string()),
    made: z.string(),
  })
  .openapi('Revision')

const Said = z
  .object({ headline: z.string(), standfirst: z.string(), text: z.string() })
  .openapi('Said')

const Change = z.enum(['added', 'removed'])

const AlterationShape = z
  .discriminatedUnion('what', [
    z.object({
      what: z.literal('block'),
      change: Change,
      block: z.string(),
      words: z.string(),
    }),
    z.object({
      what: z.literal('turned'),
      from: z.array(z.string()),
      to: z.array(z.string()),
      words: z.string(),
    }),
    z.object({
      what: z.literal('set'),
      change: Change,
      mark: z.string(),
      words: z.string(),
      href: z.string(),
    }),
    z.object({
      what: z.literal('said'),
      block: z.string(),
      name: z.string(),
      from: z.string(),
      to: z.string(),
    }),
  ])
  .openapi('Alteration')

const Changes = z
  .object({
    fields: z.array(
      z.object({ field: z.string(), from: z.array(z.string()), to: z.array(z.string()) }),
    ),
    alterations: z.array(AlterationShape),
    cut: z.boolean().describe('Whether more changed than is listed'),
  })
  .openapi('Changes')

const revisionParam = idParam.extend({
  revision: Id.openapi({ param: { name: 'revision', in: 'path' } }),
})

export const revisionsDesk = createApi<DeskEnv>()
  .openapi(
    createRoute({
      method: 'get',
      path: '/articles/{id}/revisions',
      request: { params: idParam },
      responses: answers(z.array(RevisionShape), 'Its versions, newest first'),
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      await readable(c, id)
      return c.json(await revisionsOf(c.var.db, id), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/articles/{id}/revisions/{revision}',
      request: { params: revisionParam },
      responses: answers(Said, 'What the manuscript said then'),
    }),
    async (c) => {
      const { id, revision } = c.req.valid('param')
      await readable(c, id)
      const { fields } = await revisionAt(c.var.db, id, revision)
      const { headline, standfirst, body } = fields
      return c.json({ headline, standfirst, text: documentText(body) }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/articles/{id}/revisions/{revision}/changes',
      request: { params: revisionParam, query: z.object({ since: Id }) },
      responses: answers(
        Changes,
        'What changed since another version beside the words of the text',
      ),
    }),
    async (c) => {
      const { id, revision } = c.req.valid('param')
      await readable(c, id)
      const { db } = c.var
      const { fields: after } = await revisionAt(db, id, revision)
      const { fields: before } = await revisionAt(db, id, c.req.valid('query').since)
      const fields = await fieldChanges(db, before, after)
      return c.json({ fields, ...alterationsOf(before.body, after.body) }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/articles/{id}/revisions/{revision}/restoration',
      request: { params: revisionParam },
      responses: done,
    }),
    async (c) => {
      const { id, revision } = c.req.valid('param')
      await c.var.write((tx) =>
        restoreRevision(tx, id, revision, c.var.session.colleague, c.var.now()),
      )
      return c.body(null, 204)
    },
  )
