import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { onEveryDatabase, type TestNewsroom } from '../../test/newsroom.ts'
import { bring } from '../articles/bring.ts'
import { blank } from '../articles/fields.ts'
import { publish, withhold } from '../articles/publish.ts'
import { draft, edit } from '../articles/write.ts'
import { addCategory } from '../categories/categories.ts'
import { keepOriginal } from '../media/originals.ts'
import { addPicture } from '../media/pictures.ts'
import { changeNewsroom } from '../newsroom/settings.ts'

const schema = (name: string) => ({
  fileName: name,
  contents: readFileSync(`test/schemas/${name}`, 'utf8'),
})

const flawsOf = async (contents: string) => {
  const { errors } = await validateXML({
    xml: [{ fileName: 'sitemap.xml', contents }],
    schema: [schema('all-local.xsd')],
    preload: ['sitemap.xsd', 'sitemap-image.xsd', 'sitemap-news.xsd'].map(schema),
  })
  return errors.map(({ message }) => message)
}
const located = (xml: string) =>
  [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) =>
    address!.replace('https://paper.example', ''),
  )
const HOUR = 3_600_000

onEveryDatabase('sitemaps', (open) => {
  const out = async (n: TestNewsroom, fields: Parameters<typeof draft>[1], published?: string) => {
    const id = await n.write((tx) => draft(tx, fields, n.now()))
    await n.write((tx) => publish(tx, id, n.now(), published))
    return id
  }
  const read = async (n: TestNewsroom, path: string) => {
    const answer = await n.app.request(path)
    return { status: answer.status, text: await answer.text() }
  }

  test('every article is in the map of its month, every section and page in that of the sections', async () => {
    const n = await open()
    const original = await keepOriginal(
      n.files,
      await sharp({ create: { width: 9, height: 9, channels: 3, background: '#888' } })
        .png()
        .toBuffer(),
    )
    const picture = await n.write((tx) => addPicture(tx, original, { alt: 'Grey' }, n.now()))
    await n.write((tx) => addCategory(tx, { name: 'Middle East' }, n.now()))
    const evil = '/a&b<c>"\'د'
    await out(n, { headline: 'Old', path: evil }, '2019-05-09T10:00:00.000Z')
    await out(n, { headline: 'New', path: '/new', leadPictureId: picture.id })
    await out(n, { headline: 'خبر', language: 'ar', path: '/khabar' })
    const about = await out(n, { headline: 'About', kind: 'page', path: '/about' })
    await n.write((tx) => draft(tx, { headline: 'Secret', path: '/secret' }, n.now()))
    const index = (await read(n, '/sitemap.xml')).text
    const maps = located(index)
    expect(maps).toEqual([
      '/sitemaps/sections.xml',
      '/sitemaps/2026-03.xml',
      '/sitemaps/2019-05.xml',
    ])
    const all: Record<string, string[]> = {}
    for (const map of maps) {
      const { status, text } = await read(n, map)
      expect([map, status, await flawsOf(text)]).toEqual([map, 200, []])
      all[map] = located(text).sort()
    }
    expect(all).toEqual({
      '/sitemaps/sections.xml': [
        '/',
        '/about',
        '/ar',
        '/ar/corrections',
        '/archive',
        '/corrections',
        '/feeds',
        '/middle-east',
      ],
      '/sitemaps/2026-03.xml': ['/khabar', '/new'],
      '/sitemaps/2019-05.xml': [`/a%26b%3Cc%3E%22'%D8%AF`],
    })
    expect((await read(n, '/sitemaps/2026-03.xml')).text).toContain(
      `<image:loc>https://paper.example/pictures/${picture.hash}/1200.jpeg</image:loc>`,
    )
    for (const none of [
      '/sitemaps/2018-01.xml',
      '/sitemaps/2026-03-2.xml',
      '/sitemaps/2026-13.xml',
    ])
      expect([none, (await read(n, none)).status]).toEqual([none, 404])
    await n.write((tx) => withhold(tx, about, 'Old.', n.now()))
    expect(located((await read(n, '/sitemaps/sections.xml')).text)).not.toContain('/about')
  })

  test('a month with more articles than one file may hold is cut, and every article is in one part', async () => {
    const n = await open()
    const arrivals = Array.from({ length: 2050 }, (_, at) => ({
      ...blank,
      headline: `Number ${at}`,
      status: 'published' as const,
      published: new Date(Date.parse('2019-05-01T00:00:00.000Z') + at * 60_000).toISOString(),
      updated: null,
      scheduled: null,
      created: n.now().toISOString(),
      path: `/number-${at}`,
      oldPaths: [],
    }))
    await n.write((tx) => bring(tx, arrivals, n.now()))
    const maps = located((await read(n, '/sitemap.xml')).text).slice(1)
    expect(maps).toEqual(['', '-2', '-3'].map((part) => `/sitemaps/2019-05${part}.xml`))
    const parts = await Promise.all(maps.map(async (map) => located((await read(n, map)).text)))
    expect(parts.map((part) => part.length)).toEqual([1000, 1000, 50])
    expect(new Set(parts.flat()).size).toBe(2050)
    expect((await read(n, '/sitemaps/2019-05-1.xml')).status).toBe(404)
    expect((await read(n, '/sitemaps/2019-05-4.xml')).status).toBe(404)
  })

  test('the news sitemap has what was published in 48 hours, and forgets it to the second', async () => {
    const n = await open()
    await out(n, { headline: 'First ]]> & <news>', path: '/first' })
    n.later(HOUR)
    const second = await out(n, { headline: 'Second', path: '/second', language: 'zh-TW' })
    const news = async () => {
      const { text } = await read(n, '/sitemaps/news.xml')
      expect(await flawsOf(text)).toEqual([])
      return located(text)
    }
    expect(await news()).toEqual(['/second', '/first'])
    const renders = n.pages.counts.renders
    n.later(46 * HOUR)
    expect(await news()).toEqual(['/second', '/first'])
    expect(n.pages.counts.renders).toBe(renders)
    n.later(HOUR + 1000)
    expect(await news()).toEqual(['/second'])
    await n.write((tx) => edit(tx, second, { headline: 'Second, corrected' }, n.now()))
    expect((await read(n, '/sitemaps/news.xml')).text).toContain('Second, corrected')
    await n.write((tx) => withhold(tx, second, 'Wrong.', n.now()))
    const { text } = await read(n, '/sitemaps/news.xml')
    expect(located(text)).toEqual([])
  })

  test('robots.txt shuts nobody out but from the search, and trainers of models where the newsroom wants that', async () => {
    const n = await open()
    const { text } = await read(n, '/robots.txt')
    expect(text).toBe(
      'User-agent: *\nDisallow: /search$\nDisallow: /search?\nDisallow: /search/\n\nSitemap: https://paper.example/sitemap.xml\nSitemap: https://paper.example/sitemaps/news.xml\n',
    )
    await n.write((tx) => changeNewsroom(tx, { crawlers: { training: 'refused' } }, n.now()))
    const refused = (await read(n, '/robots.txt')).text
    expect(refused).toMatch(
      /User-agent: GPTBot\n(User-agent: .*\n)*Disallow: \/\n\nUser-agent: \*\n/,
    )
    expect(refused).not.toMatch(/Googlebot|Bingbot/i)
  })

  test('llms.txt says what the newsroom is and where its parts are', async () => {
    const n = await open()
    await n.write((tx) =>
      changeNewsroom(
        tx,
        {
          name: 'The [Sounding]',
          tagline: 'Politics\nand conflict',
          navigation: [
            { label: 'About', href: '/about' },
            { label: 'Elsewhere', href: 'https://elsewhere.example/' },
          ],
        },
        n.now(),
      ),
    )
    await n.write((tx) => addCategory(tx, { name: 'Europe', description: 'All of it.' }, n.now()))
    await out(n, { headline: 'About', kind: 'page', path: '/about' })
    await out(n, { headline: 'News' })
    const { text } = await read(n, '/llms.txt')
    expect(text).toMatch(/^# The \\\[Sounding\\\]\n\n> Politics and conflict\n\n/)
    expect(text).toContain('## Sections\n\n- [Europe](https://paper.example/europe): All of it.\n')
    expect(text).toContain('## About and policies\n\n- [About](https://paper.example/about)\n\n')
    expect(text).toContain('- [RSS](https://paper.example/feed.rss): the newest articles, whole\n')
  })

  test('however an address is spelled, its page is kept once', async () => {
    const n = await open()
    for (const path of ['/robots.txt', '/robots%2Etxt', '/%72obots.txt', '/robots.txt?x=1'])
      expect([path, (await read(n, path)).status]).toEqual([path, 200])
    expect(n.pages.addresses()).toEqual(['/robots.txt'])
  })
})
