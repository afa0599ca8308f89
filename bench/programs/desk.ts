import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { createApp } from '../../src/app.ts'
import { openManuscript } from '../../src/articles/manuscripts.ts'
import { publishManuscript } from '../../src/articles/publication.ts'
import { draft } from '../../src/articles/write.ts'
import { readEnv } from '../../src/env.ts'
import { type Opened, openNewsroom } from '../../src/open.ts'
import { keepCurrent } from '../../src/platform/current.ts'
import { logger } from '../../src/platform/log.ts'
import { Pages } from '../../src/platform/pages.ts'
import { createPageServer } from '../../src/platform/server.ts'
import { pageKey } from '../../src/site/address.ts'
import { invite } from '../../src/staff/colleagues.ts'
import { roleById } from '../../src/staff/roles.ts'

/**
 * Publishes one article after another as the desk does and says, for each, how many milliseconds passed from before the
 * write until every page that shows it did, on every node. Where no nodes are given it is one itself.
 */

const { rounds, nodes } = JSON.parse(process.argv[2]!) as { rounds: number; nodes: string[] }
const opened = await openNewsroom(readEnv())
const { db, write } = opened.database
const addresses = nodes.length > 0 ? nodes : [await answering(opened)]

async function answering({ database, files }: Opened) {
  const pages = new Pages({ bytes: 64 * 2 ** 20 })
  const log = logger('warn')
  await keepCurrent(database, pages, log)
  const { kind } = database
  const now = () => new Date()
  const { DATA_DIR: dataFolder } = readEnv()
  const siteUrl = 'http://localhost'
  const house = { db, write, kind, pages, files, log, now, siteUrl, dataFolder, hasMail: false }
  const server = createPageServer({
    house,
    fetch: createApp(house).fetch,
    pageKey,
    isTrustedProxy: () => false,
    onAnswer: () => {},
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const one = (table: 'categories' | 'tags' | 'contributors') =>
  db.selectFrom(table).select(['id', 'path']).orderBy('id').executeTakeFirstOrThrow()
const [category, tag, contributor] = [
  await one('categories'),
  await one('tags'),
  await one('contributors'),
]

const colleague = { email: `${process.pid}@paper.example`, name: 'Bench', roleId: 'editor' }
const editor = {
  id: await write((tx) => invite(tx, null, colleague, new Date())),
  role: await roleById(db, colleague.roleId),
}

const page = async (address: string) => (await fetch(address)).text()

async function shows(address: string, headline: string) {
  const until = performance.now() + 10_000
  while (!(await page(address)).includes(headline)) {
    if (performance.now() > until) throw new Error(`${address} never showed “${headline}”`)
    await wait(1)
  }
}

const took: number[] = []
for (let round = 0; round <= rounds; round++) {
  const now = new Date()
  const headline = `Round ${round} of ${process.pid}`
  const path = `/rounds/${process.pid}-${round}`
  const fields = {
    headline,
    path,
    categoryId: category.id,
    tagIds: [tag.id],
    bylines: [{ contributorId: contributor.id, role: 'author' as const }],
  }
  const id = await write(async (tx) => {
    const drafted = await draft(tx, fields, now)
    await openManuscript(tx, drafted)
    return drafted
  })
  const month = `/archive/${now.toISOString().slice(0, 7).replace('-', '/')}`
  const around = ['/', category.path, tag.path, contributor.path, month]
  // Kept before, so that each has to be dropped.
  for (const node of addresses) for (const path of around) await page(node + path)
  const began = performance.now()
  await write((tx) => publishManuscript(tx, editor, id, { version: 1 }, now))
  await Promise.all(
    addresses.flatMap((node) => [...around, path].map((path) => shows(node + path, headline))),
  )
  // The first round warms up.
  if (round > 0) took.push(performance.now() - began)
}
process.stdout.write(JSON.stringify(took), () => process.exit(0))
