import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { Doc } from 'yjs'
import { edition } from '../src/articles/edition.ts'
import { fieldsIn, typeInto } from '../src/articles/typed.ts'
import { type Engine, openDatabase } from '../src/platform/database.ts'
import { postgres } from '../src/platform/postgres.ts'
import { sqlite } from '../src/platform/sqlite.ts'
import { invite } from '../src/staff/colleagues.ts'
import { openSession } from '../src/staff/sessions.ts'
import { freePort } from '../test/postgres.ts'
import type { Bench } from './bench.ts'
import { bounded, type Figure, median, milliseconds, quantile } from './figure.ts'
import { dateline } from './processes.ts'

const ARTICLES = 2000
const OPENED = 30
const KEYSTROKES = 200

/** What an editor waits for: an article that opens, and a letter that is stored. */
export async function writing(bench: Bench): Promise<Figure[]> {
  const data = join(bench.folder, 'writing')
  cpSync(await bench.newsroom(ARTICLES), data, { recursive: true })
  const figures = await typing('SQLite', { DATA_DIR: data }, sqlite(join(data, 'newsroom.db')))
  const environment = await bench.onPostgres(ARTICLES)
  return environment
    ? [...figures, ...(await typing('Postgres', environment, postgres(environment.DATABASE_URL!)))]
    : figures
}

async function typing(
  where: string,
  environment: Record<string, string>,
  engine: Engine,
): Promise<Figure[]> {
  const { db, write, close } = openDatabase(engine)
  const now = new Date()
  const colleague = { email: 'bench@paper.example', name: 'Bench', roleId: 'editor' }
  const id = await write((tx) => invite(tx, null, colleague, now))
  const secret = await write((tx) => openSession(tx, id, 'bench', now))
  const articles = await db.selectFrom('articles').select('id').limit(OPENED).execute()
  await close()

  const port = await freePort()
  const site = `http://127.0.0.1:${port}`
  const node = await dateline(['web'], { ...environment, PORT: String(port), SITE_URL: site })
  const opened: number[] = []
  const stored: number[] = []
  for (const article of articles) {
    const began = performance.now()
    const manuscript = await open(article.id, port, secret)
    opened.push(performance.now() - began)
    if (article === articles.at(-1)) stored.push(...(await keystrokes(manuscript)))
    manuscript.provider.destroy()
    manuscript.socket.destroy()
  }
  await node.stop()
  const figure = (name: string, ms: number[]) =>
    bounded(
      `${name}, ${where}`,
      median(ms),
      milliseconds,
      `nine in ten within ${milliseconds(quantile(ms, 0.9))}`,
      { under: 100 },
    )
  return [figure('an article opened in the editor', opened), figure('keystroke to stored', stored)]
}

/** A connection of its own for each, as for each who opens the editor. */
async function open(articleId: string, port: number, secret: string) {
  class Socket extends WebSocket {
    constructor(url: string | URL) {
      const headers = { cookie: `desk=${secret}`, origin: `http://127.0.0.1:${port}` }
      super(url, { headers } as never)
    }
  }
  const document = new Doc({ gc: false })
  const socket = new HocuspocusProviderWebsocket({
    url: `ws://127.0.0.1:${port}/desk/manuscripts`,
    WebSocketPolyfill: Socket,
  })
  const provider = new HocuspocusProvider({
    name: articleId,
    document,
    token: edition,
    websocketProvider: socket,
  })
  const synced = new Promise<void>((resolve) => provider.on('synced', () => resolve()))
  provider.attach()
  await synced
  return { document, provider, socket }
}

/** Milliseconds from each letter until the server has said that it is a row. */
async function keystrokes({ document, provider }: Awaited<ReturnType<typeof open>>) {
  const took: number[] = []
  const headline = fieldsIn(document).get('headline') as Parameters<typeof typeInto>[0]
  for (let typed = 0; typed < KEYSTROKES; typed++) {
    const began = performance.now()
    const stored = new Promise<void>((resolve) => {
      const look = ({ number }: { number: number }) => {
        if (number > 0) return
        provider.off('unsyncedChanges', look)
        resolve()
      }
      provider.on('unsyncedChanges', look)
    })
    typeInto(headline, `${headline.toString()}x`)
    await stored
    took.push(performance.now() - began)
  }
  return took
}
