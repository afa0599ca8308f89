import { addressAt } from '../../src/addresses/addresses.ts'
import { createApp } from '../../src/app.ts'
import { articleForReader } from '../../src/articles/articles.ts'
import { readEnv } from '../../src/env.ts'
import { openNewsroom } from '../../src/open.ts'
import { logger } from '../../src/platform/log.ts'
import { Pages } from '../../src/platform/pages.ts'

/**
 * Makes each page anew, in one process without a network, and says how many microseconds a page took, ten at a time, of
 * the processor and on the clock: the reading alone, reading and rendering, and with each compression.
 */

const { paths, rounds } = JSON.parse(process.argv[2]!) as { paths: string[]; rounds: number }
const { database, files } = await openNewsroom(readEnv())
const app = createApp({
  db: database.db,
  write: database.write,
  kind: database.kind,
  // Too small for any page: what many pages share is kept, pages are not.
  pages: new Pages({ bytes: 1 }),
  files,
  log: logger('silent'),
  now: () => new Date(),
  siteUrl: 'https://paper.example',
  dataFolder: readEnv().DATA_DIR,
  hasMail: false,
})

async function made(path: string, encoding: string) {
  const request = new Request(`http://localhost${path}`, {
    headers: { 'accept-encoding': encoding },
  })
  let status: number | undefined
  const answer = await app.fetch(request, {
    // As the server has it: pages do not become a `Response`.
    send: (page) => {
      status = page.status
    },
  })
  status ??= answer.status
  if (status !== 200 && status !== 404) throw new Error(`${path} answers ${status}`)
}

async function read(path: string) {
  const address = await addressAt(database.db, path)
  if (address?.kind === 'article') await articleForReader(database.db, address.thingId)
}

/** Pages between two looks at the clock: a look takes a hundredth of a page. */
const TOGETHER = 10

const kinds = {
  reading: read,
  identity: (path: string) => made(path, 'identity'),
  gzip: (path: string) => made(path, 'gzip'),
  br: (path: string) => made(path, 'br'),
}
const took: Record<string, { processor: number[]; clock: number[] }> = {}
for (let round = 0; round <= rounds; round++)
  for (const [kind, make] of Object.entries(kinds))
    for (let at = 0; at < paths.length; at += TOGETHER) {
      const some = paths.slice(at, at + TOGETHER)
      const began = performance.now()
      const spent = process.cpuUsage()
      for (const path of some) await make(path)
      const { user, system } = process.cpuUsage(spent)
      const clock = performance.now() - began
      // The first round warms up.
      if (round === 0) continue
      took[kind] ??= { processor: [], clock: [] }
      took[kind].processor.push((user + system) / some.length)
      took[kind].clock.push((clock * 1000) / some.length)
    }
await database.close()
process.stdout.write(JSON.stringify(took))
