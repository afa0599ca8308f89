import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { promisify } from 'node:util'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import RssParser from 'rss-parser'
import { expect, inject, test } from 'vitest'
import { publish } from '../src/articles/publish.ts'
import { draft, edit } from '../src/articles/write.ts'
import { addCategory } from '../src/categories/categories.ts'
import { addContributor } from '../src/contributors/contributors.ts'
import { addPicture } from '../src/media/pictures.ts'
import { changeNewsroom } from '../src/newsroom/settings.ts'
import { onEveryDatabase, type TestNewsroom } from './newsroom.ts'
import { parsedBy } from './readers.ts'

/** The newsroom's feeds as the programs see them that people read feeds with. */

const feedparser = inject('feedparser')
const newsboat = inject('newsboat')

/** What an editor may write, and what a reader must see of it. */
const HOSTILE = '“Yes” ]]> & no \u0007 <b>bold</b> 👩‍🚀 \u202eabc\u202c'
const SEEN = '“Yes” ]]> & no  <b>bold</b> 👩‍🚀 \u202eabc\u202c'

onEveryDatabase('feeds in the hands of real readers', (open) => {
  async function newsroom() {
    const n = await open()
    const now = n.now()
    const original = { hash: 'c'.repeat(32), format: 'jpeg', width: 1600, height: 900, bytes: 1 }
    const ids = await n.write(async (tx) => {
      await changeNewsroom(
        tx,
        { name: 'Paper & Sons', feeds: { hub: 'https://hub.example/' } },
        now,
      )
      const { id: categoryId } = await addCategory(tx, { name: 'Europe & Asia' }, now)
      const picture = await addPicture(
        tx,
        original as never,
        { alt: 'A "harbour"', caption: 'At dusk.', credit: 'Ada' },
        now,
      )
      const [ada, basil] = [
        await addContributor(tx, { name: 'Ada Haddad' }, now),
        await addContributor(tx, { name: 'Basil & Co' }, now),
      ]
      const whole = await draft(
        tx,
        {
          headline: HOSTILE,
          standfirst: 'A & B < C',
          path: '/hostile',
          kind: 'analysis',
          categoryId,
          leadPictureId: picture.id,
          bylines: [ada, basil].map(({ id }) => ({ contributorId: id, role: 'author' as const })),
          body: {
            type: 'doc',
            content: [{ type: 'paragraph', content: [{ type: 'text', text: '1 < 2 & ]]>' }] }],
          },
        },
        now,
      )
      const premium = await draft(
        tx,
        { headline: 'For members', standfirst: 'In short.', access: 'premium', path: '/members' },
        now,
      )
      await publish(tx, whole, now)
      await publish(tx, premium, now, '2026-03-01T08:00:00.000Z')
      return [whole, premium].map((id) => `urn:uuid:${id}`)
    })
    n.later(3_600_000)
    await n.write((tx) => edit(tx, ids[0]!.slice('urn:uuid:'.length), {}, n.now()))
    return { n, ids }
  }
  const read = async (n: TestNewsroom, path: string) => await (await n.app.request(path)).text()

  test('feedsmith reads every part of each format', async () => {
    const { n, ids } = await newsroom()
    const rss = parseRssFeed(await read(n, '/feed.rss'))
    expect(rss.items?.map(({ guid, title, dc }) => [guid?.value, title, dc?.creators])).toEqual([
      [ids[0], SEEN, ['Ada Haddad', 'Basil & Co']],
      [ids[1], 'For members', undefined],
    ])
    expect(rss.items?.[0]?.media?.contents?.[0]).toMatchObject({
      url: `https://paper.example/pictures/${'c'.repeat(32)}/1200.jpeg`,
      width: 1200,
      height: 675,
      credits: [{ value: 'Ada' }],
    })
    const atom = parseAtomFeed(await read(n, '/feed.atom'))
    expect(atom.entries?.map(({ id, updated }) => [id, updated])).toEqual([
      [ids[0], '2026-03-02T10:00:00.000Z'],
      [ids[1], '2026-03-01T08:00:00.000Z'],
    ])
    const json = parseJsonFeed(await read(n, '/feed.json'))
    expect(json.items?.map(({ id, title }) => [id, title])).toEqual([
      [ids[0], SEEN],
      [ids[1], 'For members'],
    ])
  })

  test('rss-parser, which is strict about XML, reads RSS and Atom', async () => {
    const { n, ids } = await newsroom()
    for (const format of ['rss', 'atom']) {
      const feed = await new RssParser().parseString(await read(n, `/feed.${format}`))
      expect([feed.title, ...feed.items.map(({ title }) => title)]).toEqual([
        'Paper & Sons',
        SEEN,
        'For members',
      ])
      expect(feed.items.map((item) => item.guid ?? item.id)).toEqual(ids)
    }
  })

  test.skipIf(!feedparser)('Python’s feedparser finds no flaw in RSS and Atom', async () => {
    const { n, ids } = await newsroom()
    for (const [format, version] of [
      ['rss', 'rss20'],
      ['atom', 'atom10'],
    ]) {
      const feed = await parsedBy(feedparser!, await read(n, `/feed.${format}`))
      const [whole, premium] = feed.entries
      expect([feed.flaw, feed.version, feed.title, feed.links.hub, feed.links.self]).toEqual([
        '',
        version,
        'Paper & Sons',
        'https://hub.example/',
        `https://paper.example/feed.${format}`,
      ])
      expect(feed.entries.map(({ id }) => id)).toEqual(ids)
      expect(whole).toMatchObject({
        link: 'https://paper.example/hostile',
        authors: ['Ada Haddad', 'Basil & Co'],
        published: [2026, 3, 2, 9, 0, 0],
        updated: [2026, 3, 2, 10, 0, 0],
        tags: ['Europe & Asia', 'Analysis'],
        media: [{ width: '1200' }],
      })
      expect(whole!.content.at(-1)).toContain('<p>1 &lt; 2 &amp; ]]&gt;</p>')
      expect(premium!.summary).toContain('In short.')
    }
  })

  test.skipIf(!newsboat)('newsboat fetches, keeps and shows RSS and Atom', async () => {
    const { n, ids } = await newsroom()
    const server = createServer(async (request, response) => {
      const answer = await n.app.request(request.url!)
      response.writeHead(answer.status, Object.fromEntries(answer.headers))
      response.end(Buffer.from(await answer.arrayBuffer()))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const folder = mkdtempSync(join(tmpdir(), 'dateline-newsboat-'))
    try {
      const { port } = server.address() as AddressInfo
      for (const format of ['rss', 'atom']) {
        const [urls, cache, config] = ['urls', 'cache', 'config'].map((name) =>
          join(folder, `${format}.${name}`),
        ) as [string, string, string]
        writeFileSync(urls, `http://127.0.0.1:${port}/feed.${format}\n`)
        writeFileSync(config, '')
        await promisify(execFile)(
          newsboat!,
          ['-u', urls, '-c', cache, '-C', config, '-x', 'reload'],
          { env: { HOME: folder, TERM: 'dumb', PATH: process.env.PATH, LC_ALL: 'C.UTF-8' } },
        )
        const kept = new DatabaseSync(cache)
        const items = kept.prepare('select guid, url, content from rss_item order by url').all()
        kept.close()
        expect(items.map(({ guid, url }) => [guid, url])).toEqual([
          [ids[0], 'https://paper.example/hostile'],
          [ids[1], 'https://paper.example/members'],
        ])
        expect(items[0]!.content).toContain('1 &lt; 2 &amp; ]]&gt;')
        expect(items[1]!.content).toContain('In short.')
      }
    } finally {
      server.close()
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
