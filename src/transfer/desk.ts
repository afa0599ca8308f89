import { createRoute, z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { isWebAddress } from '../addresses/link.ts'
import { answers, body, createApi, done, Id, idParam } from '../platform/api.ts'
import { Refusal } from '../platform/refusals.ts'
import type { DeskEnv } from '../staff/door.ts'
import {
  arrivalById,
  arrivalNow,
  arrivalStates,
  bringIn,
  endArrival,
  expectArrival,
  refuseNewcomers,
  uploaded,
} from './arrivals.ts'
import type { Fate } from './report.ts'
import {
  dropOtherUploads,
  dropUpload,
  PIECE,
  received,
  refuseWithoutRoom,
  takePiece,
} from './upload.ts'

/** Bringing another site in from the browser. */

const Row = z.object({
  fate: z.custom<Fate>().openapi({ type: 'string' }),
  what: z.string(),
  why: z.string(),
  count: z.int(),
  examples: z.array(z.object({ line: z.int(), id: z.string(), title: z.string() })),
})

const Account = z
  .object({
    format: z.string(),
    system: z.enum(['wordpress', 'ghost']),
    file: z.string(),
    site: z.object({
      title: z.string(),
      address: z.string(),
      language: z.string(),
      version: z.string(),
    }),
    dryRun: z.boolean(),
    started: z.string(),
    seconds: z.number(),
    exitCode: z.union([z.literal(0), z.literal(3)]),
    things: z.array(Row),
    parts: z.array(Row),
    redirects: z.int(),
    moved: z.array(z.object({ from: z.string(), to: z.string() })),
    picturesLacking: z.array(z.string()),
    problems: z.array(z.object({ line: z.int(), message: z.string() })),
    furtherProblems: z.int(),
  })
  .openapi('ImportAccount')

const ArrivalShape = z
  .object({
    id: Id,
    state: z.enum(arrivalStates),
    name: z.string(),
    size: z.int(),
    received: z.int(),
    begun: z.string(),
    progress: z
      .object({ step: z.string(), read: z.int(), size: z.int(), items: z.int() })
      .nullable(),
    account: Account.nullable(),
    error: z.string().nullable(),
  })
  .openapi('Import')

const within: MiddlewareHandler<DeskEnv> = bodyLimit({
  maxSize: PIECE,
  onError: () => {
    throw new Refusal('too-large', 'import/piece', `A piece has at most ${PIECE} bytes.`)
  },
})

export const transferDesk = createApi<DeskEnv>()
  .openapi(
    createRoute({
      method: 'get',
      path: '/import',
      responses: answers(
        z.object({ piece: z.int(), import: ArrivalShape.nullable() }),
        'The site that is moving in or came last, and the bytes of a piece of an upload',
      ),
    }),
    async (c) => {
      refuseNewcomers(c.var.session.colleague)
      const arrival = await arrivalNow(c.var.db)
      if (!arrival) return c.json({ piece: PIECE, import: null }, 200)
      const { options: _, ...told } = arrival
      return c.json(
        { piece: PIECE, import: { ...told, received: await received(c.var.dataFolder, told.id) } },
        200,
      )
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/import',
      request: {
        body: body(z.object({ name: z.string().min(1).max(300), size: z.int().min(1) })),
      },
      responses: answers(z.object({ id: Id }), 'An upload that may begin'),
    }),
    async (c) => {
      const fields = c.req.valid('json')
      const actor = c.var.session.colleague
      refuseNewcomers(actor)
      await refuseWithoutRoom(c.var.dataFolder, fields.size)
      const id = await c.var.write((tx) => expectArrival(tx, actor, fields, c.var.now()))
      await dropOtherUploads(c.var.dataFolder, id)
      return c.json({ id }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/import/{id}/file',
      middleware: within,
      request: {
        params: idParam,
        query: z.object({ offset: z.coerce.number().int().min(0) }),
        body: { required: true, content: { 'application/octet-stream': { schema: z.any() } } },
      },
      responses: answers(z.object({ received: z.int() }), 'How many bytes are there now'),
    }),
    async (c) => {
      refuseNewcomers(c.var.session.colleague)
      const { id } = c.req.valid('param')
      const { offset } = c.req.valid('query')
      const { state, size } = await arrivalById(c.var.db, id)
      if (state !== 'uploading')
        throw new Refusal('conflict', 'import/whole', 'The whole file is here already.')
      const bytes = new Uint8Array(await c.req.arrayBuffer())
      const there = await takePiece(c.var.dataFolder, id, size, offset, bytes)
      if (there === size) await c.var.write((tx) => uploaded(tx, c.var.session.colleague, id))
      return c.json({ received: there }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/import/{id}/start',
      request: {
        params: idParam,
        body: body(
          z.object({
            fetchPictures: z.boolean(),
            site: z
              .string()
              .max(300)
              .refine(
                (site) => site === '' || isWebAddress(site),
                'Write the old site’s address, such as https://old.example.',
              ),
          }),
        ),
      },
      responses: done,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const options = c.req.valid('json')
      const actor = c.var.session.colleague
      await c.var.write((tx) => bringIn(tx, actor, id, options, c.var.now()))
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/import/{id}',
      request: { params: idParam },
      responses: done,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      await c.var.write((tx) => endArrival(tx, c.var.session.colleague, id, c.var.now()))
      await dropUpload(c.var.dataFolder, id)
      return c.body(null, 204)
    },
  )
