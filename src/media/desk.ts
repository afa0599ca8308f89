import { createRoute, z } from '@hono/zod-openapi'
import { answers, body, createApi, done, Id, idParam } from '../platform/api.ts'
import { Refusal } from '../platform/refusals.ts'
import type { DeskEnv } from '../staff/door.ts'
import { lacking, may } from '../staff/permission.ts'
import { describe, describeAll, remove } from './describe.ts'
import { libraryPage, libraryPicture, libraryPictures } from './library.ts'
import { widthsOf } from './picture.ts'
import { originalAt, type Words } from './pictures.ts'
import { rendition } from './renditions.ts'
import { upload } from './upload.ts'
import { LibraryQueryShape, MOST_AT_ONCE, PAGE, PictureShape, WordsShape } from './wire.ts'

/** Pixels that the desk shows a picture in. */
const SHOWN_PX = 1280

const webp = { 'image/webp': { schema: { type: 'string' as const, format: 'binary' } } }

/** The picture library. */
export const pictureDesk = createApi<DeskEnv>()
  .openapi(
    createRoute({
      method: 'get',
      path: '/pictures',
      request: { query: LibraryQueryShape },
      responses: answers(
        z.object({ pictures: z.array(PictureShape), next: Id.nullable() }),
        'Pictures, newest first, and after which to ask for more',
      ),
    }),
    async (c) => {
      refuseStranger(c)
      const { ids, ...query } = c.req.valid('query')
      const found = ids
        ? { pictures: await libraryPictures(c.var.db, ids.split(',')), next: null }
        : await libraryPage(c.var.db, { ...query, most: PAGE }, c.var.now())
      return c.json(found, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/pictures',
      request: {
        query: z.object({ name: z.string().max(255).default('') }),
        body: {
          required: true,
          description: 'The file as it is',
          content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
        },
      },
      responses: answers(
        PictureShape.extend({ isNew: z.boolean() }),
        'The picture as it is in the library, and whether it was not there before',
      ),
    }),
    async (c) => {
      const { name } = c.req.valid('query')
      const { id, isNew } = await upload(c.var, c.var.session.colleague, name, c.req.raw.body)
      return c.json({ ...(await libraryPicture(c.var.db, id)), isNew }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/pictures',
      request: {
        body: body(
          z.object({ ids: z.array(Id).min(1).max(MOST_AT_ONCE), words: WordsShape.partial() }),
        ),
      },
      responses: answers(z.object({ count: z.int() }), 'Of how many pictures it was said'),
    }),
    async (c) => {
      const { ids, words } = c.req.valid('json')
      const count = await c.var.write((tx) =>
        describeAll(tx, c.var.session.colleague, ids, words as Words, c.var.now()),
      )
      return c.json({ count }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/pictures/{id}',
      request: { params: idParam },
      responses: answers(PictureShape, 'A picture'),
    }),
    async (c) => {
      refuseStranger(c)
      return c.json(await libraryPicture(c.var.db, c.req.valid('param').id), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/pictures/{id}/image',
      request: { params: idParam },
      responses: {
        ...answers(z.unknown(), ''),
        200: { description: 'What it shows, also when no page may show it', content: webp },
      },
    }),
    async (c) => {
      refuseStranger(c)
      const { hash } = await libraryPicture(c.var.db, c.req.valid('param').id)
      const original = (await originalAt(c.var.db, hash))!
      const width = widthsOf(original).findLast((one) => one <= SHOWN_PX) ?? widthsOf(original)[0]!
      const bytes = await rendition(c.var.files, original, width, 'webp')
      if (!bytes)
        throw new Refusal('not-found', 'pictures/file', 'The picture’s file is not there.')
      return c.body(new Uint8Array(bytes), 200, { 'content-type': 'image/webp' }) as never
    },
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/pictures/{id}',
      request: {
        params: idParam,
        body: body(WordsShape.partial().extend({ version: z.int() })),
      },
      responses: answers(PictureShape, 'The picture as it is now'),
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const words = c.req.valid('json') as Words & { version: number }
      await c.var.write((tx) => describe(tx, c.var.session.colleague, id, words, c.var.now()))
      return c.json(await libraryPicture(c.var.db, id), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/pictures/{id}',
      request: { params: idParam, query: z.object({ version: z.coerce.number().int() }) },
      responses: done,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const { version } = c.req.valid('query')
      await c.var.write((tx) => remove(tx, c.var.session.colleague, id, { version }, c.var.now()))
      return c.body(null, 204)
    },
  )

/** Refuses whoever neither writes nor keeps pictures. */
function refuseStranger(c: { var: DeskEnv['Variables'] }) {
  const { colleague } = c.var.session
  if (
    !(['pictures.add', 'pictures.edit', 'articles.edit'] as const).some((one) =>
      may(colleague, one),
    )
  )
    throw new Refusal('not-allowed', 'pictures/look', lacking(colleague, 'pictures.add'))
}
