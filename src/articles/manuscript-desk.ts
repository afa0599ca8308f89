import { createRoute, z } from '@hono/zod-openapi'
import { allCategories, tagsById, tagsLike } from '../categories/categories.ts'
import { contributorsById, contributorsLike } from '../contributors/contributors.ts'
import { answers, body, createApi, Id, idParam } from '../platform/api.ts'
import { Refusal } from '../platform/refusals.ts'
import type { DeskEnv } from '../staff/door.ts'
import { lacking, may, mayEdit, mayPublish } from '../staff/permission.ts'
import { articleStatuses } from './article.ts'
import { Amendment } from './correction.ts'
import { authored } from './hands.ts'
import { readingOf } from './manuscripts.ts'
import { publishManuscript } from './publication.ts'
import { suggestedNote } from './suggestion.ts'
import { beginTag } from './tagging.ts'
import { load } from './write.ts'

/** What the editor's screen asks beside the manuscript itself, which comes over a connection of its own. */

const Manuscript = z
  .object({
    id: Id,
    status: z.enum(articleStatuses),
    /** Of the article; a publication names it, so that nobody publishes over somebody else's. */
    version: z.int(),
    path: z.string(),
    published: z.string().nullable(),
    updated: z.string().nullable(),
    scheduled: z.string().nullable(),
    mayEdit: z.boolean(),
    mayPublish: z.boolean(),
    /** Whether the article says what the manuscript says. */
    same: z.boolean(),
    /** Whether a publication changes what readers have, and so must say what kind of change it is. */
    amends: z.boolean(),
    suggestedNote: z
      .string()
      .describe('What a correction says where nobody writes a note; empty where that is not clear'),
    withheld: z.string().nullable(),
    withheldReason: z.string(),
  })
  .openapi('Manuscript')

const Publication = z.object({
  version: z.int(),
  /** Of a change that readers will see. */
  kind: Amendment.shape.kind.optional(),
  note: Amendment.shape.note.default(''),
  closes: Amendment.shape.closes.default(false),
  suggested: Amendment.shape.suggested.default(false),
})

const amendmentOf = ({ kind, ...said }: Omit<z.output<typeof Publication>, 'version'>) =>
  kind && { kind, ...said }

const Choice = z.object({ id: Id, name: z.string() })

/** What is asked for: by a part of the name, or by ids. */
const Wanted = z.object({
  search: z.string().max(100).optional(),
  ids: z.string().max(8000).optional(),
})

/** Choices offered at once. */
const OFFERED = 20

export const manuscriptDesk = createApi<DeskEnv>()
  .openapi(
    createRoute({
      method: 'get',
      path: '/articles/{id}/manuscript',
      request: { params: idParam },
      responses: answers(Manuscript, 'How an article stands'),
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const { row, fields } = await readable(c, id)
      const { colleague } = c.var.session
      const { fields: written, same, sameToReaders } = await readingOf(c.var.db, id)
      const isOut = row.status === 'published' || row.status === 'withheld'
      const amends = isOut && !sameToReaders
      return c.json(
        {
          id,
          status: row.status as (typeof articleStatuses)[number],
          version: row.version,
          path: row.path,
          published: row.published,
          updated: row.updated,
          scheduled: row.scheduled,
          mayEdit: mayEdit(colleague, authored(row)),
          mayPublish: mayPublish(colleague),
          same,
          amends,
          suggestedNote: amends ? suggestedNote(fields, written) : '',
          withheld: row.withheld,
          withheldReason: row.withheld_reason,
        },
        200,
      )
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/articles/{id}/publication',
      request: { params: idParam, body: body(Publication) },
      responses: answers(z.object({ path: z.string() }), 'Where readers find it'),
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const { version, ...said } = c.req.valid('json')
      const actor = c.var.session.colleague
      const path = await c.var.write((tx) =>
        publishManuscript(tx, actor, id, { version, amendment: amendmentOf(said) }, c.var.now()),
      )
      return c.json({ path }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/categories',
      responses: answers(
        z.array(Choice.extend({ path: z.string(), parentId: Id.nullable() })),
        'Every category',
      ),
    }),
    async (c) =>
      c.json(
        (await allCategories(c.var.db)).map(({ id, name, path, parentId }) => ({
          id,
          name,
          path,
          parentId,
        })),
        200,
      ),
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/contributors',
      request: { query: Wanted },
      responses: answers(z.array(Choice.extend({ kind: z.string() })), 'Whom a byline can name'),
    }),
    async (c) => {
      const { search = '', ids } = c.req.valid('query')
      const found = ids
        ? [...(await contributorsById(c.var.db, ids.split(','))).values()]
        : await contributorsLike(c.var.db, search, OFFERED)
      return c.json(
        found.map(({ id, name, kind }) => ({ id, name, kind })),
        200,
      )
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/tags',
      request: { query: Wanted },
      responses: answers(z.array(Choice), 'Tags'),
    }),
    async (c) => {
      const { search = '', ids } = c.req.valid('query')
      const found = ids
        ? [...(await tagsById(c.var.db, ids.split(','))).values()]
        : await tagsLike(c.var.db, search, OFFERED)
      return c.json(
        found.map(({ id, name }) => ({ id, name })),
        200,
      )
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/tags',
      request: { body: body(z.object({ name: z.string().trim().min(1).max(100) })) },
      responses: answers(Choice, 'The tag of that name, made where there was none'),
    }),
    async (c) => {
      const { name } = c.req.valid('json')
      const { id } = await c.var.write((tx) =>
        beginTag(tx, c.var.session.colleague, { name }, c.var.now()),
      )
      return c.json({ id, name }, 200)
    },
  )

/** An article for a colleague who may read manuscripts. */
export async function readable(c: { var: DeskEnv['Variables'] }, id: string) {
  const { colleague } = c.var.session
  if (!may(colleague, 'articles.write') && !may(colleague, 'articles.edit'))
    throw new Refusal('not-allowed', 'articles/read', lacking(colleague, 'articles.write'))
  return await load(c.var.db, id)
}
