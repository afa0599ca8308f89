import { Hono } from 'hono'
import { isShown } from '../media/pictures.ts'
import { newsroomNow } from '../newsroom/settings.ts'
import type { Env } from '../platform/http.ts'
import { Refusal } from '../platform/refusals.ts'
import { visitor } from '../staff/door.ts'

export const embargo = new Hono<Env>()

/**
 * A picture's address follows from its file, and whoever has the same file could ask whether the newsroom has it, too.
 * So one that readers have not been shown is there for the desk alone.
 */
embargo.use('/pictures/:hash/:file', async (c, next) => {
  const { db } = c.var
  if (await isShown(db, c.req.param('hash'))) return await next()
  const { logo, icon } = await newsroomNow(db)
  if (await isShown(db, c.req.param('hash'), [logo, icon])) return await next()
  c.header('cache-control', 'no-store')
  if (!(await visitor(c)))
    throw new Refusal('not-found', 'pictures/unknown', 'There is no such picture.')
  await next()
  c.res.headers.set('cache-control', 'private, no-store')
})
