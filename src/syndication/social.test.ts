import sharp from 'sharp'
import { expect, test } from 'vitest'
import { onEveryDatabase, type TestNewsroom } from '../../test/newsroom.ts'
import { publish, schedule, withhold } from '../articles/publish.ts'
import { draft, edit } from '../articles/write.ts'
import { addCategory, addTag } from '../categories/categories.ts'
import { addContributor } from '../contributors/contributors.ts'
import { drawSocialCard } from '../media/draw-social-card.ts'
import { keepOriginal } from '../media/originals.ts'
import { addPicture } from '../media/pictures.ts'
import { cardPath, type SocialCard } from '../media/social-card.ts'
import { changeNewsroom, newsroomNow } from '../newsroom/settings.ts'
import { articleCard } from './social.ts'

const SITE = 'https://paper.example'

onEveryDatabase('what other sites show of a page', (open) => {
  const out = async (n: TestNewsroom, fields: Parameters<typeof draft>[1]) => {
    const id = await n.write((tx) => draft(tx, fields, n.now()))
    await n.write((tx) => publish(tx, id, n.now()))
    return id
  }
  const metaOf = async (n: TestNewsroom, path: string) => {
    const html = await (await n.app.request(path)).text()
    return [
      ...html.matchAll(
        /<meta (?:property|name)="((?:og|article|twitter):[^"]+)" content="([^"]*)"/g,
      ),
    ].map(([, name, content]) => ({ name: name!, content: content! }))
  }
  const said = async (n: TestNewsroom, path: string, name: string) =>
    (await metaOf(n, path)).filter((meta) => meta.name === name).map(({ content }) => content)
  const shown = async (n: TestNewsroom, path: string) => {
    const [image, ...more] = await said(n, path, 'og:image')
    expect(more).toEqual([])
    return image!.replace(SITE, '')
  }
  const picture = async (n: TestNewsroom) => {
    const grey = sharp({ create: { width: 60, height: 40, channels: 3, background: '#888' } })
    const original = await keepOriginal(n.files, await grey.png().toBuffer())
    return n.write((tx) => addPicture(tx, original, { alt: 'Grey' }, n.now()))
  }

  test('an article without a picture shows a card with its headline, drawn once and kept', async () => {
    const n = await open()
    await out(n, { headline: 'A & <b>bold</b> claim', path: '/claim' })
    const path = await shown(n, '/claim')
    expect(path).toMatch(/^\/cards\/[0-9a-f-]{36}-[0-9a-f]{12}\.jpeg$/)
    expect(await said(n, '/claim', 'og:image:alt')).toEqual([
      'A &amp; &lt;b&gt;bold&lt;/b&gt; claim',
    ])
    expect(await said(n, '/claim', 'twitter:card')).toEqual(['summary_large_image'])
    const [first, second] = await Promise.all([n.app.request(path), n.app.request(path)])
    expect([first.status, first.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    const bytes = Buffer.from(await first.arrayBuffer())
    expect(Buffer.from(await second.arrayBuffer())).toEqual(bytes)
    const { width, height, format } = await sharp(bytes).metadata()
    expect([width, height, format]).toEqual([1200, 630, 'jpeg'])
    const name = `cards/${path.slice(-7, -5)}/${path.slice('/cards/'.length)}`
    expect(await n.files.size(name)).toBe(bytes.length)
  })

  test('a card follows its headline, its category and the newsroom, and the former ones answer no more', async () => {
    const n = await open()
    const id = await out(n, { headline: 'Seven found', path: '/found' })
    const former: string[] = []
    const follows = async () => {
      const path = await shown(n, '/found')
      expect(former).not.toContain(path)
      expect([path, (await n.app.request(path)).status]).toEqual([path, 200])
      for (const old of former) expect((await n.app.request(old)).status).toBe(404)
      former.push(path)
    }
    await follows()
    await n.write((tx) => edit(tx, id, { headline: 'Eight found' }, n.now()))
    await follows()
    const category = await n.write((tx) => addCategory(tx, { name: 'Europe' }, n.now()))
    await n.write((tx) => edit(tx, id, { categoryId: category.id }, n.now()))
    await follows()
    await n.write((tx) => edit(tx, id, { kind: 'opinion' }, n.now()))
    await follows()
    await n.write((tx) => changeNewsroom(tx, { name: 'The Morning Paper' }, n.now()))
    await follows()
  })

  test('there is no card of what readers may not see, nor of what has a picture, nor any other', async () => {
    const n = await open()
    const { id: pictureId } = await picture(n)
    const path = async (id: string) => {
      const row = await n.db
        .selectFrom('articles')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      return cardPath(articleCard({ ...row, category: null } as never, await newsroomNow(n.db)))
    }
    const answers = async (id: string) => (await n.app.request(await path(id))).status
    const drafted = await n.write((tx) => draft(tx, { headline: 'Draft' }, n.now()))
    expect(await answers(drafted)).toBe(404)
    await n.write((tx) => schedule(tx, drafted, new Date(n.now().getTime() + 60_000), n.now()))
    expect(await answers(drafted)).toBe(404)
    await n.write((tx) => publish(tx, drafted, n.now()))
    expect(await answers(drafted)).toBe(200)
    await n.write((tx) => withhold(tx, drafted, 'Forged.', n.now()))
    expect(await answers(drafted)).toBe(404)
    expect(await answers(await out(n, { headline: 'Seen', leadPictureId: pictureId }))).toBe(404)
    for (const other of [
      `newsroom-${'0'.repeat(12)}`,
      `${drafted}-${'0'.repeat(12)}`,
      'x',
      '..%2f..',
    ])
      expect((await n.app.request(`/cards/${other}.jpeg`)).status).toBe(404)
  })

  test('an article with a picture shows that, a contributor the portrait, every other page the newsroom’s card', async () => {
    const n = await open()
    const { id: pictureId, hash } = await picture(n)
    const [category, tag, author, agency] = await n.write(async (tx) => [
      await addCategory(tx, { name: 'Europe' }, n.now()),
      await addTag(tx, { name: 'Ports' }, n.now()),
      await addContributor(tx, { name: 'Ada', pictureId }, n.now()),
      await addContributor(tx, { name: 'Wire', kind: 'agency' }, n.now()),
    ])
    const bylines = [author, agency].map(({ id }) => ({
      contributorId: id,
      role: 'author' as const,
    }))
    await out(n, { headline: 'Seen', path: '/seen', leadPictureId: pictureId, bylines })
    expect(await shown(n, '/seen')).toBe(`/pictures/${hash}/1200.jpeg`)
    expect(await shown(n, author.path)).toBe(`/pictures/${hash}/1200.jpeg`)
    const others = ['/', '/archive', '/feeds', category.path, tag.path, agency.path]
    const cards = await Promise.all(others.map((path) => shown(n, path)))
    expect(new Set(cards).size).toBe(1)
    expect((await n.app.request(cards[0]!)).status).toBe(200)
    expect(await said(n, author.path, 'og:type')).toEqual(['profile'])
    expect(await said(n, agency.path, 'og:type')).toEqual(['website'])
    expect(await said(n, category.path, 'og:type')).toEqual(['website'])
  })

  test('an article names its authors and its tags, each', async () => {
    const n = await open()
    const bylines = await n.write(async (tx) => {
      const [ada, basil, chloe] = [
        await addContributor(tx, { name: 'Ada' }, n.now()),
        await addContributor(tx, { name: 'Basil' }, n.now()),
        await addContributor(tx, { name: 'Chloe' }, n.now()),
      ]
      return [
        { contributorId: ada.id, role: 'author' as const },
        { contributorId: basil.id, role: 'author' as const },
        { contributorId: chloe.id, role: 'translation' as const },
      ]
    })
    const tagIds = await n.write(async (tx) => [
      (await addTag(tx, { name: 'Ports' }, n.now())).id,
      (await addTag(tx, { name: 'Grain' }, n.now())).id,
    ])
    await out(n, { headline: 'News', path: '/news', bylines, tagIds })
    expect(await said(n, '/news', 'og:type')).toEqual(['article'])
    expect(await said(n, '/news', 'article:author')).toEqual([
      `${SITE}/contributors/ada`,
      `${SITE}/contributors/basil`,
    ])
    expect(await said(n, '/news', 'article:tag')).toEqual(['Ports', 'Grain'])
  })
})

test('whatever is written on a card, it is drawn, in bounded time', {
  timeout: 20_000,
}, async () => {
  const card: SocialCard = {
    ...{ of: 'newsroom', direction: 'ltr', label: 'Europe', foot: 'The Paper', accent: '#1f4e5f' },
    title: '',
  }
  const titles = [
    '',
    ' \u200b\u0000\u0007 ',
    '<span foreground="red" size="999999">&amp;</span> &#0; ]]>',
    'W'.repeat(5000),
    'word '.repeat(5000),
    `Z${'\u0301'.repeat(5000)}`,
    '\ud800 lone',
    `${'\u202e'}turned${'\u2067'.repeat(300)}`,
    '👩‍👩‍👧‍👦'.repeat(200),
    '\u{e0001}\ufffe\uffff',
    'line\nline\u2028line'.repeat(50),
    'ﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺ'.repeat(30),
  ]
  const began = performance.now()
  for (const title of titles)
    for (const direction of ['ltr', 'rtl'] as const) {
      const bytes = await drawSocialCard({ ...card, title, label: title, foot: title, direction })
      const { width, height } = await sharp(bytes).metadata()
      expect([title.slice(0, 20), width, height]).toEqual([title.slice(0, 20), 1200, 630])
    }
  expect((performance.now() - began) / (2 * titles.length)).toBeLessThan(2000)
})

test('a headline of Arabic begins at the right, one of Latin at the left', async () => {
  const inkAt = async (card: Pick<SocialCard, 'direction' | 'title'>, left: number) => {
    const whole = { of: 'newsroom', label: '', foot: '', accent: '#000000', ...card }
    const pixels = await sharp(await drawSocialCard(whole))
      .extract({ left, top: 30, width: 300, height: 450 })
      .greyscale()
      .raw()
      .toBuffer()
    return pixels.some((pixel) => pixel < 100)
  }
  const latin = { direction: 'ltr', title: 'Truce' } as const
  const arabic = { direction: 'rtl', title: 'هدنة' } as const
  expect([await inkAt(latin, 80), await inkAt(latin, 820)]).toEqual([true, false])
  expect([await inkAt(arabic, 80), await inkAt(arabic, 820)]).toEqual([false, true])
})
