import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import RssParser from 'rss-parser'
import { expect, test } from 'vitest'
import { onEveryDatabase, type TestNewsroom } from '../../test/newsroom.ts'
import { redirectFrom } from '../addresses/addresses.ts'
import type { ArticleDocument } from '../articles/document.ts'
import { publish, withhold } from '../articles/publish.ts'
import { draft, edit } from '../articles/write.ts'
import { addCategory, addTag, editCategory } from '../categories/categories.ts'
import { addContributor } from '../contributors/contributors.ts'
import { changeNewsroom } from '../newsroom/settings.ts'

const body = (...content: ArticleDocument[]) => ({ type: 'doc', content }) as ArticleDocument
const words = (text: string, marks?: object[]) =>
  ({ type: 'paragraph', content: [{ type: 'text', text, ...(marks ? { marks } : {}) }] }) as never
const link = (href: string) => [{ type: 'link', attrs: { href } }]

onEveryDatabase('feeds', (open) => {
  const out = async (n: TestNewsroom, fields: Parameters<typeof draft>[1]) => {
    const id = await n.write((tx) => draft(tx, fields, n.now()))
    await n.write((tx) => publish(tx, id, n.now()))
    n.later(60_000)
    return id
  }
  const read = async (n: TestNewsroom, path: string, headers: Record<string, string> = {}) => {
    const answer = await n.app.request(encodeURI(path), { headers })
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  }
  const rss = async (n: TestNewsroom, path: string) => parseRssFeed((await read(n, path)).text)
  const atom = async (n: TestNewsroom, path: string) => parseAtomFeed((await read(n, path)).text)
  const json = async (n: TestNewsroom, path: string) => parseJsonFeed((await read(n, path)).text)

  test('what a page lists, its feeds carry in every format', async () => {
    const n = await open()
    const fields = await n.write(async (tx) => ({
      categoryId: (await addCategory(tx, { name: 'Middle East' }, n.now())).id,
      tagIds: [(await addTag(tx, { name: 'هدنة' }, n.now())).id],
      bylines: [
        {
          contributorId: (await addContributor(tx, { name: 'Ada Haddad' }, n.now())).id,
          role: 'author' as const,
        },
      ],
    }))
    await out(n, { headline: 'Elsewhere' })
    await out(n, { ...fields, headline: 'Ceasefire holds' })
    await out(n, { ...fields, headline: 'الهدنة صامدة', language: 'ar' })
    const every = ['/middle-east', '/tags/هدنة', '/contributors/ada-haddad']
    for (const path of every) {
      const expected = ['الهدنة صامدة', 'Ceasefire holds']
      expect((await rss(n, `${path}/feed.rss`)).items?.map(({ title }) => title)).toEqual(expected)
      expect(
        (await atom(n, `${path}/feed.atom`)).entries?.map(({ title }) => title?.value),
      ).toEqual(expected)
      expect((await json(n, `${path}/feed.json`)).items?.map(({ title }) => title)).toEqual(
        expected,
      )
    }
    const home = async (path: string) => (await rss(n, path)).items?.map(({ title }) => title)
    expect(await home('/feed.rss')).toEqual(['Ceasefire holds', 'Elsewhere'])
    expect(await home('/ar/feed.rss')).toEqual(['الهدنة صامدة'])
    expect((await read(n, '/feed.rss')).headers.get('content-type')).toBe(
      'application/rss+xml; charset=utf-8',
    )
    for (const none of ['/de/feed.rss', '/ceasefire-holds/feed.rss', '/nothing/feed.atom'])
      expect([none, (await read(n, none)).status]).toEqual([none, 404])
  })

  test('every page names its own feeds and those of the front page in its language', async () => {
    const n = await open()
    const { id: categoryId } = await n.write((tx) => addCategory(tx, { name: 'Europe' }, n.now()))
    const { id: tagId } = await n.write((tx) => addTag(tx, { name: 'هدنة' }, n.now()))
    await out(n, { headline: 'News', path: '/news', categoryId, tagIds: [tagId] })
    await out(n, { headline: 'خبر', language: 'ar', path: '/khabar' })
    const wrong = await out(n, { headline: 'Wrong', path: '/wrong', categoryId })
    await n.write((tx) => withhold(tx, wrong, 'It was wrong.', n.now()))
    const named = async (path: string) => {
      const { text } = await read(n, path)
      const links = text.matchAll(
        /<link rel="alternate" type="application\/(?:rss|atom|feed)[^>]* href="([^"]+)"/g,
      )
      return [...links].map(([, href]) => decodeURI(href!))
    }
    const feedsOf = (...paths: string[]) =>
      paths.flatMap((path) => ['rss', 'atom', 'json'].map((format) => `${path}/feed.${format}`))
    for (const [path, lists] of Object.entries({
      '/': [''],
      '/ar': ['/ar'],
      '/archive': [''],
      '/archive/2026/03': [''],
      '/archive/2026/03/02': [''],
      '/corrections': ['/corrections', ''],
      '/ar/corrections': ['/ar/corrections', '/ar'],
      '/feeds': [''],
      '/search?q=news': [''],
      '/search?q=none&lang=ar': ['/ar'],
      '/nothing': [''],
      '/wrong': [''],
      '/europe': ['/europe', ''],
      '/tags/هدنة': ['/tags/هدنة', ''],
      '/news': ['/europe', ''],
      '/khabar': ['/ar'],
    })) {
      const links = await named(path)
      expect([path, links]).toEqual([path, feedsOf(...lists)])
      for (const link of links) expect([link, (await read(n, link)).status]).toEqual([link, 200])
    }
    expect((await read(n, '/europe')).text).toContain('<a href="/europe/feed.rss"')
    expect((await read(n, '/feeds')).text).toContain('<a href="/ar/feed.json"')
  })

  test('the whole text travels with absolute addresses, plain pictures and the disclaimer', async () => {
    const n = await open()
    await n.write((tx) =>
      changeNewsroom(
        tx,
        { disclaimers: { guest: { und: 'A GUEST' }, opinion: { und: 'AN OPINION' } } },
        n.now(),
      ),
    )
    await out(n, {
      headline: 'One view',
      kind: 'opinion',
      path: '/views/one',
      standfirst: 'What I think.',
      body: body(
        words('Read this', link('/archive')),
        words('or this', link('#notes')),
        words('or write', link('mailto:desk@paper.example')),
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'Noted' },
            { type: 'footnote', content: [{ type: 'text', text: 'The note.' }] },
          ],
        } as never,
        {
          type: 'embed',
          attrs: { url: 'https://www.youtube.com/watch?v=aaaaaaaaaaa', title: 'A film' },
        } as never,
      ),
    })
    const item = (await rss(n, '/feed.rss')).items![0]!
    const html = item.content!.encoded!
    const addresses = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address)
    expect(addresses).toEqual([
      'https://paper.example/archive',
      'https://paper.example/views/one#notes',
      'mailto:desk@paper.example',
      'https://paper.example/views/one#fn:1',
      'https://www.youtube.com/watch?v=aaaaaaaaaaa',
      'https://paper.example/views/one#ref:1',
    ])
    expect(html).toContain('AN OPINION')
    expect(html).not.toMatch(/srcset|class=|data-|<script/)
    expect(item.categories?.map(({ name }) => name)).toEqual(['Opinion'])
  })

  test('a Premium article is announced, and nothing of its body is said', async () => {
    const n = await open()
    await out(n, {
      headline: 'For members',
      standfirst: 'What they found.',
      access: 'premium',
      path: '/members',
      body: body(words('SECRET')),
    })
    for (const format of ['rss', 'atom', 'json']) {
      const { text } = await read(n, `/feed.${format}`)
      expect(text).not.toContain('SECRET')
      expect(text).toContain('What they found.')
      expect(text).toContain('This article is for Premium readers.')
    }
    const item = (await rss(n, '/feed.rss')).items![0]!
    expect([item.content, item.description?.includes('https://paper.example/members')]).toEqual([
      undefined,
      true,
    ])
  })

  test('a newsroom that wants only summaries in its feeds gets them', async () => {
    const n = await open()
    await out(n, { headline: 'News', standfirst: 'In short.', body: body(words('At length.')) })
    expect((await read(n, '/feed.json')).text).toContain('At length.')
    await n.write((tx) => changeNewsroom(tx, { feeds: { text: 'summary' } }, n.now()))
    for (const format of ['rss', 'atom', 'json']) {
      const { text } = await read(n, `/feed.${format}`)
      expect([text.includes('In short.'), text.includes('At length.')]).toEqual([true, false])
    }
  })

  test('an entry keeps its name when its article moves, and is gone when that is withheld', async () => {
    const n = await open()
    const id = await out(n, { headline: 'News', path: '/news' })
    const before = (await atom(n, '/feed.atom')).entries![0]!
    await n.write((tx) => edit(tx, id, { path: '/moved' }, n.now()))
    const after = (await atom(n, '/feed.atom')).entries![0]!
    expect([before.id, after.id]).toEqual([`urn:uuid:${id}`, `urn:uuid:${id}`])
    expect(after.links?.[0]?.href).toBe('https://paper.example/moved')
    expect((await rss(n, '/feed.rss')).items![0]!.guid).toEqual({
      value: `urn:uuid:${id}`,
      isPermaLink: false,
    })
    await n.write((tx) => withhold(tx, id, 'Forged.', n.now()))
    for (const format of ['rss', 'atom', 'json'])
      expect((await read(n, `/feed.${format}`)).text).not.toContain(id)
  })

  test('a list that moved takes those who follow it along', async () => {
    const n = await open()
    const { id } = await n.write((tx) => addCategory(tx, { name: 'Europe' }, n.now()))
    await n.write((tx) => editCategory(tx, id, { path: '/europa' }, n.now()))
    const { status, headers } = await read(n, '/europe/feed.atom')
    expect([status, headers.get('location')]).toEqual([301, '/europa/feed.atom'])
  })

  test('whoever followed the newsroom’s former system is led to the same feed here', async () => {
    const n = await open()
    const at = n.now()
    const author = await n.write((tx) => addContributor(tx, { name: 'Ada Haddad' }, at))
    const { id } = await n.write((tx) =>
      addCategory(tx, { name: 'Europe', path: '/category/europe' }, at),
    )
    await n.write((tx) =>
      redirectFrom(
        tx,
        'contributor',
        [
          { path: '/author/ada', thingId: author.id },
          { path: '/?author=7', thingId: author.id },
        ],
        at,
      ),
    )
    await n.write((tx) => redirectFrom(tx, 'category', [{ path: '/?cat=5', thingId: id }], at))
    const bylines = [{ contributorId: author.id, role: 'author' as const }]
    await out(n, { headline: 'News', path: '/2019/news', bylines })
    await out(n, { headline: 'Ours', path: '/europe/rss' })
    await out(n, { headline: 'خبر', language: 'ar' })
    const led = {
      '/feed': '/feed.rss',
      '/feed/': '/feed.rss',
      '/feed/rss2/': '/feed.rss',
      '/feed/atom': '/feed.atom',
      '/rss/': '/feed.rss',
      '/?feed=rss2': '/feed.rss',
      '/?feed=atom&utm=x': '/feed.atom',
      '/ar/feed/': '/ar/feed.rss',
      '/category/europe/feed/': '/category/europe/feed.rss',
      '/category/europe/rss': '/category/europe/feed.rss',
      '/category/europe/?feed=atom': '/category/europe/feed.atom',
      '/?cat=5&feed=rss2': '/category/europe/feed.rss',
      '/author/ada/feed/': '/contributors/ada-haddad/feed.rss',
      '/?feed=rss&author=7': '/contributors/ada-haddad/feed.rss',
    }
    for (const [path, expected] of Object.entries(led)) {
      const answer = await n.app.request(`https://paper.example${path}`)
      expect([path, answer.status, answer.headers.get('location')]).toEqual([path, 301, expected])
    }
    // An article's comments have no feed here, and what has the address itself keeps it.
    for (const none of ['/2019/news/feed/', '/comments/feed/'])
      expect([none, (await read(n, none)).status]).toEqual([none, 404])
    expect((await read(n, '/europe/rss')).text).toContain('Ours')
    expect((await read(n, '/2019/news/?feed=unknown')).status).toBe(200)
  })

  test('no headline makes a feed that a strict reader refuses', async () => {
    const n = await open()
    const evil: [written: string, read: string][] = [
      [']]> <b>&amp; "bold"</b>', ']]> <b>&amp; "bold"</b>'],
      ['bell \u0007 escape \u001b end', 'bell  escape  end'],
      ['lone \ud83d surrogate', 'lone \ufffd surrogate'],
      ['emoji 👩‍🚀 fine', 'emoji 👩‍🚀 fine'],
      ['\u202eright to left\u202c \u200f', '\u202eright to left\u202c \u200f'],
      ['\ufffe not a character \uffff', ' not a character '],
    ]
    for (const [headline] of evil)
      await out(n, { headline, standfirst: headline, body: body(words(headline)) })
    const expected = evil.map(([, text]) => text).reverse()
    const strict = await new RssParser().parseString((await read(n, '/feed.rss')).text)
    expect(strict.items.map(({ title }) => title)).toEqual(expected)
    const strictAtom = await new RssParser().parseString((await read(n, '/feed.atom')).text)
    expect(strictAtom.items.map(({ title }) => title)).toEqual(expected)
    const items = JSON.parse((await read(n, '/feed.json')).text).items as { title: string }[]
    expect(items.map(({ title }) => title)).toEqual(expected)
  })

  test('a feed is read part by part to its end, every article once', async () => {
    const n = await open()
    for (let at = 0; at < 65; at++) await out(n, { headline: `Item ${at}.` })
    const seen: string[] = []
    let path: string | undefined = '/feed.json'
    while (path) {
      const part: ReturnType<typeof JSON.parse> = JSON.parse((await read(n, path)).text)
      seen.push(...part.items.map(({ title }: { title: string }) => title))
      path = part.next_url?.replace('https://paper.example', '')
    }
    expect([seen.length, new Set(seen).size]).toEqual([65, 65])
    const atomLinks = (await atom(n, '/feed.atom')).links?.map(({ rel }) => rel)
    expect(atomLinks).toEqual(['self', 'alternate', 'next'])
  })

  test('made-up questions fill no memory', async () => {
    const n = await open()
    await out(n, { headline: 'News' })
    await read(n, '/feed.rss')
    const kept = n.pages.addresses()
    for (let at = 10; at < 40; at++) {
      expect((await read(n, `/feed.rss?utm=${at}`)).status).toBe(200)
      for (const place of [
        `2026-03-02T09:00:${at}.000Z_00000000-0000-0000-0000-0000000000${at}`,
        'yesterday',
      ])
        expect((await read(n, `/feed.rss?before=${place}`)).status).toBe(404)
    }
    expect(n.pages.addresses()).toEqual(kept)
  })

  test('a reader who has a feed already is told so, by its tag or by its time', async () => {
    const n = await open()
    await out(n, { headline: 'News' })
    const first = await read(n, '/feed.rss')
    // A second rendering within this second would bear the same time.
    expect(first.headers.get('last-modified')).toBeNull()
    n.later(5000)
    const { headers } = await read(n, '/feed.rss')
    const since = headers.get('last-modified')!
    const tag = headers.get('etag')!
    expect((await read(n, '/feed.rss', { 'if-none-match': tag })).status).toBe(304)
    expect((await read(n, '/feed.rss', { 'if-modified-since': since })).status).toBe(304)
    const other = { 'if-none-match': '"other"', 'if-modified-since': since }
    expect((await read(n, '/feed.rss', other)).status).toBe(200)
    await out(n, { headline: 'More news' })
    expect((await read(n, '/feed.rss', { 'if-none-match': tag })).status).toBe(200)
    expect((await read(n, '/feed.rss', { 'if-modified-since': since })).status).toBe(200)
  })
})
