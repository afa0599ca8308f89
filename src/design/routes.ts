import { Hono } from 'hono'
import type { Env } from '../platform/http.ts'
import { Refusal } from '../platform/refusals.ts'
import { assets as all } from './assets.ts'

/** Files whose addresses change with their content. */
export const assets = new Hono<Env>()

const files = new Map(all.map((file) => [file.path, file]))

assets.get('/assets/:file', (c) => {
  const file = files.get(c.req.path)
  if (!file) throw new Refusal('not-found', 'assets/unknown', 'There is no such file.')
  return c.body(new Uint8Array(file.bytes), 200, {
    'content-type': file.type,
    'cache-control': 'public, max-age=31536000, immutable',
    'cross-origin-resource-policy': 'same-origin',
  })
})
