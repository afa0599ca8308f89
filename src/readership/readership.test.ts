import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { onEveryDatabase, type TestNewsroom } from '../../test/newsroom.ts'
import { publish, withhold } from '../articles/publish.ts'
import { draft, edit } from '../articles/write.ts'
import { addCategory } from '../categories/categories.ts'
import { trustedProxies } from '../platform/proxies.ts'
import { createPageServer } from '../platform/server.ts'
import { pageKey } from '../site/address.ts'
import { ReadCounter } from './counter.ts'
import { startCounting } from './counting.ts'
import { networkIn } from './network.ts'
import { rankAnew } from './ranking.ts'
import { foldOldest } from './readership.ts'

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

onEveryDatabase('readership', (open) => {
  const closing: (() => Promise<unknown>)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0)) await close()
  })

  const out = async (n: TestNewsroom, fields: Parameters<typeof draft>[1]) => {
    const id = await n.write((tx) => draft(tx, fields, n.now()))
    await n.write((tx) => publish(tx, id, n.now()))
    n.later(60_000)
    return id
  }

  /** The newsroom on the wire, counting. */
  async function counted(n: TestNewsroom) {
    const isTrustedProxy = trustedProxies('loopback')
    const counting = startCounting({ write: n.write, isTrustedProxy, log: n.log, now: n.now })
    const server = createPageServer({
      house: n,
      fetch: n.app.fetch,
      pageKey,
      isTrustedProxy,
      onAnswer: () => {},
      onRead: counting.read,
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    closing.push(() => new Promise((resolve) => server.close(resolve)))
    const { port } = server.address() as AddressInfo
    const read = async (path: string, headers: Record<string, string> = {}, method = 'GET') => {
      const url = `http://127.0.0.1:${port}${path}`
      const answer = await fetch(url, { method, headers: { 'user-agent': firefox, ...headers } })
      await answer.arrayBuffer()
      return answer
    }
    return { read, stop: counting.stop }
  }
  const reads = (n: TestNewsroom) =>
    n.db
      .selectFrom('reads')
      .innerJoin('articles', 'articles.id', 'reads.article_id')
      .select(['headline', 'hour', 'count'])
      .orderBy('headline')
      .execute()

  test('an article is counted by the hour, kept or not, also when the reader’s copy is still good', async () => {
    const n = await open()
    await out(n, { headline: 'Harbour', path: '/harbour' })
    const { read, stop } = await counted(n)
    const etag = (await read('/harbour')).headers.get('etag')!
    await read('/harbour/')
    expect((await read('/harbour', { 'if-none-match': etag })).status).toBe(304)
    await stop()
    expect(await reads(n)).toEqual([{ headline: 'Harbour', hour: '2026-03-02T09', count: 3 }])
  })

  test('what nobody read is not counted: what a browser fetched ahead, robots, errors, lists, HEAD', async () => {
    const n = await open()
    await out(n, { headline: 'Harbour', path: '/harbour' })
    const { read, stop } = await counted(n)
    for (let turn = 0; turn < 2; turn++) {
      await read('/harbour', { 'sec-purpose': 'prefetch;prerender' })
      await read('/harbour', { purpose: 'prefetch' })
      await read('/harbour', { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' })
      await read('/harbour', { 'user-agent': 'x'.repeat(5000) })
      await read('/harbour', {}, 'HEAD')
      await read('/nowhere')
      await read('/')
      await read('/feed.rss')
    }
    await stop()
    expect(await reads(n)).toEqual([])
  })

  test('two nodes add up, and one that cannot write tries again', async () => {
    const n = await open()
    await out(n, { headline: 'Harbour', path: '/harbour' })
    let away = true
    const flaky = {
      ...n,
      write: ((work) =>
        away ? Promise.reject(new Error('away')) : n.write(work)) as typeof n.write,
    }
    const [one, other] = [await counted(n), await counted(flaky)]
    await one.read('/harbour')
    await other.read('/harbour')
    await one.stop()
    await other.stop()
    expect(await reads(n)).toMatchObject([{ count: 1 }])
    away = false
    await other.stop()
    expect(await reads(n)).toMatchObject([{ count: 2 }])
  })

  test('one network cannot read an article to the top', async () => {
    const n = await open()
    await out(n, { headline: 'Harbour', path: '/harbour' })
    await out(n, { headline: 'Pier', path: '/pier' })
    const { read, stop } = await counted(n)
    for (let turn = 0; turn < 50; turn++)
      await read('/harbour', { 'x-forwarded-for': `198.51.100.${turn}` })
    // What stands before the proxy's own word, anybody can make up.
    for (let turn = 0; turn < 50; turn++)
      await read('/harbour', { 'x-forwarded-for': `203.0.113.${turn}, 198.51.100.7` })
    for (let turn = 0; turn < 9; turn++)
      await read('/pier', { 'x-forwarded-for': `192.0.${turn}.1` })
    await stop()
    expect(await reads(n)).toMatchObject([
      { headline: 'Harbour', count: 4 },
      { headline: 'Pier', count: 9 },
    ])
  })

  test('nothing about a reader is written', async () => {
    const n = await open()
    await out(n, { headline: 'Harbour', path: '/harbour' })
    const { read, stop } = await counted(n)
    const answer = await read('/harbour', { 'x-forwarded-for': '198.51.100.7', cookie: 'a=b' })
    await stop()
    expect(answer.headers.get('set-cookie')).toBeNull()
    const [row] = await n.db.selectFrom('reads').selectAll().execute()
    expect(Object.keys(row!).sort()).toEqual(['article_id', 'count', 'hour'])
  })

  const add = (n: TestNewsroom, article_id: string, count: number, hoursAgo = 0) =>
    n.write(async (tx) => {
      const hour = new Date(n.now().getTime() - hoursAgo * 3_600_000).toISOString().slice(0, 13)
      await tx.insertInto('reads').values({ article_id, hour, count }).execute()
    })
  async function most(n: TestNewsroom, path: string) {
    const page = await (await n.app.request(path)).text()
    const section = /<section class="most.*?<\/section>/s.exec(page)?.[0] ?? ''
    return [...section.matchAll(/<li><a[^>]*>(.*?)<\/a>/g)].map((match) => match[1])
  }

  test('the most read stand on the front page of their language and in their category, newest reads first', async () => {
    const n = await open()
    const [ports, talks] = await n.write(
      async (tx) =>
        [
          await addCategory(tx, { name: 'Ports' }, n.now()),
          await addCategory(tx, { name: 'Talks' }, n.now()),
        ] as const,
    )
    const ids: string[] = []
    for (const name of ['One', 'Two', 'Three', 'Four'])
      ids.push(await out(n, { headline: name, path: `/${name}`, categoryId: ports.id }))
    ids.push(await out(n, { headline: 'Seldom', categoryId: talks.id }))
    const page = await out(n, { headline: 'About', kind: 'page', path: '/about' })
    await add(n, ids[0]!, 20)
    await add(n, ids[1]!, 30)
    await add(n, ids[2]!, 60, 24)
    await add(n, ids[3]!, 500, 60)
    await add(n, ids[4]!, 9)
    await add(n, page, 900)
    await rankAnew(n, n.now())
    expect(await most(n, '/')).toEqual(['Two', 'One', 'Three'])
    expect(await most(n, ports.path)).toEqual(['Two', 'One', 'Three'])
    expect(await most(n, talks.path)).toEqual([])
  })

  test('a page with a few reads does not look popular', async () => {
    const n = await open()
    for (const name of ['One', 'Two', 'Three'])
      await add(n, await out(n, { headline: name, path: `/${name}` }), 3)
    await rankAnew(n, n.now())
    expect(await most(n, '/')).toEqual([])
  })

  test('pages are dropped when the order changes, and only then', async () => {
    const n = await open()
    const ids: string[] = []
    for (const name of ['One', 'Two', 'Three'])
      ids.push(await out(n, { headline: name, path: `/${name}` }))
    for (const [at, id] of ids.entries()) await add(n, id, 40 - at * 10)
    await rankAnew(n, n.now())
    expect(await most(n, '/')).toEqual(['One', 'Two', 'Three'])
    n.later(3_600_000)
    await add(n, ids[0]!, 5)
    await rankAnew(n, n.now())
    expect(n.pages.addresses()).toContain('/')
    await add(n, ids[2]!, 50)
    await rankAnew(n, n.now())
    expect(n.pages.addresses()).not.toContain('/')
    expect(await most(n, '/')).toEqual(['Three', 'One', 'Two'])
  })

  test('a withheld article vanishes from the most read at once', async () => {
    const n = await open()
    const ids: string[] = []
    for (const name of ['One', 'Two', 'Three', 'Four'])
      ids.push(await out(n, { headline: name, path: `/${name}` }))
    for (const [at, id] of ids.entries()) await add(n, id, 40 - at)
    await rankAnew(n, n.now())
    expect(await most(n, '/')).toEqual(['One', 'Two', 'Three', 'Four'])
    await n.write((tx) => withhold(tx, ids[1]!, 'Wrong.', n.now()))
    expect(await most(n, '/')).toEqual(['One', 'Three', 'Four'])
    await n.write((tx) => edit(tx, ids[0]!, { headline: 'First' }, n.now()))
    expect(await most(n, '/')).toEqual(['First', 'Three', 'Four'])
  })

  test('old hours become months', async () => {
    const n = await open()
    const id = await out(n, { headline: 'One', path: '/one' })
    await add(n, id, 5, 24 * 31)
    await add(n, id, 7, 24 * 31 + 1)
    await add(n, id, 11)
    while (await n.write((tx) => foldOldest(tx, n.now())));
    expect(await n.db.selectFrom('reads').select('count').execute()).toEqual([{ count: 11 }])
    expect(await n.db.selectFrom('reads_by_month').selectAll().execute()).toEqual([
      { article_id: id, month: '2026-01', count: 12 },
    ])
  })
})

test('a network is the first 24 bits of an address, or the first 48', () => {
  expect(networkIn('198.51.100.7')).toBe('198.51.100')
  expect(networkIn('::ffff:198.51.100.7')).toBe('198.51.100')
  expect(networkIn('2001:db8:1:2::3')).toBe('2001:db8:1')
  expect(networkIn('2001:db8::3')).toBe('2001:db8')
})

test('a flood of made-up pages takes no more memory, and with the hour everything about networks is forgotten', () => {
  const headers = { 'user-agent': firefox }
  const flooded = new ReadCounter()
  for (let at = 0; at < 50_000; at++) flooded.read(`/${at}`, headers, undefined)
  expect(flooded.take('2026-03-02T09').size).toBe(20_000)
  const counter = new ReadCounter()
  counter.take('2026-03-02T09')
  for (let at = 0; at < 9; at++) counter.read('/harbour', headers, '198.51.101')
  expect(counter.take('2026-03-02T10').get('/harbour')).toBe(4)
  for (let at = 0; at < 9; at++) counter.read('/harbour', headers, '198.51.101')
  expect(counter.take('2026-03-02T10').get('/harbour')).toBe(4)
})

test('counting costs less than a microsecond', () => {
  const counter = new ReadCounter()
  const headers = { 'user-agent': firefox }
  const turn = () => {
    const began = process.cpuUsage()
    for (let at = 0; at < 200_000; at++)
      counter.read(`/europe/orlava/article-${at % 50}`, headers, `198.51.${at % 200}`)
    return process.cpuUsage(began).user / 200_000
  }
  expect(Math.min(turn(), turn(), turn())).toBeLessThan(1)
})
