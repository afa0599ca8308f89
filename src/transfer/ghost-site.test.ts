import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { onEveryDatabase, type TestNewsroom } from '../../test/newsroom.ts'
import { hrefOf } from '../addresses/address.ts'
import { addressAt } from '../addresses/addresses.ts'
import { editContributor } from '../contributors/contributors.ts'
import { newsroomNow } from '../newsroom/settings.ts'
import { importSite } from './import.ts'
import type { Totals } from './report.ts'
import type { ImportOptions } from './run.ts'

type Row = Record<string, unknown>
type Tables = Record<string, Row[]>

const words = (text: string) => ({ type: 'paragraph', children: [{ type: 'text', text }] })
const lexical = (...children: object[]) => JSON.stringify({ root: { children } })
const post = (id: string, more: Row = {}) => ({
  id,
  title: id,
  slug: id,
  status: 'published',
  published_at: '2024-03-31 23:30:00',
  lexical: lexical(words('Some words')),
  ...more,
})
const image = (name: string) => `__GHOST_URL__/content/images/${name}`

/** What a whole Ghost site has beside its texts: people, settings, files, redirects, members. */
onEveryDatabase('moving a whole site in from Ghost', (open) => {
  const written = (n: TestNewsroom, name: string, text: string) => {
    const file = join(n.folder, name)
    writeFileSync(file, text)
    return file
  }
  const move = (n: TestNewsroom, data: Tables, options: Partial<ImportOptions> = {}) =>
    importSite(n, {
      file: written(
        n,
        'site.json',
        JSON.stringify({ db: [{ meta: { version: '6.65.0' }, data }] }),
      ),
      site: 'https://quay.example',
      ...options,
    })
  /** A copy of the site's content folder with these pictures. */
  const content = async (n: TestNewsroom, ...names: string[]) => {
    mkdirSync(join(n.folder, 'content/images'), { recursive: true })
    for (const [at, name] of names.entries()) {
      const background = { r: 40 * at, g: 80, b: 120 }
      const made = sharp({ create: { width: 60, height: 40, channels: 3, background } })
      writeFileSync(join(n.folder, 'content/images', name), await made.png().toBuffer())
    }
    return join(n.folder, 'content')
  }
  const rows = (totals: Totals) =>
    totals.things.map(({ fate, what, count }) => `${count} ${fate} ${what}`)
  const parts = (totals: Totals) => totals.parts.map(({ fate, what }) => `${fate} ${what}`)
  const html = async (n: TestNewsroom, path: string) => {
    const page = await (await n.app.request(`https://paper.example${path}`)).text()
    return page.slice(page.indexOf('<main'), page.indexOf('</main'))
  }
  const title = (value: string) => [{ id: 's1', key: 'title', value }]

  test('every row of every table is in the account, those of tables that nobody knows too', async () => {
    const n = await open()
    const data: Tables = {
      posts: [
        post('one'),
        post('two', { type: 'page' }),
        post('three', { status: 'draft' }),
        post('four', { status: 'sent' }),
      ],
      posts_tags: [
        { post_id: 'one', tag_id: 't1' },
        { post_id: 'one', tag_id: 'gone' },
      ],
      posts_authors: [{ post_id: 'one', author_id: 'gone' }],
      tags: [
        { id: 't1', name: 'Ports', slug: 'ports', feature_image: image('t.png') },
        { id: 't2', name: 'Gulls', slug: 'gulls' },
        { id: 't3', name: '#mark', slug: 'hash-mark' },
      ],
      users: [{ id: 'u1', name: 'Ada', slug: 'ada' }],
      settings: [
        ...title('The Quay'),
        { key: 'locale', value: 'en' },
        { key: 'labs', value: '{}' },
      ],
      products: [{ id: 'x' }, { id: 'y' }],
      roles: [{ id: 'x' }],
      unheard_of: [{ id: 'x' }, { id: 'y' }, { id: 'z' }],
    }
    for (const first of [true, false]) {
      const totals = await move(n, data)
      const counted = (what: RegExp) =>
        totals.things.reduce((sum, row) => sum + (what.test(row.what) ? row.count : 0), 0)
      expect(counted(/article|page/)).toBe(data.posts!.length)
      expect(counted(/^(category|tag|term of .*)$/)).toBe(data.tags!.length)
      expect(counted(/^author$/)).toBe(data.users!.length)
      for (const table of ['settings', 'products', 'roles', 'unheard_of'])
        expect([table, counted(new RegExp(`^row of ${table}$`))]).toEqual([
          table,
          data[table]!.length,
        ])
      expect(rows(totals)).toEqual(
        expect.arrayContaining([
          `2 ${first ? 'converted' : 'left out'} row of settings`,
          '1 left out row of posts_tags',
          '1 left out row of posts_authors',
          '1 left out picture of a tag',
        ]),
      )
    }
  })

  test('an article at an address of the newsroom’s own is beside it, and the report says where', async () => {
    const n = await open()
    const posts = ['pictures', 'search', 'open'].map((id) => post(id))
    const totals = await move(n, { posts, settings: title('The Quay') })
    expect(totals.moved).toEqual([
      { from: '/pictures', to: '/pictures-2' },
      { from: '/search', to: '/search-2' },
    ])
    expect(await html(n, '/pictures-2')).toContain('Some words')
    const routes = written(
      n,
      'routes.yaml',
      'collections:\n  /desk/:\n    permalink: /desk/{slug}/\n',
    )
    const further = { posts: [post('inside')], settings: title('The Quay') }
    expect((await move(n, further, { routes })).moved).toEqual([
      { from: '/desk/inside', to: '/inside' },
    ])
    expect(await html(n, '/inside')).toContain('Some words')
  })

  test('a page that hid its title and picture shows the one and keeps the other for other sites', async () => {
    const n = await open()
    const hiding = { type: 'page', show_title_and_feature_image: 0 }
    const totals = await move(
      n,
      {
        posts: [
          post('imprint', { ...hiding, feature_image: image('quay.png') }),
          post('about', { ...hiding, feature_image: image('quay.png') }),
        ],
        posts_meta: [{ post_id: 'about', og_image: image('shared.png') }],
      },
      { uploads: await content(n, 'quay.png', 'shared.png') },
    )
    const shown = await html(n, '/imprint')
    expect(shown).toContain('imprint</h1>')
    expect(shown).not.toContain('<img')
    const head = await (await n.app.request('https://paper.example/imprint')).text()
    expect(head).toMatch(/property="og:image" content="https:\/\/paper\.example\/pictures\//)
    expect(parts(totals)).toEqual(
      expect.arrayContaining([
        'left out hidden title of a page',
        'left out hidden picture of a page',
      ]),
    )
  })

  test('what tags and authors say beside their names is in the account', async () => {
    const n = await open()
    const totals = await move(n, {
      posts: [post('one')],
      tags: [
        {
          id: 't1',
          name: 'Ports',
          slug: 'ports',
          meta_description: 'm',
          codeinjection_head: '<b>',
        },
      ],
      users: [{ id: 'u1', name: 'Ada', slug: 'ada', location: 'Lisbon', meta_title: 'A' }],
    })
    expect(rows(totals)).toEqual(
      expect.arrayContaining([
        '1 left out tag’s words for machines',
        '1 left out code injection of a tag',
        '1 left out place of an author',
        '1 left out author’s words for machines',
      ]),
    )
  })

  test('the site’s look, its second menu and its people’s faces come along, also in a later run', async () => {
    const n = await open()
    const data: Tables = {
      posts: [post('imprint', { type: 'page' }), post('one')],
      tags: [{ id: 't1', name: 'Ports', slug: 'ports' }],
      posts_tags: [{ post_id: 'one', tag_id: 't1' }],
      users: [
        {
          id: 'u1',
          name: 'Ana',
          slug: 'ana',
          profile_image: image('ana.png'),
          website: 'https://ana.example',
          twitter: '@ana',
          mastodon: '@ana@social.example',
          facebook: 'javascript:alert(1)',
          linkedin: 'a b"onclick=',
        },
      ],
      settings: [
        ...title('The Quay'),
        { key: 'timezone', value: 'Europe/Berlin' },
        { key: 'accent_color', value: '#ffdd00' },
        { key: 'logo', value: image('logo.png') },
        {
          key: 'navigation',
          value: JSON.stringify([
            { label: 'Ports', url: '__GHOST_URL__/tag/ports/' },
            { label: 'First', url: '/one/' },
          ]),
        },
        {
          key: 'secondary_navigation',
          value: JSON.stringify([
            { label: 'Imprint', url: '/imprint/' },
            { label: 'Sign up', url: '#/portal/' },
          ]),
        },
      ],
    }
    const totals = await move(n, data, { uploads: await content(n, 'logo.png') })
    const newsroom = await newsroomNow(n.db)
    expect(newsroom).toMatchObject({
      name: 'The Quay',
      timezone: 'Europe/Berlin',
      navigation: [
        { label: 'First', href: '/one', at: 'head' },
        { label: 'Imprint', href: '/imprint', at: 'foot' },
      ],
    })
    expect(newsroom.logo).not.toBe(null)
    // Words in yellow cannot be read on paper, but at night they can.
    expect(newsroom.colours.accent).not.toBe('#ffdd00')
    expect(newsroom.colours.accentDark).toBe('#ffdd00')
    const entries = totals.things.filter(({ what }) => what === 'menu item')
    expect(entries.map(({ fate, count }) => `${count} ${fate}`).sort()).toEqual([
      '1 converted',
      '1 left out',
      '2 kept',
    ])
    const ana = () => n.db.selectFrom('contributors').selectAll().executeTakeFirstOrThrow()
    expect([(await ana()).picture_id, JSON.parse((await ana()).links)]).toEqual([
      null,
      [
        { label: 'ana.example', href: 'https://ana.example' },
        { label: 'X', href: 'https://x.com/ana' },
        { label: 'Mastodon', href: 'https://social.example/@ana' },
      ],
    ])
    const uploads = await content(n, 'ana.png')
    expect(rows(await move(n, data, { uploads, dryRun: true }))).toContain('1 changed author')
    expect((await ana()).picture_id).toBe(null)
    expect(rows(await move(n, data, { uploads }))).toContain('1 changed author')
    const { id, picture_id: face } = await ana()
    expect(face).not.toBe(null)
    // An editor takes it away: it stays away.
    await n.write((tx) => editContributor(tx, id, { pictureId: null }, n.now()))
    expect(rows(await move(n, data, { uploads }))).toContain('1 unchanged author')
    expect((await ana()).picture_id).toBe(null)
  })

  test('a dated address has the day of its site, and a feature picture the words of its own post', async () => {
    const n = await open()
    const data: Tables = {
      posts: [
        post('shown', { lexical: lexical({ type: 'image', src: image('quay.png') }) }),
        post('first', { feature_image: image('quay.png') }),
        post('second', { feature_image: image('quay.png') }),
      ],
      posts_meta: [
        {
          post_id: 'first',
          feature_image_alt: 'The quay',
          feature_image_caption: 'At <b>dusk</b>',
        },
        { post_id: 'second', feature_image_caption: 'At dawn', meta_description: 'For machines' },
      ],
      settings: [...title('The Quay'), { key: 'timezone', value: 'Europe/Berlin' }],
    }
    const routes = written(
      n,
      'routes.yaml',
      'collections:\n  /:\n    permalink: /{year}/{month}/{day}/{slug}/\n',
    )
    const totals = await move(n, data, { routes, uploads: await content(n, 'quay.png') })
    expect(await addressAt(n.db, '/2024/04/01/first')).toBeDefined()
    expect(await n.db.selectFrom('pictures').select(['alt', 'caption']).execute()).toEqual([
      { alt: 'The quay', caption: 'At dusk' },
    ])
    expect(parts(totals)).toEqual(
      expect.arrayContaining([
        'left out words of a feature picture',
        'left out description for other sites',
      ]),
    )
    expect(totals.parts.find(({ what }) => /words of a feature/.test(what))!.count).toBe(1)
  })

  test('links to files that do not move keep their whole address, and the report names each', async () => {
    const n = await open()
    const link = (url: string) => ({
      type: 'paragraph',
      children: [{ type: 'link', url, children: [{ type: 'text', text: 'there' }] }],
    })
    const pdf = '__GHOST_URL__/content/files/2024/contract.pdf'
    const report = join(n.folder, 'report.json')
    const totals = await move(
      n,
      { posts: [post('one', { lexical: lexical(link(pdf), link('__GHOST_URL__/two/')) })] },
      { report },
    )
    const page = await html(n, '/one')
    expect(page).toContain('href="https://quay.example/content/files/2024/contract.pdf"')
    expect(page).toContain('href="/two/"')
    const file = totals.things.find(({ what }) => what === 'attachment: no picture')!
    expect([file.count, file.fate, file.examples[0]!.title]).toEqual([
      1,
      'left out',
      'contract.pdf',
    ])
  })

  test('a redirect to a redirect further down leads there at once, and a second run changes nothing', async () => {
    const n = await open()
    const redirects = written(
      n,
      'redirects.json',
      JSON.stringify([
        { from: '/oldest/', to: '/older/' },
        { from: '/older/', to: '/old/#part' },
        { from: '/old/', to: '/one/' },
        { from: '/round/', to: '/about/' },
        { from: '/about/', to: '/round/' },
      ]),
    )
    const told = (totals: Totals) =>
      totals.things
        .filter(({ what }) => what === 'redirect of the redirects file')
        .map(({ fate, count }) => `${count} ${fate}`)
        .sort()
    expect(told(await move(n, { posts: [post('one')] }, { redirects }))).toEqual([
      '1 new',
      '2 left out',
      '2 new',
    ])
    for (const path of ['/oldest/', '/older/', '/old/'])
      expect((await n.app.request(path)).headers.get('location')).toBe('/one')
    expect(told(await move(n, { posts: [post('one')] }, { redirects }))).toEqual([
      '2 left out',
      '3 unchanged',
    ])
  })

  test('of a member who stands in the file twice, a thousand lines apart, the first counts every time', async () => {
    const n = await open()
    const line = (at: number) => `reader${at}@reader.example,Reader ${at}`
    const members = written(
      n,
      'members.csv',
      [
        'email,name',
        ...Array.from({ length: 1000 }, (_, at) => line(at)),
        'Reader3@reader.example,Twice',
      ].join('\n'),
    )
    const data = { posts: [post('one')], settings: title('The Quay') }
    expect(rows(await move(n, data, { members }))).toEqual(
      expect.arrayContaining(['1000 new member', '1 left out member']),
    )
    const again = rows(await move(n, data, { members }))
    expect(again).toEqual(expect.arrayContaining(['1000 unchanged member', '1 left out member']))
    const { name } = await n.db
      .selectFrom('imported_members')
      .select('name')
      .where('email', '=', 'reader3@reader.example')
      .executeTakeFirstOrThrow()
    expect(name).toBe('Reader 3')
  })

  test('no slug and no title, however odd, keeps the rest of a site out', async () => {
    const n = await open()
    const odd = [
      'a?b',
      '#',
      '%',
      '../../passwd',
      '<img src=x onerror=alert(1)>',
      '\u0000',
      ' ',
      '/',
    ]
    const totals = await move(n, {
      posts: odd.map((slug, at) => post(`p${at}`, { slug, title: [' ', '\ufeff', slug][at % 3]! })),
      tags: odd.map((slug, at) => ({ id: `t${at}`, name: slug, slug, description: slug })),
      posts_tags: odd.map((_, at) => ({ post_id: `p${at}`, tag_id: `t${at}` })),
      users: odd.map((slug, at) => ({ id: `u${at}`, name: slug, slug, website: slug })),
      posts_authors: odd.map((_, at) => ({ post_id: `p${at}`, author_id: `u${at}` })),
      settings: [
        ...title('The Quay'),
        { key: 'timezone', value: '../etc/passwd' },
        { key: 'accent_color', value: 'red;}</style>' },
        { key: 'logo', value: 'javascript:1' },
      ],
    })
    expect([totals.exitCode, totals.problems]).toEqual([0, []])
    const addresses = await n.db
      .selectFrom('addresses')
      .select('path')
      .where('retired', 'is', null)
      .execute()
    for (const { path } of addresses) {
      const answer = await n.app.request(`https://paper.example${hrefOf(path)}`)
      expect([path, answer.status]).toEqual([path, 200])
      expect(await answer.text()).not.toMatch(/<img[^>]*onerror|red;/)
    }
    expect(addresses.filter(({ path }) => path.includes('passwd')).length).toBeGreaterThan(0)
  })

  test('cards lose neither their picture nor their words', async () => {
    const n = await open()
    const cards = [
      { type: 'header', header: 'Head', backgroundImageSrc: image('quay.png') },
      {
        type: 'bookmark',
        url: 'https://there.example/page',
        metadata: { title: 'There', description: 'What it says & means' },
        caption: 'Our <a href="https://ours.example/">words</a>',
      },
      {
        type: 'embed',
        url: 'https://twitter.com/ana/status/1',
        embedType: 'twitter',
        html: '<blockquote class="twitter-tweet"><p>The quay is closed</p></blockquote><script src="//x"></script>',
      },
      {
        type: 'markdown',
        markdown:
          '| Port | Ships |\n|:-----|------:|\n| Aden \\| Bay | **3** |\n| Ras <img src=x onerror=alert(1)> |\n\nAfter | it',
      },
    ]
    await move(
      n,
      { posts: [post('one', { lexical: lexical(...cards) })] },
      { uploads: await content(n, 'quay.png') },
    )
    const page = await html(n, '/one')
    expect(page).toMatch(/<img[^>]*>.*Head/s)
    expect(page).toMatch(
      /There<.*What it says &amp; means<br>Our <a href="https:\/\/ours\.example\/"/s,
    )
    expect(page).toMatch(
      /href="https:\/\/twitter\.com\/ana\/status\/1".*<figcaption>The quay is closed/s,
    )
    expect(page).toMatch(/<th[^>]*>.*Port.*<td[^>]*>.*Aden \| Bay.*<strong>3<\/strong>.*Ras/s)
    expect(page).toContain('<p>After | it</p>')
    expect(page).not.toMatch(/onerror|alert/)
  })

  test('what its letters say to run from right to left does so, whatever the site calls it', async () => {
    const n = await open()
    const totals = await move(n, {
      posts: [
        post('english', {
          lexical: lexical(words('قالت لجنة الميناء'), words('الجزيرة said so on Thursday')),
        }),
        post('arabic', { title: 'عنوان بالعربية' }),
        post('persian', { title: 'گزارش بندر' }),
        post('hebrew', { title: 'הנמל נסגר' }),
        post('named', { title: 'عنوان بالعربية', locale: 'ur' }),
      ],
      settings: [...title('The Quay'), { key: 'locale', value: 'en' }],
    })
    const articles = await n.db
      .selectFrom('articles')
      .select(['path', 'language', 'direction'])
      .orderBy('path')
      .execute()
    expect(articles.map(({ path, language, direction }) => [path, language, direction])).toEqual([
      ['/arabic', 'ar', 'rtl'],
      ['/english', 'en', 'ltr'],
      ['/hebrew', 'he', 'rtl'],
      ['/named', 'ur', 'rtl'],
      ['/persian', 'fa', 'rtl'],
    ])
    const page = await html(n, '/english')
    expect(page).toContain('<p dir="rtl">قالت لجنة الميناء</p>')
    expect(page).toContain('<p>الجزيرة said so on Thursday</p>')
    expect(rows(totals).filter((row) => /language/.test(row))).toEqual([
      '1 converted language',
      '1 converted language',
      '1 converted language',
    ])
  })
})
