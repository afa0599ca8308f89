import { expect, test } from 'vitest'
import { explain } from '../src/articles/corrections.ts'
import type { ArticleDocument } from '../src/articles/document.ts'
import { writeNote } from '../src/articles/margin.ts'
import { publish, schedule, withhold } from '../src/articles/publish.ts'
import { joinTranslations } from '../src/articles/translations.ts'
import { closeBefore } from '../src/articles/versions.ts'
import { draft, edit } from '../src/articles/write.ts'
import { addCategory, addTag } from '../src/categories/categories.ts'
import { addContributor } from '../src/contributors/contributors.ts'
import { cardPath } from '../src/media/social-card.ts'
import { newsroomNow } from '../src/newsroom/settings.ts'
import type { Tx } from '../src/platform/database.ts'
import { rankAnew } from '../src/readership/ranking.ts'
import { hourOf } from '../src/readership/readership.ts'
import { access, staffOnly } from '../src/site/access.ts'
import { invite } from '../src/staff/colleagues.ts'
import { builtInRoles } from '../src/staff/permission.ts'
import { articleCard } from '../src/syndication/social.ts'
import { afterwards } from './background.ts'
import { onEveryDatabase, type TestNewsroom } from './newsroom.ts'

/** Words that no stranger may ever read, and a look at everything that a stranger can ask for. */

const saying = (text: string): ArticleDocument => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})

onEveryDatabase('the canary', (open) => {
  async function hidden(n: TestNewsroom) {
    const now = n.now()
    await n.write(async (tx) => {
      const category = await addCategory(tx, { name: 'Politics' }, now)
      const tag = await addTag(tx, { name: 'Budget' }, now)
      const author = await addContributor(tx, { name: 'Ada Haddad' }, now)
      const common = {
        categoryId: category.id,
        tagIds: [tag.id],
        bylines: [{ contributorId: author.id, role: 'author' as const }],
      }
      const premium = await draft(
        tx,
        {
          ...common,
          headline: 'For members',
          access: 'premium',
          body: saying('CANARY in a Premium body'),
        },
        now,
      )
      await publish(tx, premium, now)
      await edit(tx, premium, { body: saying('CANARY in another version') }, now)
      await publicised(tx, now)
      const drafted = await draft(
        tx,
        {
          ...common,
          headline: 'CANARY draft',
          language: 'ar',
          standfirst: 'CANARY',
          body: saying('CANARY'),
        },
        now,
      )
      const scheduled = await draft(
        tx,
        { ...common, headline: 'CANARY scheduled', language: 'ru', body: saying('CANARY') },
        now,
      )
      await schedule(tx, scheduled, new Date(now.getTime() + 3_600_000), now)
      const withheld = await draft(
        tx,
        {
          ...common,
          headline: 'Taken back',
          language: 'de',
          standfirst: 'CANARY',
          body: saying('CANARY withheld'),
        },
        now,
      )
      await publish(tx, withheld, now)
      await withhold(tx, withheld, 'The document was forged.', now)
      const noted = await draft(tx, { ...common, headline: 'Noted' }, now)
      await publish(tx, noted, now)
      const editor = { id: await editing(tx, now), role: builtInRoles[1] }
      const note = { quote: 'CANARY', text: 'CANARY says so.', mentions: [], anchor: null }
      await writeNote(tx, editor, noted, { id: crypto.randomUUID(), ...note }, now)
      await edit(tx, noted, { body: saying('Said anew.') }, now)
      const shown = await draft(tx, { headline: 'À lire', language: 'fr' }, now)
      await publish(tx, shown, now)
      await joinTranslations(tx, [shown, premium, drafted, scheduled, withheld], now)
    })
    await closed(n)
  }

  const editing = (tx: Tx, now: Date) =>
    invite(tx, null, { email: 'ed@paper.example', name: 'Ed', roleId: 'editor' }, now)

  /** An article whose former wording is kept from readers. */
  async function publicised(tx: Tx, now: Date) {
    const id = await draft(tx, { headline: 'Seen', body: saying('CANARY saw it.') }, now)
    await publish(tx, id, now)
    const version = await edit(tx, id, { body: saying('A witness saw it.') }, now)
    await closeBefore(tx, version!, now)
  }

  /** Articles that were open, compared and read by many, and are Premium or withheld now. */
  async function closed(n: TestNewsroom) {
    const now = n.now()
    const words = saying('They spoke of CANARY. Then CANARY spoke to CANARY Lomnik.')
    const ids = await n.write(async (tx) => {
      const made: string[] = []
      for (const name of ['one', 'two', 'three', 'four'])
        made.push(await draft(tx, { headline: `Open ${name}`, body: words }, now))
      for (const id of made) await publish(tx, id, now)
      return made
    })
    await afterwards(n)
    const reasons = await n.db.selectFrom('related').select('reason').execute()
    expect(JSON.stringify(reasons)).toContain('CANARY')
    await n.write(async (tx) => {
      const all = await tx.selectFrom('articles').select('id').execute()
      await tx
        .insertInto('reads')
        .values(all.map(({ id }) => ({ article_id: id, hour: hourOf(now), count: 50 })))
        .execute()
    })
    await rankAnew(n, now)
    await n.write(async (tx) => {
      for (const id of ids) {
        const versionId = (await edit(tx, id, { body: saying('CANARY again.') }, now))!
        // Of an article that stays before readers its notes stay, too.
        const note = id === ids[0] ? 'CANARY was wrong.' : 'This was wrong.'
        const made = { articleId: id, versionId, by: 'ada' }
        await explain(tx, made, { kind: 'correction', note }, now)
      }
      for (const id of ids.slice(1)) await edit(tx, id, { access: 'premium' }, now)
      await withhold(tx, ids[0]!, 'It was forged, too.', now)
    })
  }

  /** The cards of all articles, as if everybody might see them. */
  async function cardsOf(n: TestNewsroom) {
    const newsroom = await newsroomNow(n.db)
    const rows = await n.db.selectFrom('articles').selectAll().execute()
    return rows.map((row) => cardPath(articleCard({ ...row, category: null } as never, newsroom)))
  }

  /** Addresses that stand for each public route. A route without one fails the test below. */
  async function addressesOf(n: TestNewsroom): Promise<Record<string, string[]>> {
    const all = (await n.db.selectFrom('addresses').select('path').execute()).map((row) =>
      encodeURI(row.path),
    )
    const ids = await n.db.selectFrom('articles').select('id').execute()
    const place = '2026-03-02T09:00:00.000Z_00000000-0000-0000-0000-000000000000'
    return {
      'GET /health': ['/health'],
      'GET /assets/:file': ['/assets/none.js'],
      'GET /pictures/:hash{[0-9a-f]{32}}/:file{[0-9]{1,4}\\.(avif|webp|jpeg)}': [
        `/pictures/${'0'.repeat(32)}/320.webp`,
      ],
      'ALL /pictures/:hash/:file': [`/pictures/${'0'.repeat(32)}/320.webp`],
      'GET /icons/:hash{[0-9a-f]{12}}/:file{(?:maskable-)?[0-9]{2,3}\\.png}': [
        `/icons/${'0'.repeat(12)}/48.png`,
      ],
      'GET /apple-touch-icon.png': ['/apple-touch-icon.png'],
      'GET /favicon.ico': ['/favicon.ico'],
      'GET /manifest.webmanifest': ['/manifest.webmanifest'],
      'ALL /desk/*': ['/desk/anything'],
      'GET /desk': ['/desk'],
      'GET /desk/front-preview': ['/desk/front-preview?language=en&places=,,,,,'],
      'GET /desk/preview/:id': ids.map(({ id }) => `/desk/preview/${id}`),
      'GET /desk/preview/:id/card': ids.map(({ id }) => `/desk/preview/${id}/card`),
      'GET /desk/*': ['/desk/articles'],
      'GET /desk/assets/:file': ['/desk/assets/none.js'],
      'ALL /desk/sign-in/*': ['/desk/sign-in/anything'],
      'ALL /guest': ['/guest'],
      'GET /guest': ['/guest?key=none'],
      'POST /guest': ['/guest'],
      'GET /desk/sign-in': ['/desk/sign-in'],
      'POST /desk/sign-in': ['/desk/sign-in'],
      'GET /desk/sign-in/code': ['/desk/sign-in/code'],
      'POST /desk/sign-in/code': ['/desk/sign-in/code'],
      'GET /desk/sign-in/link': ['/desk/sign-in/link?key=none'],
      'POST /desk/sign-in/link': ['/desk/sign-in/link'],
      'POST /desk/sign-in/password': ['/desk/sign-in/password'],
      'POST /desk/sign-in/challenge': ['/desk/sign-in/challenge'],
      'POST /desk/sign-in/passkey': ['/desk/sign-in/passkey'],
      'GET /desk/first': ['/desk/first?key=none'],
      'POST /desk/first': ['/desk/first'],
      'POST /desk/sign-out': ['/desk/sign-out'],
      'GET /:address{(?:.+/)?(?:feed\\.(?:rss|atom|json)|ninjs\\.json)}': [
        '',
        '/corrections',
        '/de/corrections',
        ...all,
      ].flatMap((path) =>
        ['feed.rss', 'feed.atom', 'feed.json', 'ninjs.json'].map((file) => `${path}/${file}`),
      ),
      'GET /sitemap.xml': ['/sitemap.xml'],
      'GET /sitemaps/sections.xml': ['/sitemaps/sections.xml'],
      'GET /sitemaps/news.xml': ['/sitemaps/news.xml'],
      'GET /sitemaps/:month{\\d{4}-(?:0[1-9]|1[0-2])(?:-[1-9]\\d{0,5})?\\.xml}': [
        '/sitemaps/2026-03.xml',
        '/sitemaps/2026-03-2.xml',
      ],
      'GET /oembed': all.flatMap((path) =>
        ['json', 'xml', 'png'].map(
          (format) =>
            `/oembed?format=${format}&url=${encodeURIComponent(`https://paper.example${path}`)}`,
        ),
      ),
      'GET /cards/:file{(?:newsroom|[0-9a-f-]{36})-[0-9a-f]{12}\\.jpeg}': await cardsOf(n),
      'GET /robots.txt': ['/robots.txt'],
      'GET /llms.txt': ['/llms.txt'],
      // In small letters, since the page repeats what is looked for.
      'GET /search': [
        '/search',
        '/search?q=canary',
        '/search?q=canary&sort=date',
        '/search?q=canar*',
        '/search?q=canar',
        '/search?q=canxry',
        '/search?q=members',
      ],
      'GET /': ['/', `/?before=${place}`],
      'GET /feeds': ['/feeds'],
      'GET /corrections': ['/corrections', `/corrections?before=${place}`],
      'GET /archive': ['/archive'],
      'GET /archive/:year{\\d{4}}/:month{\\d{2}}': ['/archive/2026/03', '/archive/2026/99'],
      'GET /archive/:year{\\d{4}}/:month{\\d{2}}/:day{\\d{2}}': [
        '/archive/2026/03/02',
        '/archive/2026/02/31',
      ],
      'GET /*': [
        ...all.flatMap((path) => [path, `${path}/versions`, `${path}/versions?before=${place}`]),
        '/de/corrections',
        '/en',
        '/nowhere',
        '/?p=1',
      ],
      'ALL /*': all,
    }
  }

  test('every public route is marked with who may see it, and every mark belongs to a route', async () => {
    const n = await open()
    const routes = n.app.routes
      .filter(({ path }) => !path.startsWith(staffOnly))
      .map(({ method, path }) => `${method} ${path}`)
    expect([...new Set(routes)].sort()).toEqual(Object.keys(access).sort())
    expect(Object.keys(await addressesOf(n)).sort()).toEqual(Object.keys(access).sort())
  })

  // It asks for every address of every route in every way, so it grows with the newsroom.
  test('nothing a stranger can ask for says what is Premium, a draft, scheduled or withheld', {
    timeout: 120_000,
  }, async () => {
    const n = await open()
    await hidden(n)
    await nothingLeaks(n)
    // And once everything has been compared and ranked anew.
    await afterwards(n)
    await rankAnew(n, n.now())
    n.pages.clear()
    await nothingLeaks(n)
  })

  async function nothingLeaks(n: TestNewsroom) {
    let seen = 0
    for (const [route, addresses] of Object.entries(await addressesOf(n)))
      for (const address of addresses)
        for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'])
          for (const accept of ['text/html', 'application/json', '*/*']) {
            const answer = await n.app.request(address, { method, headers: { accept } })
            const said = `${JSON.stringify([...answer.headers])} ${await answer.text()}`
            expect({ route, address, method, leaks: said.includes('CANARY') }).toEqual({
              route,
              address,
              method,
              leaks: false,
            })
            seen += said.length
          }
    expect(seen).toBeGreaterThan(10_000)
    expect(await (await n.app.request('/politics/for-members')).text()).toContain('For members')
    const gone = await n.app.request('/politics/taken-back')
    expect([gone.status, (await gone.text()).includes('The document was forged.')]).toEqual([
      410,
      true,
    ])
  }

  test('a draft’s address answers like one that does not exist', async () => {
    const n = await open()
    await hidden(n)
    const [draftPage, none] = [
      await n.app.request('/politics/canary-draft'),
      await n.app.request('/politics/nothing-here'),
    ]
    expect(draftPage.status).toBe(404)
    expect(await draftPage.text()).toBe(await none.text())
  })
})
