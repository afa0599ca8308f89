import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { onEveryDatabase, type TestNewsroom } from '../../test/newsroom.ts'
import { addressAt } from '../addresses/addresses.ts'
import { articleForReader } from '../articles/articles.ts'
import { documentText } from '../articles/document.ts'
import { edit } from '../articles/write.ts'
import { importSite } from './import.ts'
import type { Totals } from './report.ts'
import type { ImportOptions } from './run.ts'

type Card = { type: string; slug?: string; children?: unknown[]; [field: string]: unknown }

const of = (version: number) => `test/exports/ghost-${version}.json`

onEveryDatabase('moving in from Ghost', (open) => {
  const move = (n: TestNewsroom, file: string, options: Partial<ImportOptions> = {}) =>
    importSite(n, { file, site: 'https://quay.example', ...options })
  /** What is stored at a path, with what a reader is told of it. */
  const at = async (n: TestNewsroom, path: string) => {
    const address = await addressAt(n.db, path)
    if (!address) return undefined
    const id = address.thingId
    const row = await n.db
      .selectFrom('articles')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const { status, access, headline, language, lead_picture_id: lead } = row
    const body = JSON.parse(row.body)
    return {
      ...(await articleForReader(n.db, id)),
      id,
      status,
      access,
      headline,
      language,
      lead,
      body,
    }
  }
  const page = async (n: TestNewsroom, path: string) =>
    await n.app.request(`https://paper.example${path}`)
  const rows = (totals: Totals) =>
    totals.things.map(({ fate, what, count }) => `${count} ${fate} ${what}`)
  const parts = (totals: Totals) => totals.parts.map(({ fate, what }) => `${fate} ${what}`)
  const written = (n: TestNewsroom, name: string, text: string | Buffer) => {
    const file = join(n.folder, name)
    writeFileSync(file, text)
    return file
  }
  const everything = async ({ db }: TestNewsroom) =>
    JSON.stringify([
      await db.selectFrom('articles').selectAll().orderBy('path').execute(),
      await db.selectFrom('addresses').selectAll().orderBy('path').execute(),
      await db.selectFrom('imported_items').selectAll().orderBy('external_id').execute(),
      await db.selectFrom('imported_members').selectAll().orderBy('email').execute(),
      await db.selectFrom('imports').selectAll().execute(),
      await db.selectFrom('events').select('id').orderBy('id').execute(),
    ])

  test('Ghost 1: Markdown, one author, the old permalinks, tags that come after the posts', async () => {
    const n = await open()
    const totals = await move(n, of(1))
    expect(totals).toMatchObject({ system: 'ghost', exitCode: 0, site: { title: 'The Quay' } })
    const article = await at(n, '/2017/10/cranes')
    expect(article).toMatchObject({
      headline: 'Cranes & gulls',
      standfirst: 'They stand still.',
      seoTitle: 'Cranes of the quay',
      published: '2017-10-01T08:00:00.000Z',
      category: { name: 'Ports', path: '/tag/ports' },
      tags: [{ name: 'Gulls', path: '/tag/gulls' }],
      bylines: [{ contributor: { name: 'Ada Haddad', path: '/author/ada' } }],
    })
    const body = JSON.stringify(article!.body)
    for (const sign of ['"heading"', '"bulletList"', '"footnote"', '"italic"', '"bold"'])
      expect(body).toContain(sign)
    expect(documentText((await at(n, '/imprint'))!.body)).toBe('Harbour Street 4')
    expect(parts(totals)).toContain('converted text in Mobiledoc')
    expect(rows(totals)).toContain('1 left out row of subscribers')
  })

  test('what no database stores does not keep a site out', async () => {
    const n = await open()
    const said = readFileSync(of(1), 'utf8')
      .replace('Cranes & gulls', 'Cranes\\u0000 & gulls')
      .replace('They stand still.', 'They\\u0000 stand still.')
      .replaceAll('Ada Haddad', 'Ada\\u0000 Haddad')
      .replace('"Gulls"', '"Gu\\u0000lls"')
      .replace('Harbour Street 4', 'Harbour\\u0000 Street 4')
    expect(said.match(/\\u0000/g)!.length).toBeGreaterThan(4)
    const totals = await move(n, written(n, 'nul.json', said))
    expect(totals.exitCode).toBe(0)
    expect((await at(n, '/2017/10/cranes'))!.headline).toMatch(/^Cranes.? & gulls$/)
    expect(documentText((await at(n, '/imprint'))!.body)).toMatch(/^Harbour.? Street 4$/)
  })

  test('Ghost 3: sections, cards, several authors, internal tags, e-mail alone', async () => {
    const n = await open()
    const totals = await move(n, of(3))
    const article = (await at(n, '/bridge'))!
    expect(article).toMatchObject({
      access: 'premium',
      seoTitle: 'Found so: 50% #more',
      socialTitle: 'Shared so',
      updated: '2020-01-12T08:00:00.000Z',
      category: { name: 'Europe' },
      tags: [],
      bylines: [{ contributor: { name: 'Boris Lind' } }, { contributor: { name: 'Ada Haddad' } }],
    })
    const body = JSON.stringify(article.body)
    for (const sign of [
      '"hardBreak"',
      '"orderedList"',
      '"pullQuote"',
      'The contract',
      '"/cranes/"',
    ])
      expect(body).toContain(sign)
    expect(body).not.toMatch(/alert|onclick|__GHOST/)
    expect(await at(n, '/letter')).toMatchObject({ status: 'draft', access: 'premium' })
    expect(await at(n, '/later')).toMatchObject({ status: 'scheduled' })
    expect(rows(totals)).toEqual(
      expect.arrayContaining([
        '1 new article sent by e-mail',
        '1 left out article',
        '1 left out term of Ghost’s internal tags',
        '2 left out row of newsletters',
        '1 left out row of members',
      ]),
    )
    expect((await page(n, '/p/aaaa1111-1111-4111-8111-111111111111/')).status).toBe(301)
  })

  test('behind a paywall nothing is open, before or after it', async () => {
    const n = await open()
    const totals = await move(n, of(5))
    expect(await at(n, '/vote')).toMatchObject({ access: 'premium', language: 'fr' })
    const html = await (await page(n, '/vote')).text()
    expect(html).toContain('Vote at dusk')
    expect(html).not.toContain('CANARY')
    expect(html).not.toContain('javascript:')
    expect(documentText((await at(n, '/notes'))!.body)).toBe('Only the words\nare left')
    expect(parts(totals)).toEqual(
      expect.arrayContaining(['converted paywall', 'converted text in Lexical']),
    )
  })

  test('Ghost 6: every card becomes what a reader should see, or is counted', async () => {
    const n = await open()
    const totals = await move(n, of(6))
    expect(totals.exitCode).toBe(0)
    const body = JSON.stringify((await at(n, '/all-cards'))!.body)
    for (const sign of [
      '⚠️ ',
      'How we reported this',
      'Contract \\"A\\" & B',
      'Give €5',
      '"codeBlock"',
      'https://www.youtube.com/watch?v=abc',
      '"footnote"',
      '"kind":"audio"',
      '"kind":"video"',
      '"kind":"file"',
      '★★★★☆',
      '"start":3',
    ])
      expect(body).toContain(sign)
    expect(body).not.toMatch(/email only|Subscribe|console\.log/)
    expect(parts(totals)).toEqual(
      expect.arrayContaining([
        'left out card email',
        'left out card email-cta',
        'left out card signup',
        'left out code injection',
        'left out internal tag',
      ]),
    )
    expect((await at(n, '/arabic-title'))!.status).toBe('published')
  })

  test('a card reads the same in Mobiledoc as in Lexical, and a dangerous one is as harmless in both', async () => {
    const n = await open()
    const { posts } = JSON.parse(readFileSync(of(6), 'utf8')).db[0].data
    const { root } = JSON.parse(posts.find(({ slug }: Card) => slug === 'all-cards').lexical)
    const bad = 'javascript:alert(1)'
    const data = 'data:text/html;base64,PHNjcmlwdD4='
    const hostile = [bad, data, 'file:///etc/passwd', '//\\0'].flatMap((url) => [
      { type: 'image', src: url, href: url, alt: 'A', caption: `<a href="${url}">Hostile</a>` },
      { type: 'gallery', images: [{ src: url, alt: 'B' }] },
      { type: 'bookmark', url, metadata: { url, title: 'Bookmark', icon: url, thumbnail: url } },
      { type: 'embed', url, html: `<iframe src="${url}" srcdoc="<script>alert(1)</script>">` },
      ...['audio', 'video', 'file'].map((type) => ({ type, src: url, title: 'Media' })),
      { type: 'button', buttonUrl: url, buttonText: 'Hostile button' },
      { type: 'html', html: `<svg onload="alert(1)"><a xlink:href="${url}">Drawn</a></svg>` },
      { type: 'markdown', markdown: `[Hostile link](${url}) ![x](${url})` },
      { type: 'product', productImageSrc: url, productButtonEnabled: true, productUrl: url },
      {
        type: 'toggle',
        heading: '<img src=x onerror=alert(1)>',
        content: `<a href="${url}">x</a>`,
      },
    ])
    const cards: Card[] = [
      ...root.children.filter(({ children }: Card) => !children),
      {
        type: 'call-to-action',
        textValue: '<p>Stand with us</p>',
        ...{ showButton: true, buttonUrl: 'https://quay.example/give', buttonText: 'Give now' },
        ...{ hasSponsorLabel: true, sponsorLabel: '<p>Partner</p>' },
      },
      { type: 'transistor' },
      ...hostile,
    ]
    const texts = {
      lexical: { root: { children: cards } },
      mobiledoc: {
        sections: cards.map((_, at) => [10, at]),
        cards: cards.map(({ type, ...payload }) => [type, payload]),
      },
    }
    for (const [kind, text] of Object.entries(texts)) {
      const post = { id: kind, slug: kind, title: kind, status: 'published' }
      const rows = [{ ...post, [kind]: JSON.stringify(text) }]
      const file = written(n, `${kind}.json`, JSON.stringify({ data: { posts: rows } }))
      expect((await move(n, file)).exitCode).toBe(0)
    }
    const [lexical, mobiledoc] = [(await at(n, '/lexical'))!, (await at(n, '/mobiledoc'))!]
    expect(mobiledoc.body).toEqual(lexical.body)
    expect(JSON.stringify(lexical.body)).toMatch(/Partner.*Stand with us.*Give now/)
    const shown = (await (await page(n, '/mobiledoc')).text()).split('<main')[1]
    expect(shown).toContain('Hostile button')
    expect(shown).not.toMatch(
      /(href|src|srcdoc|action)="\s*(javascript|data|file):|onerror=|onload=/i,
    )
  })

  test('a second run changes nothing, a changed post changes, an edited one stays', async () => {
    const n = await open()
    await move(n, of(3))
    const before = await everything(n)
    n.later(60_000)
    expect(rows(await move(n, of(3)))).toContain('1 unchanged article')
    expect(await everything(n)).toBe(before)
    const altered = readFileSync(of(3), 'utf8').replace('The bridge is open', 'The bridge is shut')
    await move(n, written(n, 'altered.json', altered))
    const article = (await at(n, '/bridge'))!
    expect(article.headline).toBe('The bridge is shut')
    await n.write((tx) => edit(tx, article.id, { headline: 'Our own' }, n.now()))
    await move(n, of(3))
    expect((await at(n, '/bridge'))!.headline).toBe('Our own')
  })

  test('a run that was cut short goes on where it ended', async () => {
    const n = await open()
    const posts = Array.from({ length: 250 }, (_, at) => ({
      id: `n${at}`,
      title: `N ${at}`,
      slug: `n${at}`,
      status: 'published',
      html: '<p>words</p>',
    }))
    const file = written(n, 'many.json', JSON.stringify({ data: { posts } }))
    const cut = move(n, file, {
      progress: ({ step, items }) => {
        if (step === 'bringing in' && items > 150) throw new Error('the plug was pulled')
      },
    })
    await expect(cut).rejects.toThrow('plug')
    expect(rows(await move(n, file))).toEqual(
      expect.arrayContaining(['100 unchanged article', '150 new article']),
    )
  })

  test('a dry run changes nothing, and a packed file reads the same', async () => {
    const n = await open()
    const before = await everything(n)
    const packed = written(n, 'export.json.gz', gzipSync(`\ufeff${readFileSync(of(3), 'utf8')}`))
    const dry = await move(n, packed, { dryRun: true })
    expect(await everything(n)).toBe(before)
    expect(rows(await move(n, packed))).toEqual(rows(dry))
  })

  test('pictures come from a copy of content, once, whatever size is shown', async () => {
    const n = await open()
    const folder = join(n.folder, 'content')
    mkdirSync(join(folder, 'images/2020/01'), { recursive: true })
    const made = sharp({ create: { width: 900, height: 600, channels: 3, background: '#567' } })
    writeFileSync(join(folder, 'images/2020/01/bridge.jpg'), await made.jpeg().toBuffer())
    const totals = await move(n, of(3), { uploads: folder })
    expect(totals.picturesLacking).toEqual([])
    const pictures = await n.db.selectFrom('pictures').selectAll().execute()
    expect(pictures).toHaveLength(1)
    expect(pictures[0]!.alt).toBe('A bridge')
    const article = (await at(n, '/bridge'))!
    expect(article.lead).toBe(pictures[0]!.id)
    expect(JSON.stringify(article.body)).toContain('"size":"full"')
  })

  test('redirects and routes files answer the old addresses', async () => {
    const n = await open()
    const routes = written(
      n,
      'routes.yaml',
      'routes:\n  /about/:\n    template: about\n\ncollections:\n  /trade/:\n    permalink: /trade/{slug}/\n    filter: primary_tag:trade\n  /:\n    permalink: "/{primary_tag}/{year}/{slug}/"\n    template: index\n\ntaxonomies:\n  tag: /tag/{slug}/\n  author: /by/{slug}/\n',
    )
    const redirects = written(
      n,
      'redirects.json',
      JSON.stringify([
        { from: '^/old-bridge/?$', to: '/europe/2020/bridge/', permanent: true },
        { from: '^/ports/(.*)$', to: '/tag/$1' },
        { from: '/away/', to: 'https://elsewhere.example/' },
        { from: '/lost/', to: '/nowhere/' },
      ]),
    )
    const totals = await move(n, of(3), { routes, redirects })
    expect((await at(n, '/europe/2020/bridge'))!.headline).toBe('The bridge is open')
    expect((await at(n, '/trade/letter'))!.status).toBe('draft')
    const answer = await page(n, '/old-bridge/')
    expect([answer.status, answer.headers.get('location')]).toEqual([301, '/europe/2020/bridge'])
    const told = totals.things.filter(({ what }) => what === 'redirect of the redirects file')
    expect(told.map(({ fate, count }) => `${count} ${fate}`)).toEqual([
      '1 new',
      '1 left out',
      '1 left out',
      '1 left out',
    ])
    expect(rows(totals)).toContain('1 left out the route /about/')
    const again = await move(n, of(3), { routes, redirects })
    expect(rows(again)).toContain('1 unchanged redirect of the redirects file')
  })

  test('members are kept, once each, and stand in no report', async () => {
    const n = await open()
    const members = written(
      n,
      'members.csv',
      '\ufeffid,email,name,note,subscribed_to_emails,complimentary_plan,stripe_customer_id,created_at,deleted_at,labels,tiers\r\n1,Ana@Reader.example,"\'=Ana, ""the"" reader","two\nlines",true,false,cus_1,2024-01-02T03:04:05.000Z,,"VIP,early",Gold\r\n2,ana@reader.example,Twice,,false,,,,,,\r\n3,no address,,,,,,,,,\r\n',
    )
    const report = join(n.folder, 'report.json')
    const totals = await move(n, of(5), { members, report })
    expect(totals.exitCode).toBe(3)
    expect(await n.db.selectFrom('imported_members').selectAll().execute()).toEqual([
      {
        site: 'ghost 5c00000000000000000000aa',
        email: 'ana@reader.example',
        name: '=Ana, "the" reader',
        note: 'two\nlines',
        subscribed: 1,
        complimentary: 0,
        stripe_customer: 'cus_1',
        labels: 'VIP,early',
        tiers: 'Gold',
        created: '2024-01-02T03:04:05.000Z',
        deleted: '',
      },
    ])
    expect(rows(totals)).toEqual(
      expect.arrayContaining(['1 new member', '1 left out member', '1 failed member']),
    )
    expect(readFileSync(report, 'utf8')).not.toMatch(/reader\.example/i)
    expect(rows(await move(n, of(5), { members }))).toContain('1 unchanged member')
  })

  test('damaged rows are named and left out, the rest comes in', async () => {
    const n = await open()
    const row = (id: string, more = '') =>
      `{"id":"${id}","title":"T ${id}","slug":"${id}","type":"post","status":"published","html":"<p>${id}</p>"${more}}`
    const file = written(
      n,
      'damaged.json',
      `{"db":[{"data":{"posts":[${row('one')},{"id":"two","title":"unclosed},${row('three')},{"title":"no id"},${row('four', ',"__proto__":{"status":"draft"}')}],"users":[]}}]}`,
    )
    const totals = await move(n, file)
    expect(totals.exitCode).toBe(3)
    expect(totals.problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Row 2 of “posts”, at character \d+, cannot be read/),
      expect.stringMatching(/^Row 4 of “posts”, at character \d+, has no id/),
    ])
    for (const path of ['/one', '/three', '/four'])
      expect((await at(n, path))!.status).toBe('published')
    const cut = written(n, 'cut.json', `{"data":{"posts":[${row('five')},{"id":"six","ti`)
    expect((await move(n, cut)).exitCode).toBe(3)
    expect(await at(n, '/five')).toBeDefined()
  })

  test('nothing hostile survives, however it is dressed, deep or long', async () => {
    const n = await open()
    const deep = `${'{"type":"quote","children":['.repeat(10_000)}{"type":"text","text":"DEEPEST WORD"}${']}'.repeat(10_000)}`
    const hostile =
      '<img src=x onerror=alert(1)><a href="java\nscript:alert(2)">a</a><svg onload=alert(3)></svg><iframe src="https://evil.example/f"></iframe><form action="javascript:alert(4)"><input></form><p style="background:url(javascript:alert(5))">kept words</p>'
    const posts = [
      { type: 'html', html: hostile },
      {
        type: 'markdown',
        markdown: `[m](javascript:alert(6)) ![p](data:text/html,7)\n\n${hostile}`,
      },
      { type: 'callout', calloutText: hostile, calloutEmoji: '<script>alert(8)</script>' },
      { type: 'toggle', heading: hostile, content: hostile },
      { type: 'button', buttonText: 'b', buttonUrl: 'javascript:alert(9)' },
      { type: 'embed', url: 'javascript:alert(10)', html: hostile },
      {
        type: 'image',
        src: 'data:image/svg+xml,<svg onload=alert(11)>',
        caption: hostile,
        href: 'javascript:alert(12)',
      },
      {
        type: 'bookmark',
        url: 'https://ok.example/"onclick="alert(13)',
        metadata: { title: hostile },
      },
      { type: 'constructor' },
      { type: '__proto__', children: [{ type: 'text', text: 'odd' }] },
      { type: 'html', html: `<p title="${'x'.repeat(1_000_000)}">long attribute</p>` },
      deep,
    ].map((card, at) => ({
      id: `h${at}`,
      title: `<img src=x onerror=alert(${at})>`,
      slug: `h${at}`,
      status: 'published',
      lexical: `{"root":{"children":[${card === deep ? deep : JSON.stringify(card)}]}}`,
    }))
    const file = written(n, 'hostile.json', JSON.stringify({ data: { posts } }))
    const totals = await move(n, file)
    expect(totals.exitCode).toBe(0)
    for (const { slug } of posts) {
      const html = await (await page(n, `/${slug}`)).text()
      const main = html.slice(html.indexOf('<main'), html.indexOf('</main'))
      expect(main).not.toMatch(
        /<[^>]*\son\w+\s*=|(href|src|action)="?\s*java|<[^>]*evil\.example|<iframe|<svg on|<script/i,
      )
    }
    expect(JSON.stringify((await at(n, '/h0'))!.body)).toContain('kept words')
    expect(JSON.stringify((await at(n, '/h11'))!.body)).toContain('DEEPEST WORD')
    expect({}).not.toHaveProperty('status')
  })

  test('what is nested ten thousand deep, or names one card without end, is bounded and keeps its words', async () => {
    const n = await open()
    const DEEP = 10_000
    const divs = `${'<div><blockquote>'.repeat(DEEP)}DEEPEST WORD${'</blockquote></div>'.repeat(DEEP)}`
    const opened = Array.from({ length: DEEP }, () => [0, [0], 0, 'WORD '])
    const mobiledocs = {
      sections: {
        sections: [[1, 'p', [...opened, [0, [], DEEP, 'DEEPEST WORD']]]],
        markups: [['em']],
      },
      html: { sections: [[10, 0]], cards: [['html', { html: divs }]] },
      bomb: {
        sections: [
          ...Array.from({ length: DEEP }, () => [10, 0]),
          [1, 'p', [[0, [], 0, 'DEEPEST WORD']]],
        ],
        cards: [['html', { html: `<p>${'bomb '.repeat(20_000)}</p>` }]],
      },
    }
    const deepCard = `{"sections":[[10,0],[10,0],[1,"p",[[0,[],0,"DEEPEST WORD"]]]],"cards":[["html",{"html":"<p>Card</p>","x":${'['.repeat(DEEP)}${']'.repeat(DEEP)}}]]}`
    const nested = `{"sections":${'['.repeat(DEEP)}${']'.repeat(DEEP)}}`
    const posts = [
      ...Object.entries(mobiledocs).map(([slug, text]) => ({
        slug,
        mobiledoc: JSON.stringify(text),
      })),
      { slug: 'deep-card', mobiledoc: deepCard },
      { slug: 'nested', mobiledoc: nested, html: divs },
      { slug: 'plain', html: divs },
    ].map((post) => ({ id: post.slug, title: post.slug, status: 'published', ...post }))
    const began = performance.now()
    const totals = await move(n, written(n, 'deep.json', JSON.stringify({ data: { posts } })))
    expect(totals.exitCode).toBe(0)
    expect(performance.now() - began).toBeLessThan(20_000)
    for (const slug of ['sections', 'html', 'bomb', 'deep-card', 'plain']) {
      const { body } = (await at(n, `/${slug}`))!
      expect([slug, documentText(body).includes('DEEPEST WORD')]).toEqual([slug, true])
      expect([slug, JSON.stringify(body).length < 4_000_000]).toEqual([slug, true])
      expect((await page(n, `/${slug}`)).status).toBe(200)
    }
    expect((await page(n, '/nested')).status).toBe(200)
    expect(parts(totals)).toContain('left out repetition')
  })

  test('a redirects file of anchors and aliases unfolds nothing, and one of 50 MB is refused unread', async () => {
    const n = await open()
    const levels = Array.from(
      { length: 30 },
      (_, at) =>
        `l${at}: &l${at} [${Array(9)
          .fill(`*l${at - 1}`)
          .join(', ')}]`,
    )
    const merged = ['301: &all', '  /old/: /bridge/', '302:', '  <<: *all']
    const bomb = written(n, 'redirects.yaml', [...levels, ...merged].join('\n'))
    const totals = await move(n, of(3), { redirects: bomb })
    const told = totals.things.filter(({ what }) => what === 'redirect of the redirects file')
    expect(told.map(({ fate, count }) => `${count} ${fate}`)).toEqual(['1 new', '32 left out'])
    expect((await page(n, '/old/')).headers.get('location')).toBe('/bridge')
    const odd = `a${' '.repeat(4900)}b: /bridge/\n`.repeat(2000)
    const began = performance.now()
    await move(n, of(3), { redirects: written(n, 'odd.yaml', odd) })
    expect(performance.now() - began).toBeLessThan(10_000)
    const large = written(n, 'large.yaml', Buffer.alloc(50 * 1024 * 1024, '/a/: /b/\n'))
    await expect(move(n, of(3), { redirects: large })).rejects.toThrow(/is larger than 10 MB/)
    await expect(move(n, of(3), { routes: large })).rejects.toThrow(/is larger than 10 MB/)
    await expect(move(n, of(3), { redirects: n.folder })).rejects.toThrow(/cannot be opened/)
  })

  test('what is no export is refused, and says how to get one', async () => {
    const n = await open()
    await expect(move(n, written(n, 'a.json', '{"name":"package"}'))).rejects.toThrow(
      /no Ghost export/,
    )
    await expect(
      move(n, of(3), { routes: written(n, 'r.yaml', 'collections:\n  nonsense\n') }),
    ).rejects.toThrow(/routes\.yaml, line 2/)
    const long = `collections:\n  a${' '.repeat(1_000_000)}b\n`
    await expect(move(n, of(3), { routes: written(n, 'long.yaml', long) })).rejects.toThrow(
      /routes\.yaml, line 2, is longer than 5000 characters/,
    )
    await expect(
      importSite(n, { file: 'test/exports/paper.xml', members: 'members.csv' }),
    ).rejects.toThrow(/--members is for a Ghost export/)
  })
})
