import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { onEveryDatabase, type TestNewsroom } from '../../test/newsroom.ts'
import { publish, withhold } from '../articles/publish.ts'
import { draft, edit } from '../articles/write.ts'
import { addCategory, addTag } from '../categories/categories.ts'
import { addContributor } from '../contributors/contributors.ts'
import { changeNewsroom } from '../newsroom/settings.ts'
import type { Reach } from '../platform/outside.ts'
import { subscribers } from '../subscribers.ts'
import { tellHub } from './websub.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections()
})

/** A hub that notes what it is told and answers with the given status and headers. */
async function openHub(status = 204, headers: Record<string, string> = {}) {
  const told: URLSearchParams[] = []
  const server = createServer(async (request: IncomingMessage, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    told.push(new URLSearchParams(body))
    response.writeHead(status, headers).end()
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, told }
}
const testServer: Reach = { address: (ip) => ip === '127.0.0.1', port: () => true }

onEveryDatabase('the hub', (open) => {
  async function news(n: TestNewsroom, hub: string | null) {
    const now = n.now()
    return await n.write(async (tx) => {
      await changeNewsroom(tx, { feeds: { hub } }, now)
      const region = await addCategory(tx, { name: 'Middle East' }, now)
      const country = await addCategory(tx, { name: 'Syria', parentId: region.id }, now)
      const author = await addContributor(tx, { name: 'Ada Haddad' }, now)
      const id = await draft(
        tx,
        {
          headline: 'خبر',
          language: 'ar',
          categoryId: country.id,
          tagIds: [(await addTag(tx, { name: 'Idlib' }, now)).id],
          bylines: [{ contributorId: author.id, role: 'author' }],
        },
        now,
      )
      await publish(tx, id, now)
      return id
    })
  }

  test('the hub is told of every feed that an article stands in, in one message', async () => {
    const n = await open()
    const hub = await openHub()
    const articleId = await news(n, hub.address)
    await tellHub(n, { articleId }, testServer)
    expect(hub.told.map((message) => message.get('hub.mode'))).toEqual(['publish'])
    const lists = [
      '/ar',
      '/middle-east',
      '/middle-east/syria',
      '/tags/idlib',
      '/contributors/ada-haddad',
    ]
    expect(hub.told[0]!.getAll('hub.url').sort()).toEqual(
      lists
        .flatMap((path) =>
          ['rss', 'atom', 'json'].map((format) => `https://paper.example${path}/feed.${format}`),
        )
        .sort(),
    )
    await n.write((tx) => withhold(tx, articleId, 'Wrong.', n.now()))
    await tellHub(n, { articleId }, testServer)
    expect(hub.told).toHaveLength(2)
  })

  test('the hub is told of the feeds that an article has left', async () => {
    const n = await open()
    const hub = await openHub()
    const articleId = await news(n, hub.address)
    await n.write((tx) =>
      edit(tx, articleId, { categoryId: null, tagIds: [], language: 'en' }, n.now()),
    )
    const event = await n.db
      .selectFrom('events')
      .select('payload')
      .where('type', '=', 'article.edited')
      .executeTakeFirstOrThrow()
    await tellHub(n, JSON.parse(event.payload), testServer)
    expect(
      hub.told[0]!.getAll('hub.url')
        .filter((url) => url.endsWith('.rss'))
        .sort(),
    ).toEqual(
      [
        '/ar/feed.rss',
        '/contributors/ada-haddad/feed.rss',
        '/feed.rss',
        '/middle-east/feed.rss',
        '/middle-east/syria/feed.rss',
        '/tags/idlib/feed.rss',
      ].map((path) => `https://paper.example${path}`),
    )
  })

  test('a hub’s address that would break a header is written so that it does not', async () => {
    const n = await open()
    await news(n, 'https://hub.example/a>بـ')
    const { status, headers } = await n.app.request('/ar/feed.rss')
    expect([status, headers.get('link')?.split(';')[0]]).toEqual([
      200,
      '<https://hub.example/a%3E%D8%A8%D9%80>',
    ])
    for (const none of ['hub.example', 'https://hub.example/\r\nx: y'])
      await expect(news(n, none)).rejects.toThrow('feeds.hub: Write the hub’s web address')
  })

  test('feeds name the hub and themselves, in their text and before it', async () => {
    const n = await open()
    await news(n, 'https://hub.example/')
    const atom = await n.app.request('/ar/feed.atom')
    expect(atom.headers.get('link')).toBe(
      '<https://hub.example/>; rel="hub", <https://paper.example/ar/feed.atom>; rel="self"',
    )
    expect(await atom.text()).toContain('<link rel="hub" href="https://hub.example/"/>')
    expect(await (await n.app.request('/ar/feed.rss')).text()).toContain(
      '<atom:link rel="hub" href="https://hub.example/"/>',
    )
    expect((await (await n.app.request('/ar/feed.json')).json()).hubs).toEqual([
      { type: 'WebSub', url: 'https://hub.example/' },
    ])
  })

  test('without a hub nobody is told, and of what readers do not know no hub is', async () => {
    const n = await open()
    const hub = await openHub()
    const articleId = await news(n, null)
    await tellHub(n, { articleId }, testServer)
    const feed = await n.app.request('/ar/feed.atom')
    expect([feed.headers.get('link'), (await feed.text()).includes('rel="hub"')]).toEqual([
      null,
      false,
    ])
    await n.write((tx) => changeNewsroom(tx, { feeds: { hub: hub.address } }, n.now()))
    const secret = await n.write((tx) => draft(tx, { headline: 'Secret' }, n.now()))
    const page = await n.write((tx) => draft(tx, { headline: 'About', kind: 'page' }, n.now()))
    await n.write((tx) => publish(tx, page, n.now()))
    for (const id of [secret, page]) await tellHub(n, { articleId: id }, testServer)
    expect(hub.told).toEqual([])
  })

  test('a hub that fails is told again later; one that redirects is not followed, and none is in a private network', async () => {
    const n = await open()
    const failing = await openHub(503)
    const articleId = await news(n, failing.address)
    await expect(tellHub(n, { articleId }, testServer)).rejects.toThrow('answered 503')
    const target = await openHub()
    const moved = await openHub(307, { location: target.address })
    await n.write((tx) => changeNewsroom(tx, { feeds: { hub: moved.address } }, n.now()))
    await expect(tellHub(n, { articleId }, testServer)).rejects.toThrow('answered 307')
    expect(target.told).toEqual([])
    await n.write((tx) => changeNewsroom(tx, { feeds: { hub: 'http://127.0.0.1/' } }, n.now()))
    await expect(tellHub(n, { articleId })).rejects.toThrow('private network')
  })

  test('every change that readers see is told', () => {
    for (const event of ['article.published', 'article.edited', 'article.withheld'] as const)
      expect(subscribers[event]).toHaveProperty('tellHub', tellHub)
  })
})
