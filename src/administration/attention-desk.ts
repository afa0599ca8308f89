import { createRoute, z } from '@hono/zod-openapi'
import { answers, createApi, done, Id, idParam } from '../platform/api.ts'
import { Refusal } from '../platform/refusals.ts'
import type { DeskEnv } from '../staff/door.ts'
import { lacking, may } from '../staff/permission.ts'
import { failedJobs, noticesOf } from './attention.ts'
import { trail } from './audit.ts'
import { dismissJob, retryJob } from './failed-jobs.ts'
import { refuseOthers } from './settings.ts'

/** What went wrong in the background, and who did what. */

/** Rows of one answer. */
const AT_ONCE = 50

const ArticleNamed = z.object({ id: Id, headline: z.string() })

const Notice = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('overdue'), waiting: z.int() }),
    z.object({ kind: z.literal('mail') }),
    z.object({ kind: z.literal('disk'), free: z.number() }),
    z.object({ kind: z.literal('index'), waiting: z.int() }),
    z.object({ kind: z.literal('jobs'), waiting: z.int() }),
  ])
  .openapi('Notice')

const FailedJob = z
  .object({
    id: Id,
    handler: z.string(),
    failed: z.string(),
    attempts: z.int(),
    error: z.string(),
    article: ArticleNamed.nullable(),
  })
  .openapi('FailedJob')

const Deed = z
  .object({
    id: Id,
    type: z.string(),
    happened: z.string(),
    actor: z.object({ id: Id, name: z.string() }).nullable(),
    article: ArticleNamed.nullable(),
    /** As the library calls it now; null also for one that is not there any more. */
    picture: z.object({ id: Id, title: z.string() }).nullable(),
    about: z.array(z.string()),
  })
  .openapi('Deed')

const Before = z.object({ before: Id.optional() })

export const attentionDesk = createApi<DeskEnv>()
  .openapi(
    createRoute({
      method: 'get',
      path: '/attention',
      request: { query: Before },
      responses: answers(
        z.object({ notices: z.array(Notice), jobs: z.array(FailedJob) }),
        'What needs a person; more failed jobs follow after the last one',
      ),
    }),
    async (c) => {
      refuseOthers(c.var.session.colleague)
      const { before } = c.req.valid('query')
      const { db } = c.var
      return c.json(
        {
          notices: before === undefined ? await noticesOf(db, c.var) : [],
          jobs: await failedJobs(db, before, AT_ONCE),
        },
        200,
      )
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/attention/{id}/another-try',
      request: { params: idParam },
      responses: done,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      await c.var.write((tx) => retryJob(tx, c.var.session.colleague, id, c.var.now()))
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/attention/{id}',
      request: { params: idParam },
      responses: done,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      await c.var.write((tx) => dismissJob(tx, c.var.session.colleague, id, c.var.now()))
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/audit',
      request: {
        query: Before.extend({
          actor: Id.optional(),
          articleId: Id.optional(),
          room: z
            .string()
            .regex(/^[a-z]{1,40}$/, 'Write the first part of an event’s name, such as article.')
            .optional(),
        }),
      },
      responses: answers(z.array(Deed), 'Who did what, newest first; more follows after the last'),
    }),
    async (c) => {
      const { colleague } = c.var.session
      if (!may(colleague, 'audit.read'))
        throw new Refusal('not-allowed', 'audit/permission', lacking(colleague, 'audit.read'))
      return c.json(await trail(c.var.db, c.req.valid('query'), AT_ONCE), 200)
    },
  )
