import { Hono } from 'hono'
import { type Env, isFresh } from '../platform/http.ts'
import { Refusal } from '../platform/refusals.ts'
import type { RenditionFormat } from './picture.ts'
import { type Shown, shownAt } from './pictures.ts'
import { hasRendition, rendition } from './renditions.ts'

export const pictures = new Hono<Env>()

const types = { avif: 'image/avif', webp: 'image/webp', jpeg: 'image/jpeg' } as const

/** Seconds after which a reader's browser asks again for a picture that will expire: its time may be cut short. */
const ASKED_AGAIN_S = 60

pictures.get('/pictures/:hash{[0-9a-f]{32}}/:file{[0-9]{1,4}\\.(avif|webp|jpeg)}', async (c) => {
  const [width, format] = c.req.param('file').split('.') as [string, RenditionFormat]
  const hash = c.req.param('hash')
  // Of a refusal, which may be taken back.
  c.header('cache-control', 'no-store')
  const picture = await shownAt(c.var.db, hash, c.var.now())
  const etag = `"${hash}-${width}"`
  if (picture && !hasRendition(picture, Number(width), format)) throw unknown()
  const headers = { 'cache-control': caching(picture, c.var.now()), etag }
  if (picture && isFresh(c.req.header('if-none-match'), etag)) return c.body(null, 304, headers)
  const bytes = picture && (await rendition(c.var.files, picture, Number(width), format))
  if (!bytes) throw unknown()
  return c.body(new Uint8Array(bytes), 200, { 'content-type': types[format], ...headers })
})

const unknown = () => new Refusal('not-found', 'pictures/unknown', 'There is no such picture.')

function caching(picture: Shown | undefined, now: Date) {
  if (!picture?.expires) return 'public, max-age=31536000, immutable'
  const left = Math.floor((Date.parse(picture.expires) - now.getTime()) / 1000)
  return `public, max-age=${Math.min(ASKED_AGAIN_S, left)}`
}
