import sharp from 'sharp'
import { expect, test } from 'vitest'
import { publish } from '../src/articles/publish.ts'
import { draft } from '../src/articles/write.ts'
import { addCategory, addTag } from '../src/categories/categories.ts'
import { addContributor } from '../src/contributors/contributors.ts'
import { keepOriginal } from '../src/media/originals.ts'
import { renditionPath } from '../src/media/picture.ts'
import { addPicture, editPicture } from '../src/media/pictures.ts'
import { changeNewsroom } from '../src/newsroom/settings.ts'
import { schedule } from '../src/schedule.ts'
import { afterwards } from './background.ts'
import { onEveryDatabase, type TestNewsroom } from './newsroom.ts'

/** A picture whose licence ends, and everywhere that readers and machines could still see it. */

const DAY = 86_400_000

onEveryDatabase('a picture whose time is over', (open) => {
  const addresses = [
    ...['/', '/sea', '/tags/tide', '/contributors/ada-haddad', '/archive/2026/03'],
    ...[
      '/sea/ferry-back',
      '/premium',
      '/search?q=ferry',
      '/oembed?url=https://paper.example/sea/ferry-back',
    ],
    ...[
      '/feed.rss',
      '/feed.atom',
      '/feed.json',
      '/sea/feed.rss',
      '/ninjs.json',
      '/sitemaps/2026-03.xml',
    ],
    ...['/sitemaps/news.xml', '/favicon.ico', '/manifest.webmanifest'],
  ]

  async function shown() {
    const n = await open()
    const grey = sharp({ create: { width: 700, height: 400, channels: 3, background: '#888' } })
    const original = await keepOriginal(n.files, await grey.png().toBuffer())
    const until = new Date(n.now().getTime() + DAY).toISOString()
    const words = { alt: 'FERRY PICTURE', caption: 'FERRY CAPTION', credit: 'FERRY CREDIT' }
    const picture = await n.write(async (tx) => {
      const now = n.now()
      const one = await addPicture(
        tx,
        original,
        { ...words, licence: 'For a day', expires: until },
        now,
      )
      const category = await addCategory(tx, { name: 'Sea' }, now)
      const tag = await addTag(tx, { name: 'Tide' }, now)
      const author = await addContributor(tx, { name: 'Ada Haddad', pictureId: one.id }, now)
      await changeNewsroom(tx, { logo: one.id, icon: one.id }, now)
      const common = {
        leadPictureId: one.id,
        categoryId: category.id,
        tagIds: [tag.id],
        bylines: [{ contributorId: author.id, role: 'author' as const }],
      }
      const gallery = {
        type: 'gallery',
        content: [{ type: 'picture', attrs: { picture: one.id } }],
      }
      const text = { type: 'paragraph', content: [{ type: 'text', text: 'The ferry is back.' }] }
      for (const fields of [
        {
          headline: 'Ferry back',
          socialPictureId: one.id,
          body: {
            type: 'doc' as const,
            content: [
              text,
              { type: 'picture', attrs: { picture: one.id, alt: 'FERRY ALT' } },
              gallery,
            ],
          },
        },
        { headline: 'Premium', path: '/premium', access: 'premium' as const },
      ])
        await publish(tx, await draft(tx, { ...common, ...fields }, now), now)
      return one
    })
    await afterwards(n)
    return { n, picture, original, until }
  }

  /** What of the picture can be seen: its address or its words. */
  const seenOn = async (app: TestNewsroom['app'], hash: string) => {
    const seen: string[] = []
    for (const path of addresses) {
      const answer = await app.request(path)
      const said = `${JSON.stringify([...answer.headers])} ${await answer.text()}`
      expect([path, answer.status < 400]).toEqual([path, true])
      if (said.includes(hash) || /FERRY (PICTURE|CAPTION|CREDIT|ALT)/.test(said)) seen.push(path)
    }
    return seen
  }

  const tick = (n: TestNewsroom) => {
    const task = schedule(n, n.now).find(({ name }) => name.includes('expired pictures'))!
    expect(task.everyMs).toBeLessThan(60_000)
    return task.run(AbortSignal.any([]))
  }

  test('is on no page of any node, in no feed, sitemap or card, and its address is gone, though nobody did anything', async () => {
    const { n, picture, original } = await shown()
    const second = await n.node()
    for (const { app } of [n, second])
      expect((await seenOn(app, picture.hash)).length).toBeGreaterThan(10)
    const file = renditionPath(picture, 640, 'webp')
    const address = async (path = file) => (await n.app.request(path)).status
    const answer = await n.app.request(file)
    expect(answer.headers.get('cache-control')).toBe('public, max-age=60')

    n.later(DAY - 1000)
    await tick(n)
    expect(await address()).toBe(200)
    expect((await n.app.request(file)).headers.get('cache-control')).toBe('public, max-age=1')

    n.later(1000)
    // Its own address does not wait for the clock's round.
    expect(await address()).toBe(410)
    await tick(n)
    for (const { app } of [n, second]) {
      // Another node hears of it a moment later.
      for (
        let waited = 0;
        waited < 5000 && (await seenOn(app, picture.hash)).length > 0;
        waited += 50
      )
        await new Promise((resolve) => setTimeout(resolve, 50))
      expect(await seenOn(app, picture.hash)).toEqual([])
    }
    for (const width of [320, 640, 700])
      for (const format of ['webp', 'avif'] as const) {
        const gone = await n.app.request(renditionPath(picture, width, format))
        expect([gone.status, gone.headers.get('cache-control')]).toEqual([410, 'public, no-cache'])
      }
    expect(await address(`/pictures/${original.hash}/1200.jpeg`)).toBe(410)
    const page = await (await n.app.request('/sea/ferry-back')).text()
    expect(page).toContain('The ferry is back.')
    expect(page).toMatch(/og:image" content="https:\/\/paper.example\/cards\//)
    // A second round finds nothing to do.
    await tick(n)
    const events = await n.db
      .selectFrom('events')
      .select('id')
      .where('type', '=', 'picture.expired')
      .execute()
    expect(events).toHaveLength(1)
  })

  test('is back everywhere once its time is made longer, and gone at once when it is cut short', async () => {
    const { n, picture } = await shown()
    const before = await seenOn(n.app, picture.hash)
    n.later(DAY)
    await tick(n)
    expect(await seenOn(n.app, picture.hash)).toEqual([])
    await n.write((tx) => editPicture(tx, picture.id, { expires: null }, n.now()))
    expect(await seenOn(n.app, picture.hash)).toEqual(before)
    const answer = await n.app.request(renditionPath(picture, 640, 'webp'))
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ])
    await n.write((tx) => editPicture(tx, picture.id, { expires: n.now().toISOString() }, n.now()))
    expect(await seenOn(n.app, picture.hash)).toEqual([])
  })

  test('stays where another licence for the same file holds', async () => {
    const { n, picture, original } = await shown()
    await n.write((tx) => addPicture(tx, original, { alt: 'Ours for ever' }, n.now()))
    n.later(DAY)
    await tick(n)
    expect((await n.app.request(renditionPath(picture, 640, 'webp'))).status).toBe(200)
    expect(await (await n.app.request('/sea/ferry-back')).text()).not.toContain('FERRY')
  })
})
