import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono } from 'hono'
import { deskApi } from './api.ts'
import { guestDoor } from './commissions/routes.tsx'
import { assets } from './design/routes.ts'
import { deskFiles } from './desk/files.ts'
import { screens } from './desk/routes.ts'
import { icons } from './media/icon-routes.ts'
import { pictures } from './media/routes.ts'
import { health } from './platform/health.ts'
import { type Env, guardHeaders, type House } from './platform/http.ts'
import { Refusal } from './platform/refusals.ts'
import { staffOnly } from './site/access.ts'
import { routedPath } from './site/address.ts'
import { calmly } from './site/calm.tsx'
import { embargo } from './site/embargo-routes.ts'
import { preview } from './site/preview-routes.tsx'
import { site } from './site/routes.tsx'
import { gate } from './staff/routes.tsx'
import { cards } from './syndication/card-routes.ts'
import { feeds } from './syndication/feed-routes.ts'
import { oembed } from './syndication/oembed-routes.ts'
import { sitemaps } from './syndication/sitemap-routes.ts'

/** The table of contents of a newsroom. */
export function createApp(house: House) {
  const app = new Hono<Env>({ getPath: routedPath })
  const guards = guardHeaders(house.siteUrl)

  app.use(async (c, next) => {
    const { db, write, kind, pages, files, log, now, siteUrl, dataFolder, hasMail } = house
    c.set('db', db)
    c.set('write', write)
    c.set('kind', kind)
    c.set('pages', pages)
    c.set('files', files)
    c.set('log', log)
    c.set('now', now)
    c.set('siteUrl', siteUrl)
    c.set('dataFolder', dataFolder)
    c.set('hasMail', hasMail)
    c.set('requestId', c.req.header('x-request-id') ?? '')
    c.set('network', c.req.header('x-client-network') ?? 'unknown')
    await next()
    if (c.res === RESPONSE_ALREADY_SENT) return
    for (const [name, value] of Object.entries(guards))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value)
    if (c.var.requestId) c.res.headers.set('x-request-id', c.var.requestId)
  })

  // Whatever a route makes of it, it would ask the database for what that cannot hold. The desk's API says so itself,
  // and a search is words that people paste.
  app.use(async (c, next) => {
    const isTheirs = c.req.path.startsWith(staffOnly) || c.req.path === '/search'
    if (c.req.url.includes('%00') && !isTheirs)
      throw new Refusal('not-found', 'addresses/unknown', 'There is nothing at this address.')
    await next()
  })

  app.route('/', health)
  app.route('/', assets)
  app.route('/', embargo)
  app.route('/', pictures)
  app.route('/', icons)
  app.route('/', gate)
  app.route('/', guestDoor)
  app.route('/desk/api', deskApi)
  app.route('/', preview)
  app.route(
    '/',
    screens(() => deskFiles(new URL('../dist/desk/', import.meta.url))),
  )
  app.route('/', feeds)
  app.route('/', sitemaps)
  app.route('/', oembed)
  app.route('/', cards)
  app.route('/', site)
  app.onError(calmly)
  return app
}
