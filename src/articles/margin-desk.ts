import { createRoute, z } from '@hono/zod-openapi'
import { answers, body, createApi, done, Id, idParam } from '../platform/api.ts'
import type { DeskEnv } from '../staff/door.ts'
import { LONGEST_PLACE, positionOf } from './anchor.ts'
import { refuseStranger } from './begin.ts'
import { answerNote, moveNote, notesOn, resolveNote, writeNote } from './margin.ts'
import { load } from './write.ts'

/** Notes in the margin: who writes them is who is signed in, whatever a browser says. */

const Named = z.object({ id: Id, name: z.string() })

const Place = z
  .string()
  .max(LONGEST_PLACE)
  .refine((place) => positionOf(place) !== undefined, 'This is no place in a text.')
const AnchorShape = z.object({ from: Place, to: Place })

const NoteShape = z
  .object({
    id: Id,
    anchor: z.object({ from: z.string(), to: z.string() }).nullable(),
    quote: z.string(),
    resolved: z.object({ when: z.string(), by: z.string() }).nullable(),
    words: z.array(
      z.object({
        id: Id,
        text: z.string(),
        said: z.string(),
        by: Named,
        mentions: z.array(Named),
      }),
    ),
  })
  .openapi('Note')

const Writing = z.object({
  text: z.string().trim().min(1, 'Write something.').max(4000, 'This is too long for a note.'),
  mentions: z.array(Id).max(20, 'These are too many at once.'),
})

const param = (name: string) => z.uuid().openapi({ param: { name, in: 'path' } })
const noteParam = idParam.extend({ note: param('note') })

export const marginDesk = createApi<DeskEnv>()
  .openapi(
    createRoute({
      method: 'get',
      path: '/articles/{id}/notes',
      request: { params: idParam },
      responses: answers(z.array(NoteShape), 'The notes in its margin, oldest first'),
    }),
    async (c) => {
      refuseStranger(c.var.session.colleague)
      const { id } = c.req.valid('param')
      await load(c.var.db, id)
      return c.json(await notesOn(c.var.db, id), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/articles/{id}/notes/{note}',
      request: {
        params: noteParam,
        body: body(Writing.extend({ anchor: AnchorShape.nullable(), quote: z.string().max(1000) })),
      },
      responses: done,
    }),
    async (c) => {
      const { id, note } = c.req.valid('param')
      const written = { id: note, ...c.req.valid('json') }
      await c.var.write((tx) => writeNote(tx, c.var.session.colleague, id, written, c.var.now()))
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/articles/{id}/notes/{note}/answers/{answer}',
      request: {
        params: noteParam.extend({ answer: param('answer') }),
        body: body(Writing),
      },
      responses: done,
    }),
    async (c) => {
      const { id, note, answer } = c.req.valid('param')
      const written = { noteId: note, id: answer, ...c.req.valid('json') }
      await c.var.write((tx) => answerNote(tx, c.var.session.colleague, id, written, c.var.now()))
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/articles/{id}/notes/{note}/resolution',
      request: {
        params: noteParam,
        body: body(z.object({ to: z.boolean(), seen: z.int().min(1) })),
      },
      responses: done,
    }),
    async (c) => {
      const { id, note } = c.req.valid('param')
      const wanted = { noteId: note, ...c.req.valid('json') }
      await c.var.write((tx) => resolveNote(tx, c.var.session.colleague, id, wanted, c.var.now()))
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/articles/{id}/notes/{note}/anchor',
      request: { params: noteParam, body: body(z.object({ anchor: AnchorShape })) },
      responses: done,
    }),
    async (c) => {
      const { id, note } = c.req.valid('param')
      const { anchor } = c.req.valid('json')
      await c.var.write((tx) => moveNote(tx, c.var.session.colleague, id, { noteId: note, anchor }))
      return c.body(null, 204)
    },
  )
