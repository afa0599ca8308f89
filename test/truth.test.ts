import fc from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { hrefOf } from '../src/addresses/address.ts'
import { createApp } from '../src/app.ts'
import { explain } from '../src/articles/corrections.ts'
import { arrangementOf, PLACES, place } from '../src/articles/front.ts'
import { moveCategory } from '../src/articles/move.ts'
import { publish, withhold } from '../src/articles/publish.ts'
import { rebyline } from '../src/articles/rebyline.ts'
import { joinTranslations, leaveTranslations } from '../src/articles/translations.ts'
import { draft, edit } from '../src/articles/write.ts'
import { addCategory, addTag, editCategory, editTag } from '../src/categories/categories.ts'
import { addContributor, editContributor } from '../src/contributors/contributors.ts'
import { mergeInto, removeContributor } from '../src/contributors/merge.ts'
import { keepOriginal } from '../src/media/originals.ts'
import { addPicture, editPicture, replacePicture } from '../src/media/pictures.ts'
import { changeNewsroom } from '../src/newsroom/settings.ts'
import { bytesOf, Pages } from '../src/platform/pages.ts'
import { rankAnew } from '../src/readership/ranking.ts'
import { hourOf } from '../src/readership/readership.ts'
import { afterwards } from './background.ts'
import { onEveryDatabase, type TestNewsroom } from './newsroom.ts'
import { eventually } from './process.ts'

/**
 * The cache's truth. Random sequences of what a newsroom does; after each step every page that is still kept equals
 * a fresh render, and a page that was dropped though it did not change shows what the step was about.
 */

const languages = ['en', 'ar'] as const
const places = ['Lomnik', 'Varsha', 'Harnau']
const pick = fc.nat(1000)

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('publish' as const),
      category: pick,
      author: pick,
      tag: pick,
      picture: pick,
      language: pick,
      opinion: fc.boolean(),
      daysAgo: fc.nat(90),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('edit' as const), article: pick }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('correct' as const), article: pick }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('refile' as const), article: pick, category: pick }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('readdress' as const), article: pick }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('withhold' as const), article: pick }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('give back' as const), article: pick }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('arrange the front' as const),
      article: pick,
      place: fc.nat(PLACES - 1),
      isPinned: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('translate' as const), article: pick, other: pick }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('part translations' as const), article: pick }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('compare articles' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('read' as const), article: pick }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('move category' as const),
      category: pick,
      below: pick,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('rename category' as const), category: pick }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('rename contributor' as const), author: pick }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('merge contributors' as const),
      author: pick,
      other: pick,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove contributor' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rename tag' as const), tag: pick }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('replace picture' as const),
      picture: pick,
      shade: fc.nat(255),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('recaption picture' as const), picture: pick }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('end or prolong picture' as const),
      picture: pick,
      over: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('change settings' as const),
      zone: fc.constantFrom('UTC', 'Asia/Damascus'),
    }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

const square = (shade: number) =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: { r: shade, g: 80, b: 80 } } })
    .png()
    .toBuffer()

onEveryDatabase('the truth of the cache', (open, kind) => {
  test('whatever the newsroom does, every kept page equals a fresh render, and only concerned pages are dropped', {
    timeout: 180_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
        const n = await open()
        const second = await n.node()
        const world = await begin(n)
        await world.visit(n.app)
        await world.visit(second.app)
        for (const next of steps) {
          const before = await world.read(n.pages)
          const concerned = await world.take(next)
          if (!concerned) continue
          const truth = await world.truth()
          expect(await world.news(n.app)).toBe(truth.get(NEWS))
          for (const [address, html] of await world.read(n.pages))
            expect({ after: next, address, html }).toEqual({
              after: next,
              address,
              html: truth.get(address),
            })
          if (concerned !== 'every page')
            for (const [address, html] of before)
              if (!n.pages.addresses().includes(address) && truth.get(address) === html)
                expect({
                  after: next,
                  address,
                  shows: concerned.some((mark) => html.includes(mark)),
                }).toEqual({ after: next, address, shows: true })
          await eventually(
            async () =>
              [...(await world.read(second.pages))]
                .filter(([address, html]) => truth.get(address) !== html)
                .map(([address]) => address),
            (untrue) => untrue.length === 0,
          )
          await world.visit(n.app)
          await world.visit(second.app)
        }
      }),
      { numRuns: kind === 'sqlite' ? 20 : 10, endOnFailure: true },
    )
  })
})

/** Kept under the name of its oldest article too, so its address is compared and not its name. */
const NEWS = '/sitemaps/news.xml'

const EMPTY_FRONT = '<section class="notice">'

async function begin(n: TestNewsroom) {
  const { write, now } = n
  const categories: string[] = []
  const contributors: string[] = []
  const tags: string[] = []
  const pictures: string[] = []
  const articles: { id: string; marks: string[]; out: boolean }[] = []
  let count = 0
  const original = await keepOriginal(n.files, await square(0))
  await write(async (tx) => {
    for (const name of ['Middle East', 'Europe', 'Africa', 'Data'])
      categories.push((await addCategory(tx, { name }, now())).id)
    for (const name of ['Ada', 'Basil', 'Chloe'])
      contributors.push(
        (await addContributor(tx, { name, biography: `${name} reports.` }, now())).id,
      )
    for (const name of ['Ceasefire', 'Ports']) tags.push((await addTag(tx, { name }, now())).id)
    for (const alt of ['A square', 'Another square'])
      pictures.push(
        (await addPicture(tx, original, { alt, caption: `Caption of ${alt}` }, now())).id,
      )
  })

  const addresses = async () => {
    const rows = await n.db.selectFrom('addresses').select(['path', 'kind']).execute()
    const months = ['2025-11', '2025-12', '2026-01', '2026-02', '2026-03', '2026-04'].map(
      (month) => `/archive/${month.replace('-', '/')}`,
    )
    const paths = rows.map((row) => row.path)
    const feeds = [
      ...['/feed.rss', '/feed.json', '/ninjs.json', '/feed.atom', '/ar/feed.atom'],
      ...['/corrections/feed.atom', '/ar/corrections/feed.rss'],
      ...rows.flatMap(({ path, kind }) => (kind === 'article' ? [] : [`${path}/feed.atom`])),
    ]
    return [
      ...['/', '/ar', '/en', '/archive', '/feeds', '/llms.txt', '/manifest.webmanifest'],
      ...['/sitemap.xml', '/sitemaps/sections.xml', '/sitemaps/news.xml'],
      ...months,
      ...months.map((path) =>
        path.replace('/archive/', '/sitemaps/').replace(/\/(\d+)$/, '-$1.xml'),
      ),
      ...['/corrections', '/ar/corrections'],
      ...paths,
      ...rows.flatMap(({ path, kind }) => (kind === 'article' ? [`${path}/versions`] : [])),
      ...feeds,
    ].map(encodeURI)
  }
  const visit = async (app: TestNewsroom['app']) => {
    for (const address of await addresses()) {
      const page = await (await app.request(address)).text()
      const older = /href="(\/[^"]+\?before=[^"]+)"/.exec(page)?.[1]
      if (older) await app.request(older.replaceAll('&amp;', '&'))
    }
  }
  const read = async (pages: Pages) =>
    new Map(
      pages
        .addresses()
        .filter((address) => !address.startsWith(NEWS))
        .map(
          (address) => [address, bytesOf(pages.answer(address)!, 'identity').toString()] as const,
        ),
    )

  const news = async (app: TestNewsroom['app']) => await (await app.request(NEWS)).text()

  /** Every page, rendered by a node that has kept nothing. */
  const truth = async () => {
    const pages = new Pages({ bytes: 64 * 1024 * 1024 })
    const app = createApp({ ...n, pages })
    await visit(app)
    for (const address of n.pages.addresses()) await app.request(encodeURI(address))
    return (await read(pages)).set(NEWS, await news(app))
  }

  // Cards bring their picture along where a front page then leaves it out.
  const shows = ['/pictures/', 'class="home"']
  // A river looks further down its list than it shows, the pages of months look for their neighbours among all
  // months, and a sitemap does not look at each article: these may be made again for nothing.
  const overviews = ['class="home"', 'class="days"', '<urlset', '<sitemapindex']
  const at = <T>(all: T[], index: number) => all[index % all.length]!
  const nameOf = async (table: 'contributors' | 'categories' | 'tags', id: string) =>
    (await n.db.selectFrom(table).select('name').where('id', '=', id).executeTakeFirstOrThrow())
      .name

  /** Pages depend on a picture that they may not show, too. */
  const isOver = async (id: string) => {
    const { expires } = await n.db
      .selectFrom('pictures')
      .select('expires')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return expires !== null && expires <= now().toISOString()
  }

  /** Does one step. Resolves to words that every concerned page shows, or undefined when it does not apply. */
  const take = async (next: Step): Promise<string[] | 'every page' | undefined> => {
    count++
    n.later(61_000)
    if (next.do === 'publish') {
      const headline = `Story number ${count}.`
      const language = at([...languages], next.language)
      const published = new Date(now().getTime() - next.daysAgo * 86_400_000).toISOString()
      const id = await write(async (tx) => {
        const made = await draft(
          tx,
          {
            headline,
            language,
            kind: next.opinion ? 'opinion' : 'news',
            categoryId: at(categories, next.category),
            datelinePlace: at(places, next.tag),
            tagIds: [at(tags, next.tag)],
            bylines: [{ contributorId: at(contributors, next.author), role: 'author' }],
            leadPictureId: at(pictures, next.picture),
          },
          now(),
        )
        await publish(tx, made, now(), published)
        return made
      })
      articles.push({ id, marks: [headline], out: true })
      // A first article in a language brings its front page, and the language into every head.
      const fresh =
        (
          await n.db
            .selectFrom('feed_entries')
            .select('article_id')
            .where('feed', '=', `front:${language}`)
            .execute()
        ).length === 1
      return fresh ? 'every page' : overviews
    }
    if (next.do === 'change settings') {
      await write((tx) =>
        changeNewsroom(tx, { name: `Paper ${count}`, timezone: next.zone }, now()),
      )
      return 'every page'
    }
    if (next.do === 'move category') {
      const [id, below] = [at(categories, next.category), at(categories, next.below)]
      await write((tx) => moveCategory(tx, id, id === below ? null : below)).catch(() => undefined)
      return 'every page'
    }
    if (next.do === 'rename category') {
      await write((tx) =>
        editCategory(tx, at(categories, next.category), { name: `Region ${count}` }, now()),
      )
      return 'every page'
    }
    if (next.do === 'rename contributor') {
      const id = at(contributors, next.author)
      const former = await nameOf('contributors', id)
      await write((tx) => editContributor(tx, id, { name: `Reporter ${count}` }, now()))
      return [former]
    }
    if (next.do === 'merge contributors') {
      const [id, other] = [at(contributors, next.author), at(contributors, next.other)]
      if (id === other) return undefined
      const names = [await nameOf('contributors', id), await nameOf('contributors', other)]
      await write(async (tx) => {
        await mergeInto(tx, id, other, now(), 'nobody')
        await rebyline(tx, id, other, 'nobody', now())
      })
      contributors.splice(contributors.indexOf(id), 1)
      // The address of somebody who has nothing out yet leads nowhere, before and after.
      return [...names, ...overviews, '<section class="notice">']
    }
    if (next.do === 'remove contributor') {
      const visitor = { name: `Visitor ${count}` }
      const { id, path } = await write((tx) => addContributor(tx, visitor, now()))
      for (const address of [path, `${path}/feed.atom`]) await n.app.request(address)
      await write((tx) => removeContributor(tx, id, now(), 'nobody'))
      return [`Visitor ${count}`, '<section class="notice">']
    }
    if (next.do === 'rename tag') {
      const id = at(tags, next.tag)
      const former = await nameOf('tags', id)
      await write((tx) => editTag(tx, id, { name: `Subject ${count}` }, now()))
      return [former]
    }
    if (next.do === 'replace picture') {
      const fresh = await keepOriginal(n.files, await square(next.shade))
      await write((tx) => replacePicture(tx, at(pictures, next.picture), fresh, now()))
      return (await isOver(at(pictures, next.picture))) ? 'every page' : [...shows, '<urlset']
    }
    if (next.do === 'recaption picture') {
      await write((tx) =>
        editPicture(tx, at(pictures, next.picture), { caption: `Caption ${count}` }, now()),
      )
      return (await isOver(at(pictures, next.picture))) ? 'every page' : shows
    }
    if (next.do === 'end or prolong picture') {
      const expires = next.over ? now().toISOString() : null
      await write((tx) => editPicture(tx, at(pictures, next.picture), { expires }, now()))
      return 'every page'
    }
    if (articles.length === 0) return undefined
    if (next.do === 'compare articles') {
      await afterwards(n)
      // A withheld article had left its place already; the choice without it looks the same.
      return ['<article class="article']
    }
    if (next.do === 'read') {
      const hour = hourOf(now())
      await write(async (tx) => {
        for (const [index, { id }] of articles.entries()) {
          const count = 10 + ((next.article * (index + 1)) % 50)
          await tx
            .insertInto('reads')
            .values({ article_id: id, hour, count })
            .onConflict((conflict) =>
              conflict.columns(['article_id', 'hour']).doUpdateSet({ count }),
            )
            .execute()
        }
      })
      await rankAnew(n, now())
      return ['class="home"', 'class="opening"']
    }
    const article = at(articles, next.article)
    // What is recommended and most read holds a withheld article, and hides it, until it is chosen anew.
    const held = article.out ? [] : ['<article class="article', 'class="home"', 'class="opening"']
    const { path } = await n.db
      .selectFrom('articles')
      .select('path')
      .where('id', '=', article.id)
      .executeTakeFirstOrThrow()
    // Its translations show only where it is.
    const marks = [...article.marks, ...held, `href="${hrefOf(path ?? '')}"`]
    if (next.do === 'translate') {
      const other = at(articles, next.other)
      await write((tx) => joinTranslations(tx, [article.id, other.id], now())).catch(
        () => undefined,
      )
      // Those of a group read the same list of each other.
      return ['<article class="article']
    }
    if (next.do === 'part translations') {
      await write((tx) => leaveTranslations(tx, article.id, now()))
      return ['<article class="article']
    }
    if (next.do === 'edit') {
      const headline = `Rewritten ${count}.`
      await write((tx) => edit(tx, article.id, { headline }, now()))
      article.marks = [headline]
      return marks
    }
    if (next.do === 'correct') {
      const headline = `Corrected ${count}.`
      await write(async (tx) => {
        const versionId = await edit(tx, article.id, { headline }, now())
        if (!versionId) return
        const made = { articleId: article.id, versionId, by: 'ada' }
        await explain(tx, made, { kind: 'correction', note: `Note ${count}.` }, now())
      })
      article.marks = [headline]
      return marks
    }
    if (next.do === 'refile') {
      await write((tx) =>
        edit(tx, article.id, { categoryId: at(categories, next.category) }, now(), {
          silent: true,
        }),
      )
      return [...marks, ...overviews]
    }
    if (next.do === 'readdress') {
      await write((tx) =>
        edit(tx, article.id, { path: `/moved/${count}` }, now(), { silent: true }),
      )
      return marks
    }
    if (next.do === 'arrange the front') {
      const { language } = await n.db
        .selectFrom('articles')
        .select('language')
        .where('id', '=', article.id)
        .executeTakeFirstOrThrow()
      const before = await arrangementOf(n.db, language)
      const places = before.map((id, at) => {
        if (at === next.place) return next.isPinned ? article.id : null
        return id === article.id ? null : id
      })
      // An editor pins what is out; what is withheld later stays pinned, and is not shown.
      if (!article.out && next.isPinned) return undefined
      await write((tx) => place(tx, language, places, now()))
      return ['class="home"', EMPTY_FRONT]
    }
    const frontOf = async () => {
      const { language } = await n.db
        .selectFrom('articles')
        .select('language')
        .where('id', '=', article.id)
        .executeTakeFirstOrThrow()
      return await n.db
        .selectFrom('feed_entries')
        .select('feed')
        .where('feed', '=', `front:${language}`)
        .execute()
    }
    if (next.do === 'give back') {
      if (article.out) return undefined
      article.out = true
      await write((tx) => publish(tx, article.id, now()))
      return (await frontOf()).length === 1 ? 'every page' : [...marks, ...overviews]
    }
    if (!article.out) return undefined
    article.out = false
    await write((tx) => withhold(tx, article.id, `Reason ${count}`, now()))
    // With the last article of a language its front page goes, and the language from every head.
    return (await frontOf()).length === 0 ? 'every page' : [...marks, ...overviews]
  }

  return { visit, read, news, truth, take }
}
