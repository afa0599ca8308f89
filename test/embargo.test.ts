import sharp from 'sharp'
import { expect, test } from 'vitest'
import { versionsPath } from '../src/articles/correction-parts.tsx'
import type { ArticleDocument } from '../src/articles/document.ts'
import { publishDue } from '../src/articles/due.ts'
import { publish, schedule } from '../src/articles/publish.ts'
import { draft } from '../src/articles/write.ts'
import { addCategory, addTag } from '../src/categories/categories.ts'
import { addContributor } from '../src/contributors/contributors.ts'
import { keepOriginal } from '../src/media/originals.ts'
import { addPicture } from '../src/media/pictures.ts'
import { cardPath } from '../src/media/social-card.ts'
import { newsroomNow } from '../src/newsroom/settings.ts'
import { invite } from '../src/staff/colleagues.ts'
import { openSession } from '../src/staff/sessions.ts'
import { articleCard } from '../src/syndication/social.ts'
import { afterwards } from './background.ts'
import { onEveryDatabase, type TestNewsroom } from './newsroom.ts'

/** What is under an embargo is on no surface a moment before its time, and on each of them after it. */

const HOUR = 3_600_000

const saying = (picture?: string): ArticleDocument => ({
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [{ type: 'text', text: 'They spoke of Lomnik. Then Lomnik spoke to Lomnik Vale.' }],
    },
    ...(picture ? [{ type: 'picture', attrs: { picture } }] : []),
  ],
})

onEveryDatabase('an embargo', (open) => {
  async function kept(n: TestNewsroom) {
    const now = n.now()
    const file = (background: string) =>
      sharp({ create: { width: 400, height: 300, channels: 3, background } })
        .png()
        .toBuffer()
    const originals = [
      await keepOriginal(n.files, await file('#804020')),
      await keepOriginal(n.files, await file('#208040')),
    ]
    const at = new Date(now.getTime() + HOUR)
    return await n.write(async (tx) => {
      const category = await addCategory(tx, { name: 'Politics' }, now)
      const tag = await addTag(tx, { name: 'Budget' }, now)
      const author = await addContributor(tx, { name: 'Ada Haddad' }, now)
      // Nobody knows yet that she writes here.
      const guest = await addContributor(tx, { name: 'Mira Saleh', kind: 'guest' }, now)
      const common = {
        categoryId: category.id,
        tagIds: [tag.id],
        bylines: [author, guest].map(({ id }) => ({
          contributorId: id,
          role: 'author' as const,
        })),
      }
      for (const name of ['one', 'two', 'three'])
        await publish(tx, await draft(tx, { headline: `Open ${name}`, body: saying() }, now), now)
      const [lead, inText] = [
        await addPicture(
          tx,
          originals[0]!,
          { alt: 'A vale', credit: 'Ada Haddad', licence: 'Own' },
          now,
        ),
        await addPicture(
          tx,
          originals[1]!,
          { alt: 'A hill', credit: 'Ada Haddad', licence: 'Own' },
          now,
        ),
      ]
      const withPicture = await draft(
        tx,
        { ...common, headline: 'EMBARGO seen', leadPictureId: lead.id, body: saying(inText.id) },
        now,
      )
      const without = await draft(tx, { ...common, headline: 'EMBARGO told', body: saying() }, now)
      await schedule(tx, withPicture, at, now)
      await schedule(tx, without, at, now)
      return { ids: [withPicture, without].sort(), without, pictures: [lead, inText] }
    })
  }

  /** Pages that name both articles once they are out. */
  const naming = [
    '/',
    '/politics',
    '/tags/budget',
    '/contributors/ada-haddad',
    '/contributors/mira-saleh',
    '/archive/2026/03',
    '/archive/2026/03/02',
    ...['', '/politics', '/tags/budget', '/contributors/ada-haddad'].flatMap((path) =>
      ['feed.rss', 'feed.atom', 'feed.json', 'ninjs.json'].map((name) => `${path}/${name}`),
    ),
    '/sitemaps/news.xml',
    '/search?q=embargo',
    '/search?q=lomnik',
    '/open-one',
    '/politics/embargo-seen',
    '/politics/embargo-told',
    '/politics/embargo-seen/ninjs.json',
    ...['embargo-seen', 'embargo-told'].map(
      (slug) =>
        `/oembed?format=json&url=${encodeURIComponent(`https://paper.example/politics/${slug}`)}`,
    ),
  ]
  /** Those that could tell of them, and need not. */
  const silent = (ids: readonly string[]) => [
    '/corrections',
    '/corrections/feed.json',
    '/sitemaps/sections.xml',
    '/search?q=embargo&sort=newest',
    '/search?q=embrago',
    '/politics/embargo-seen?feed=rss2',
    versionsPath('/politics/embargo-seen'),
    '/contributors/mira-saleh',
    '/contributors/mira-saleh/feed.json',
    ...ids.flatMap((id) => [`/desk/preview/${id}`, `/desk/preview/${id}/card`]),
    `/desk/front-preview?language=en&places=${[...ids, '', '', '', ''].join()}`,
  ]
  /** Those that only tell their addresses. */
  const telling = ['/sitemap.xml', '/sitemaps/2026-03.xml', '/archive', '/feeds', '/llms.txt']

  test('nothing shows what is scheduled a moment before its time, and everything after it', async () => {
    const n = await open()
    const { ids, without, pictures } = await kept(n)
    const row = await n.db
      .selectFrom('articles')
      .selectAll()
      .where('id', '=', without)
      .executeTakeFirstOrThrow()
    const newsroom = await newsroomNow(n.db)
    const files = pictures.flatMap(({ hash }) =>
      ['320.webp', '400.avif', '1200.jpeg'].map((file) => `/pictures/${hash}/${file}`),
    )
    const ask = async (address: string) => {
      const answer = await n.app.request(address)
      return { status: answer.status, text: await answer.text() }
    }
    /** The card that stands on the page of the article without a picture. */
    const card = async () => {
      const { text } = await ask('/politics/embargo-told')
      return (
        /\/cards\/[^"]+\.jpeg/.exec(text)?.[0] ??
        cardPath(articleCard({ ...row, category: null } as never, newsroom))
      )
    }

    n.later(HOUR - 1)
    expect(await publishDue(n, n.now())).toEqual([])
    await afterwards(n)
    for (const address of [...naming, ...telling, ...silent(ids), await card(), ...files]) {
      const { status, text } = await ask(address)
      expect([address, /EMBARGO|embargo-(seen|told)["<)]|Mira Saleh/.test(text)]).toEqual([
        address,
        false,
      ])
      if (/embargo-|cards|pictures|mira-saleh/.test(address))
        expect([address, status]).toEqual([address, 404])
    }

    n.later(1)
    expect(await publishDue(n, n.now())).toEqual(ids)
    await afterwards(n)
    for (const address of naming) {
      const { status, text } = await ask(address)
      expect([address, status, text.includes('EMBARGO')]).toEqual([address, 200, true])
    }
    expect((await ask('/sitemaps/2026-03.xml')).text).toContain('/politics/embargo-seen')
    for (const address of [await card(), ...files])
      expect([address, (await n.app.request(address)).status]).toEqual([address, 200])
  })

  test('the desk sees a picture before readers do, and no cache keeps it', async () => {
    const n = await open()
    const { pictures } = await kept(n)
    const secret = await n.write(async (tx) => {
      const id = await invite(
        tx,
        null,
        { email: 'ada@paper.example', name: 'Ada', roleId: 'reporter' },
        n.now(),
      )
      return await openSession(tx, id, 'test', n.now())
    })
    const address = `https://paper.example/pictures/${pictures[0]!.hash}/320.webp`
    const seen = await n.app.request(address, { headers: { cookie: `__Host-desk=${secret}` } })
    expect([seen.status, seen.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
    const hidden = await n.app.request(address)
    expect([hidden.status, hidden.headers.get('cache-control')]).toEqual([404, 'no-store'])
  })
})
