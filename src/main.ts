import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createApp } from './app.ts'
import { isForWriters, openCoediting } from './articles/coediting-door.ts'
import type { Settings } from './env.ts'
import { openNewsroom } from './open.ts'
import { keepCurrent } from './platform/current.ts'
import type { House } from './platform/http.ts'
import { logger } from './platform/log.ts'
import { bySmtp, intoFolder } from './platform/mail.ts'
import { createMetrics } from './platform/metrics.ts'
import { backlog } from './platform/outbox.ts'
import { Pages } from './platform/pages.ts'
import { trustedProxies } from './platform/proxies.ts'
import { createPageServer } from './platform/server.ts'
import { startWorker } from './platform/worker.ts'
import { startCounting } from './readership/counting.ts'
import { schedule } from './schedule.ts'
import { pageKey } from './site/address.ts'
import { visitorByCookie } from './staff/door.ts'
import { editorAddress, firstAddress } from './staff.ts'
import { slow, subscribers } from './subscribers.ts'
import { isUpload } from './uploads.ts'

export type Roles = { web: boolean; worker: boolean }

/** Milliseconds that open requests and the job in hand get when the process is told to stop. */
const PATIENCE_MS = 15_000
const SWEEP_MS = 50

/** Runs the newsroom until it is told to stop. Resolves once it answers, to what stops it. */
export async function run(settings: Settings, roles: Roles) {
  const log = logger(settings.LOG_LEVEL)
  const now = () => new Date()
  const { database, files, migrated } = await openNewsroom(settings)
  if (migrated.length > 0) log.info({ migrated }, 'the database is up to date')
  // Last opened, first closed.
  const closing: (() => Promise<void>)[] = [database.close]
  const stop = async () => {
    for (const close of closing.splice(0).reverse()) await close()
  }
  try {
    if (settings.DEMO === 'on' && roles.web) {
      const { loadDemo } = await import('./demo.ts')
      await loadDemo(database, files, now())
    }
    const pages = new Pages({ bytes: settings.CACHE_MB * 1024 * 1024 })
    const { db, write, kind } = database
    const workshop = {
      db,
      write,
      kind,
      files,
      log,
      now,
      siteUrl: settings.SITE_URL,
      dataFolder: settings.DATA_DIR,
      hasMail: settings.SMTP_URL !== undefined,
    }
    const house: House = { ...workshop, pages }
    const coediting = roles.web ? openCoediting(house) : undefined
    closing.push(await keepCurrent(database, pages, log, coediting?.hear))
    if (roles.worker) {
      const mail = settings.SMTP_URL
        ? bySmtp(settings.SMTP_URL, settings.MAIL_FROM)
        : intoFolder(join(settings.DATA_DIR, 'mail'), settings.MAIL_FROM, now)
      closing.push(async () => mail.close())
      const worker = startWorker({
        database,
        subscribers,
        slow,
        context: { ...workshop, mail },
        schedule: schedule(workshop, now),
        log,
        now,
      })
      closing.push(worker.stop)
    }
    const isTrustedProxy = trustedProxies(settings.TRUSTED_PROXIES)
    const counting = startCounting({ write, isTrustedProxy, log, now })
    closing.push(counting.stop)
    const metrics = createMetrics({ pages, backlog: () => backlog(db), reads: counting.counted })
    if (settings.METRICS_PORT !== 'off') {
      const server = metrics.server()
      await listen(server, settings.METRICS_PORT, settings.METRICS_HOST).then(
        () => closing.push(() => close(server)),
        // Figures must never keep the paper from appearing.
        (error) => log.warn({ err: error }, 'no metrics: METRICS_PORT cannot be opened'),
      )
    }
    let address: string | undefined
    let first: string | undefined
    let editor: string | undefined
    if (roles.web) {
      const server = createPageServer({
        house,
        fetch: createApp(house).fetch,
        pageKey,
        isTrustedProxy,
        onAnswer: metrics.answered,
        onRead: counting.read,
        mayTakeLong: isUpload,
        mayUpgrade: isForWriters,
        isColleague: async ({ headers }) =>
          (await visitorByCookie(house, headers.cookie ?? '')) !== undefined,
      })
      await listen(server, settings.PORT, settings.HOST)
      closing.push(() => close(server))
      coediting?.listen(server)
      closing.push(async () => coediting?.close())
      const { port, family, address: host } = server.address() as AddressInfo
      address = `http://${family === 'IPv6' ? `[${host}]` : host}:${port}`
      first = await firstAddress(database, settings.SITE_URL, now())
      // As long as nobody has taken the newsroom over: then it is theirs, and who comes in is theirs to say.
      if (first && settings.DEMO === 'on')
        editor = await editorAddress(database, settings.SITE_URL, now())
      log.info({ address, siteUrl: settings.SITE_URL, database: kind }, 'the newsroom is open')
    }
    return { address, first, editor, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const listen = (server: Server, port: number, host: string) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, 4096, () => {
      server.off('error', reject)
      resolve()
    })
  })

/** Lets open requests finish; what still hangs on after that is cut. */
function close(server: Server) {
  return new Promise<void>((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), PATIENCE_MS)
    // A connection that is kept alive becomes idle only once its answer has gone out.
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS)
    server.close(() => {
      clearTimeout(cut)
      clearInterval(sweep)
      resolve()
    })
    server.closeIdleConnections()
  })
}
