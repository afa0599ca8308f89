import { createRoute, z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { keepOriginal } from '../media/originals.ts'
import { type Picture, renditionPath, widthsOf } from '../media/picture.ts'
import { newestPictures, picturesById } from '../media/pictures.ts'
import { Newsroom } from '../newsroom/newsroom.ts'
import { answers, body, createApi, Id } from '../platform/api.ts'
import { Refusal } from '../platform/refusals.ts'
import type { DeskEnv } from '../staff/door.ts'
import { addMark } from './mark.ts'
import { changeSettings, refuseOthers, settingsFor } from './settings.ts'

/** The newsroom's name, look and house texts. */

const Settings = z
  .object({ version: z.string().max(100), newsroom: Newsroom.strict() })
  .openapi('Settings')

const Mark = z.object({ id: Id, alt: z.string(), src: z.string() }).openapi('Mark')

const markOf = (picture: Picture): z.infer<typeof Mark> => ({
  id: picture.id,
  alt: picture.alt,
  src: renditionPath(picture, widthsOf(picture)[0]!, 'webp'),
})

/** Pictures to choose from at once. */
const OFFERED = 30

/** Bytes of a logo's file: it is no photograph. */
const LARGEST_MARK = 10 * 1024 * 1024

const within: MiddlewareHandler<DeskEnv> = bodyLimit({
  maxSize: LARGEST_MARK,
  onError: () => {
    throw new Refusal(
      'too-large',
      'newsroom/picture',
      `The picture is larger than ${LARGEST_MARK / 1024 / 1024} MB. Export it smaller.`,
    )
  },
})

export const newsroomDesk = createApi<DeskEnv>()
  .openapi(
    createRoute({
      method: 'get',
      path: '/newsroom',
      responses: answers(Settings, 'How the newsroom is set up'),
    }),
    async (c) => c.json(await settingsFor(c.var.db, c.var.session.colleague), 200),
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/newsroom',
      request: { body: body(Settings) },
      responses: answers(Settings, 'How it is set up now'),
    }),
    async (c) => {
      const { version, newsroom } = c.req.valid('json')
      const actor = c.var.session.colleague
      return c.json(
        await c.var.write((tx) => changeSettings(tx, actor, version, newsroom, c.var.now())),
        200,
      )
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/newsroom/pictures',
      request: { query: z.object({ id: Id.optional() }) },
      responses: answers(z.array(Mark), 'Pictures for a logo or an icon: the newest, or one'),
    }),
    async (c) => {
      refuseOthers(c.var.session.colleague)
      const { id } = c.req.valid('query')
      const found = id
        ? [...(await picturesById(c.var.db, [id])).values()]
        : await newestPictures(c.var.db, OFFERED)
      return c.json(found.map(markOf), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/newsroom/pictures',
      middleware: within,
      request: {
        query: z.object({ alt: z.string().max(300).default('') }),
        body: { required: true, content: { 'application/octet-stream': { schema: z.any() } } },
      },
      responses: answers(Mark, 'The picture as the library has it now'),
    }),
    async (c) => {
      refuseOthers(c.var.session.colleague)
      const { alt } = c.req.valid('query')
      const original = await keepOriginal(c.var.files, new Uint8Array(await c.req.arrayBuffer()))
      const actor = c.var.session.colleague
      return c.json(
        markOf(await c.var.write((tx) => addMark(tx, actor, original, { alt }, c.var.now()))),
        200,
      )
    },
  )
