import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { migrations } from '../../migrations/index.ts'
import { afterwards } from '../../test/background.ts'
import {
  databases,
  onEveryDatabase,
  openNewsroomOn,
  type TestNewsroom,
  testFolder,
} from '../../test/newsroom.ts'
import { explain } from '../articles/corrections.ts'
import { moveCategory } from '../articles/move.ts'
import { publish, schedule, withhold } from '../articles/publish.ts'
import { draft, edit } from '../articles/write.ts'
import { addCategory } from '../categories/categories.ts'
import { loadDemo } from '../demo.ts'
import { renditionPath } from '../media/picture.ts'
import { changeNewsroom } from '../newsroom/settings.ts'
import { record } from '../platform/outbox.ts'
import { shapeOf } from '../platform/shape.ts'
import { writeWhole } from '../platform/whole.ts'
import { archived, fates, machinery } from './archived.ts'
import { exportNewsroom } from './export.ts'
import { importSite } from './import.ts'
import { importArchive } from './import-archive.ts'
import { inspect } from './inspection.ts'

const folder = testFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const known = Object.keys(migrations)
const shape = await shapeOf(migrations)

let made = 0
async function exported(n: TestNewsroom, gzip = true) {
  const file = join(folder, `${++made}.tar${gzip ? '.gz' : ''}`)
  const origin = { now: n.now(), dateline: '0.0.0', migrations: known }
  const told = await writeWhole(file, (sink) =>
    exportNewsroom(n, shape, origin, sink, { gzip, end: true }),
  )
  return { file, ...told }
}

/** Every address of a newsroom, old ones too, lists, languages, the archive by month, feeds and sitemaps. */
async function addressesOf(n: TestNewsroom) {
  const addresses = await n.db
    .selectFrom('addresses')
    .select(['path', 'kind'])
    .orderBy('path')
    .execute()
  const paths = addresses.map(({ path }) => encodeURI(path))
  const lists = addresses
    .filter(({ kind }) => kind !== 'article')
    .map(({ path }) => encodeURI(path))
  const months = (
    await n.db
      .selectFrom('articles')
      .select('published')
      .where('status', '=', 'published')
      .execute()
  ).map(({ published }) => `/archive/${published!.slice(0, 7).replace('-', '/')}`)
  const pictures = (
    await n.db.selectFrom('pictures').select('hash').orderBy('id').limit(2).execute()
  ).map((picture) => renditionPath(picture, 320, 'webp'))
  const own = [
    '/',
    '/ar',
    '/ru',
    '/fr',
    '/archive',
    '/feeds',
    '/nowhere',
    '/?before=2026-01-01T00:00:00.000Z_0',
  ]
  const machines = [
    '/sitemap.xml',
    '/sitemaps/sections.xml',
    '/sitemaps/news.xml',
    '/robots.txt',
    '/llms.txt',
  ]
  const feeds = ['', ...lists, ...paths.slice(0, 5)].flatMap((path) =>
    ['feed.rss', 'feed.atom', 'feed.json', 'ninjs.json'].map((file) => `${path}/${file}`),
  )
  const sitemaps = months.map((month) => `/sitemaps/${month.slice(9).replace('/', '-')}.xml`)
  return [
    ...own,
    ...machines,
    ...new Set([...months, ...sitemaps]),
    ...paths,
    ...feeds,
    ...pictures,
  ]
}

async function showTheSame(one: TestNewsroom, other: TestNewsroom) {
  const addresses = await addressesOf(one)
  expect((await addressesOf(other)).sort()).toEqual(addresses.sort())
  for (const address of addresses) {
    const [a, b] = [await one.app.request(address), await other.app.request(address)]
    const headers = (answer: Response) =>
      Object.fromEntries([...answer.headers].filter(([name]) => name !== 'x-request-id'))
    expect([address, b.status, headers(b)]).toEqual([address, a.status, headers(a)])
    expect(Buffer.from(await b.arrayBuffer()).equals(Buffer.from(await a.arrayBuffer()))).toBe(true)
  }
  return addresses.length
}

const relatedIn = (n: TestNewsroom) =>
  n.db.selectFrom('related').selectAll().orderBy('article_id').orderBy('position').execute()

const originals = (n: TestNewsroom) => {
  const root = join(n.folder, 'pictures', 'originals')
  return new Map(
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.includes('.'))
      .sort()
      .map((name) => [name, readFileSync(join(root, name)).toString('base64')]),
  )
}

test('every table is either in the archive or known to be derived', () => {
  expect([...shape.keys()].sort()).toEqual([...Object.keys(fates), ...machinery].sort())
})

test('every table of an archive is explained to those who read it', () => {
  const page = readFileSync('docs/archive.md', 'utf8')
  expect([...archived.keys()].filter((table) => !page.includes(`\`${table}.jsonl\``))).toEqual([])
})

test('an archive holds what is referred to before what refers to it', () => {
  const order = [...archived.keys()] as string[]
  for (const [at, table] of order.entries())
    for (const to of shape.get(table)!.references.values())
      expect([table, to, order.indexOf(to) <= at && order.includes(to)]).toEqual([table, to, true])
})

for (const kind of databases())
  describe(`moving out of one newsroom into another (${kind})`, () => {
    const closing: (() => Promise<void>)[] = []
    afterEach(async () => {
      for (const close of closing.splice(0).reverse()) await close()
    })

    for (const target of databases())
      test(`gives the same pages on ${target}, byte for byte, and the same archive again`, {
        timeout: 120_000,
      }, async () => {
        const from = await openNewsroomOn(kind, closing)
        const to = await openNewsroomOn(target, closing)
        await loadDemo(from, from.files, from.now())
        // Articles that Ghost's editors wrote are the newsroom's own by now: cards of every kind, in both formats.
        for (const version of [3, 6])
          await importSite(from, {
            file: `test/exports/ghost-${version}.json`,
            site: 'https://quay.example',
          })
        await afterwards(from)
        const first = await exported(from)
        expect([first.missing, first.counts.related! > 0]).toEqual([[], true])
        const { lacking } = await importArchive(to, shape, first.file, { known })
        expect(lacking).toEqual([])
        expect(await showTheSame(from, to)).toBeGreaterThan(200)
        expect(originals(to)).toEqual(originals(from))
        await afterwards(to)
        expect(await relatedIn(to)).toEqual(await relatedIn(from))

        const second = await exported(to, false)
        const [one, other] = await Promise.all(
          [first, second].map(({ file }) => inspect(file, shape, { known, pictures: true })),
        )
        expect([one!.wrong, other!.wrong, other!.lacking]).toEqual([[], [], []])
        // The arrival itself is an event more.
        const same = (files: { name: string }[]) =>
          files.filter(({ name }) => !/^(events|dateline)\b/.test(name))
        expect(same(other!.manifest!.files)).toEqual(same(one!.manifest!.files))
      })
  })

onEveryDatabase('an archive', (open) => {
  test('takes along drafts, what is scheduled, withheld or moved, and a category above an older one', async () => {
    const [from, to] = [await open(), await open()]
    const now = from.now()
    await from.write(async (tx) => {
      await changeNewsroom(tx, { name: 'The Ferry' }, now)
      const harbour = await addCategory(tx, { name: 'Harbour' }, now)
      const coast = await addCategory(tx, { name: 'Coast' }, now)
      await moveCategory(tx, harbour.id, coast.id)
      const moved = await draft(tx, { headline: 'Moved', categoryId: harbour.id }, now)
      await publish(tx, moved, now)
      await edit(tx, moved, { path: '/coast/moved-on' }, now)
      const versionId = (await edit(tx, moved, { headline: 'Moved on' }, now))!
      const made = { articleId: moved, versionId, by: 'ada' }
      await explain(tx, made, { kind: 'correction', note: 'It had moved on.' }, now)
      const gone = await draft(tx, { headline: 'Taken back' }, now)
      await publish(tx, gone, now)
      await withhold(tx, gone, 'A source withdrew.', now)
      await schedule(tx, await draft(tx, { headline: 'To come' }, now), new Date('2026-04-01'), now)
      await draft(tx, { headline: 'Not yet 𐐷 “quoted”\n\u2028', standfirst: '"{}"' }, now)
    })
    const { file, counts } = await exported(from)
    expect(counts).toMatchObject({ articles: 4, categories: 2, files: 0 })
    await importArchive(to, shape, file, { known })
    await showTheSame(from, to)
    for (const table of archived.keys()) {
      if (table === 'events') continue
      const rows = (n: TestNewsroom) => n.db.selectFrom(table).selectAll().execute()
      const sorted = (all: object[]) => all.map((row) => JSON.stringify(row)).sort()
      expect(sorted(await rows(to))).toEqual(sorted(await rows(from)))
    }
    to.later(40 * 86_400_000)
    const { publishDue } = await import('../articles/due.ts')
    await publishDue(to, to.now())
    expect(await (await to.app.request('/')).text()).toContain('To come')
    expect(await (await to.app.request('/corrections')).text()).toContain('It had moved on.')
    expect(await (await to.app.request('/coast/moved-on/versions')).text()).toContain(
      '<ins>on</ins>',
    )
  })

  test('brings no work in hand: nobody is written to by a newsroom that has moved', async () => {
    const [from, to] = [await open(), await open()]
    await from.write(async (tx) => {
      await publish(tx, await draft(tx, { headline: 'News' }, from.now()), from.now())
      await record(tx, 'staff.invited', { colleagueId: 'somebody', by: null }, from.now())
    })
    const { file } = await exported(from)
    await importArchive(to, shape, file, { known })
    const events = await to.db.selectFrom('events').select(['type', 'dispatched']).execute()
    expect(events.filter(({ dispatched }) => dispatched === null).map(({ type }) => type)).toEqual([
      'articles.brought',
    ])
    await afterwards(to)
    expect(await (await to.app.request('/')).text()).toContain('News')
  })

  test('is of one moment, whatever is written meanwhile', async () => {
    const n = await open()
    for (let at = 0; at < 250; at++)
      await n.write((tx) => draft(tx, { headline: `Article ${at}` }, n.now()))
    const file = join(folder, 'moment.tar')
    const origin = { now: n.now(), dateline: '0.0.0', migrations: known }
    let written = 0
    const told = await writeWhole(file, (sink) =>
      exportNewsroom(
        {
          files: n.files,
          snapshot: (work) =>
            n.snapshot(async (db) => {
              await db.selectFrom('articles').select('id').limit(1).execute()
              for (; written < 20; written++)
                await n.write((tx) => draft(tx, { headline: 'Too late' }, n.now()))
              return await work(db)
            }),
        },
        shape,
        origin,
        sink,
        { gzip: false, end: true },
      ),
    )
    expect([written, told.counts.articles, told.counts.addresses]).toEqual([20, 250, 250])
    expect((await inspect(file, shape, { known })).wrong).toEqual([])
  })

  test('is not brought into a newsroom that holds anything', async () => {
    const [from, to] = [await open(), await open()]
    const { file } = await exported(from)
    await to.write((tx) => changeNewsroom(tx, { name: 'Taken' }, to.now()))
    await expect(importArchive(to, shape, file, { known })).rejects.toThrow(
      /empty newsroom, and this one holds settings already\. Set DATA_DIR to a new folder/,
    )
  })

  test('says which pictures its newsroom lacked, and is brought in without them', async () => {
    const [from, to] = [await open(), await open()]
    await loadDemo(from, from.files, from.now())
    const picture = await from.db
      .selectFrom('pictures')
      .select(['hash', 'format'])
      .executeTakeFirstOrThrow()
    const { originalName } = await import('../media/originals.ts')
    await from.files.write(originalName(picture), Buffer.from('rot'))
    const { file, missing } = await exported(from)
    expect(missing).toEqual([`pictures/${picture.hash}.${picture.format}`])
    const { lacking } = await importArchive(to, shape, file, { known })
    expect(lacking).toEqual([`${missing[0]} was missing where it was made`])
  })
})
