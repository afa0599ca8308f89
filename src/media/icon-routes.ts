import { type Context, Hono } from 'hono'
import type { Env } from '../platform/http.ts'
import { Refusal } from '../platform/refusals.ts'
import { drawIcon } from './draw-icon.ts'
import { drawnOnce } from './drawing.ts'
import { type Icon, iconFile, iconSizes } from './icon.ts'
import { iconNow } from './icons.ts'
import { originalName } from './originals.ts'
import { originalAt } from './pictures.ts'

export const icons = new Hono<Env>()

type Site = Context<Env>

/** Seconds for which an icon is kept whose address stays when it changes: a week. */
const KEPT_S = 604_800

icons.get('/icons/:hash{[0-9a-f]{12}}/:file{(?:maskable-)?[0-9]{2,3}\\.png}', async (c) => {
  const icon = await iconNow(c.var.db)
  const asked = iconFile.exec(c.req.param('file'))
  // Only what is shown now: anything else would let a stranger fill the disk.
  if (icon.hash !== c.req.param('hash') || !asked) throw unknown()
  const bytes = await drawn(c, icon, Number(asked[2]), asked[1] !== undefined)
  return send(c, bytes, 'image/png', 'public, max-age=31536000, immutable')
})

icons.get('/apple-touch-icon.png', async (c) => {
  const bytes = await drawn(c, await iconNow(c.var.db), iconSizes.phone)
  return send(c, bytes, 'image/png', `public, max-age=${KEPT_S}`)
})

icons.get('/favicon.ico', async (c) => {
  const bytes = await drawn(c, await iconNow(c.var.db), iconSizes.tab)
  return send(c, icoOf(bytes, iconSizes.tab), 'image/x-icon', `public, max-age=${KEPT_S}`)
})

async function drawn({ var: { db, files } }: Site, icon: Icon, size: number, maskable = false) {
  const original = icon.picture ? await originalAt(db, icon.picture) : undefined
  const name = `icons/${icon.hash}/${maskable ? 'maskable-' : ''}${size}.png`
  const bytes = await drawnOnce(files, name, async () =>
    drawIcon(icon, { size, maskable }, original && (await files.read(originalName(original)))),
  )
  return bytes!
}

const send = (c: Site, bytes: Uint8Array, type: string, caching: string) =>
  c.body(new Uint8Array(bytes), 200, { 'content-type': type, 'cache-control': caching })

/** A PNG in the container that browsers ask for by name: one entry of a directory before it. */
function icoOf(png: Uint8Array, size: number) {
  const head = Buffer.alloc(22)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(1, 4)
  head.writeUInt8(size, 6)
  head.writeUInt8(size, 7)
  head.writeUInt16LE(1, 10)
  head.writeUInt16LE(32, 12)
  head.writeUInt32LE(png.length, 14)
  head.writeUInt32LE(head.length, 18)
  return Buffer.concat([head, png])
}

const unknown = () => new Refusal('not-found', 'icons/unknown', 'There is no such icon.')
