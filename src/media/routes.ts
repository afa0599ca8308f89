import { Hono } from 'hono'
import type { Env } from '../platform/http.ts'
import { Refusal } from '../platform/refusals.ts'
import type { RenditionFormat } from './picture.ts'
import { originalAt } from './pictures.ts'
import { hasRendition, rendition } from './renditions.ts'

export const pictures = new Hono<Env>()

const types = { avif: 'image/avif', webp: 'image/webp', jpeg: 'image/jpeg' } as const

pictures.get('/pictures/:hash{[0-9a-f]{32}}/:file{[0-9]{1,4}\\.(avif|webp|jpeg)}', async (c) => {
  const [width, format] = c.req.param('file').split('.') as [string, RenditionFormat]
  const original = await originalAt(c.var.db, c.req.param('hash'))
  const bytes =
    original && hasRendition(original, Number(width), format)
      ? await rendition(c.var.files, original, Number(width), format)
      : undefined
  if (!bytes) throw new Refusal('not-found', 'pictures/unknown', 'There is no such picture.')
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': types[format],
    'cache-control': 'public, max-age=31536000, immutable',
    etag: `"${c.req.param('hash')}-${width}"`,
  })
})
