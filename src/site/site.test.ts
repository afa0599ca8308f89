import { expect, test } from 'vitest'
import { onEveryDatabase, type TestNewsroom } from '../../test/newsroom.ts'
import { redirectFrom } from '../addresses/addresses.ts'
import { publish } from '../articles/publish.ts'
import { draft, edit } from '../articles/write.ts'
import { addCategory } from '../categories/categories.ts'
import { addContributor } from '../contributors/contributors.ts'
import { changeNewsroom } from '../newsroom/settings.ts'

onEveryDatabase('the reader’s paper', (open) => {
  const out = async (n: TestNewsroom, fields: Parameters<typeof draft>[1], published?: string) => {
    const id = await n.write((tx) => draft(tx, fields, n.now()))
    await n.write((tx) => publish(tx, id, n.now(), published))
    n.later(60_000)
    return id
  }
  const read = async (n: TestNewsroom, path: string) => {
    const answer = await n.app.request(path, { headers: { accept: 'text/html' } })
    return { status: answer.status, headers: answer.headers, html: await answer.text() }
  }

  test('an empty newsroom says what will stand here', async () => {
    const n = await open()
    const { status, html } = await read(n, '/')
    expect([status, html.includes('The first edition is still to come')]).toEqual([200, true])
  })

  test('an article is one page at every spelling of its address, and says which is the one', async () => {
    const n = await open()
    await out(n, { headline: 'Harbour reopens', path: '/2019/05/harbour' })
    const spellings = [
      '/2019/05/harbour',
      '/2019/05/harbour/',
      '/2019/05/h%61rbour?utm_source=mail',
    ]
    const pages = await Promise.all(spellings.map((path) => read(n, path)))
    expect(new Set(pages.map(({ status, html }) => `${status} ${html}`)).size).toBe(1)
    expect(pages[0]!.html).toContain(
      '<link rel="canonical" href="https://paper.example/2019/05/harbour"',
    )
    expect(n.pages.addresses()).toEqual(['/2019/05/harbour'])
  })

  test('an address in Arabic is found, and redirects are written so that every browser follows them', async () => {
    const n = await open()
    const id = await out(n, { headline: 'قلعة المضيق', language: 'ar', path: '/سوريا/قلعة-المضيق' })
    expect(
      (await read(n, `/${encodeURIComponent('سوريا')}/${encodeURIComponent('قلعة-المضيق')}`)).html,
    ).toContain('<html lang="ar" dir="rtl"')
    await n.write((tx) => edit(tx, id, { path: '/سوريا/جديد' }, n.now()))
    const moved = await read(n, encodeURI('/سوريا/قلعة-المضيق'))
    expect([moved.status, moved.headers.get('location')]).toEqual([301, encodeURI('/سوريا/جديد')])
  })

  test('an address by number, as WordPress gives, redirects', async () => {
    const n = await open()
    const id = await out(n, { headline: 'Old news', path: '/old-news' })
    await n.write((tx) => redirectFrom(tx, 'article', [{ path: '/?p=12', thingId: id }], n.now()))
    const moved = await read(n, '/?p=12&utm_source=x')
    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/old-news'])
    expect((await read(n, '/?p=13')).status).toBe(404)
  })

  test('guests and opinion carry the newsroom’s disclaimer, whoever forgot it', async () => {
    const n = await open()
    const guest = await n.write((tx) =>
      addContributor(tx, { name: 'Guest Writer', kind: 'guest' }, n.now()),
    )
    await n.write((tx) =>
      changeNewsroom(
        tx,
        {
          disclaimers: {
            guest: { und: 'GUEST NOTE' },
            opinion: { und: 'OPINION NOTE', ar: 'ملاحظة رأي' },
          },
        },
        n.now(),
      ),
    )
    await out(n, {
      headline: 'By a guest',
      bylines: [{ contributorId: guest.id, role: 'author' }],
      path: '/guest-2',
    })
    await out(n, { headline: 'An opinion', kind: 'opinion', path: '/opinion-piece' })
    await out(n, { headline: 'رأي', kind: 'opinion', language: 'ar', path: '/ray' })
    await out(n, {
      headline: 'Translated by a guest',
      bylines: [{ contributorId: guest.id, role: 'translation' }],
      path: '/translated',
    })
    const notes = async (path: string) =>
      ['GUEST NOTE', 'OPINION NOTE', 'ملاحظة رأي'].filter(
        (
          (html) => (note: string) =>
            html.includes(note)
        )((await read(n, path)).html),
      )
    expect([
      await notes('/guest-2'),
      await notes('/opinion-piece'),
      await notes('/ray'),
      await notes('/translated'),
    ]).toEqual([['GUEST NOTE'], ['OPINION NOTE'], ['ملاحظة رأي'], []])
  })

  test('every language has its own front page, and only one that has articles', async () => {
    const n = await open()
    await out(n, { headline: 'English news' })
    expect((await read(n, '/ar')).status).toBe(404)
    await out(n, { headline: 'خبر', language: 'ar' })
    const [english, arabic] = [await read(n, '/'), await read(n, '/ar')]
    expect([
      english.html.includes('خبر'),
      arabic.html.includes('خبر'),
      arabic.html.includes('English news'),
    ]).toEqual([false, true, false])
    expect(arabic.html).toContain('dir="rtl"')
    expect(english.html).toContain('href="/ar"')
  })

  test('a list is read to its end by its links, every article once', async () => {
    const n = await open()
    const category = await n.write((tx) => addCategory(tx, { name: 'Europe' }, n.now()))
    for (let at = 0; at < 45; at++)
      await out(n, { headline: `Item number ${at}.`, categoryId: category.id })
    const seen: string[] = []
    let path: string | undefined = '/europe'
    while (path) {
      const { status, html }: { status: number; html: string } = await read(n, path)
      expect(status).toBe(200)
      expect(html).toContain(`<link rel="canonical" href="https://paper.example${path}">`)
      seen.push(...[...html.matchAll(/Item number \d+\./g)].map(([headline]) => headline))
      path = /href="(\/[^"]+before=[^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(new Set(seen).size).toBe(45)
    const last = await n.db
      .selectFrom('feed_entries')
      .select(['published', 'article_id'])
      .where('feed', '=', `category:${category.id}`)
      .orderBy('published')
      .executeTakeFirstOrThrow()
    expect((await read(n, `/europe?before=${last.published}_${last.article_id}`)).status).toBe(404)
  })

  test('the archive leads from months to days to articles in the newsroom’s time zone', async () => {
    const n = await open()
    await n.write((tx) => changeNewsroom(tx, { timezone: 'Asia/Damascus' }, n.now()))
    await out(n, { headline: 'Just after midnight', path: '/midnight' }, '2019-05-08T21:30:00.000Z')
    expect((await read(n, '/archive')).html).toContain('href="/archive/2019/05"')
    expect((await read(n, '/archive/2019/05')).html).toContain('href="/archive/2019/05/09"')
    expect((await read(n, '/archive/2019/05/09')).html).toContain('Just after midnight')
    for (const none of [
      '/archive/2019/05/08',
      '/archive/2019/06',
      '/archive/2019/13',
      '/archive/2019/02/30',
      '/archive/20190/05',
    ])
      expect([none, (await read(n, none)).status]).toEqual([none, 404])
  })

  test('what does not exist is told calmly, with a way on, and fills no memory', async () => {
    const n = await open()
    await out(n, { headline: 'Something to read' })
    const kept = n.pages.size.pages
    for (const path of [
      '/nothing',
      '/%ff',
      '/a%00b',
      '/..%2f..%2fetc/passwd',
      `/${'x'.repeat(3000)}`,
      '/wp-login.php',
    ]) {
      const { status, html, headers } = await read(n, path)
      expect([path, status]).toEqual([path, 404])
      expect(html).toContain('Something to read')
      expect(headers.get('cache-control')).toBe('no-store')
    }
    expect(n.pages.size.pages).toBe(kept)
    expect(
      await (await n.app.request('/nothing', { headers: { accept: 'application/json' } })).text(),
    ).not.toContain('<')
  })

  test('an address only answers GET and HEAD', async () => {
    const n = await open()
    await out(n, { headline: 'News', path: '/news' })
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const answer = await n.app.request('/news', { method })
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
    }
  })

  test('the headline, the title for search and the title for sharing each stand in their place, once', async () => {
    const n = await open()
    await out(n, {
      headline: 'The headline',
      seoTitle: 'The search title',
      socialTitle: 'The social title',
      path: '/titles',
    })
    const { html } = await read(n, '/titles')
    expect(html).toContain('<title>The search title – ')
    expect(html).toMatch(/<h1[^>]*>The headline<\/h1>/)
    expect(html.match(/property="og:title" content="[^"]*"/g)).toEqual([
      'property="og:title" content="The social title"',
    ])
  })

  test('a link that runs a script is refused where it is given', async () => {
    const n = await open()
    const links = [{ label: 'Web', href: 'javascript:alert(1)' }]
    await expect(
      n.write((tx) => addContributor(tx, { name: 'Ada', links }, n.now())),
    ).rejects.toThrow('cannot be linked to')
  })

  test('no headline, name or setting can leave its place in the page', async () => {
    const n = await open()
    const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    await n.write((tx) =>
      changeNewsroom(tx, { name: evil.slice(0, 80), tagline: evil, imprint: evil }, n.now()),
    )
    const [category, author] = await n.write(
      async (tx) =>
        [
          await addCategory(tx, { name: evil, description: evil }, n.now()),
          await addContributor(
            tx,
            {
              name: evil,
              biography: evil,
              links: [{ label: evil, href: 'https://a.example/"><script>' }],
            },
            n.now(),
          ),
        ] as const,
    )
    await out(n, {
      headline: evil,
      standfirst: evil,
      seoTitle: evil,
      socialTitle: evil,
      datelinePlace: evil,
      categoryId: category.id,
      bylines: [{ contributorId: author.id, role: 'author' }],
      path: '/evil',
    })
    for (const path of ['/', '/evil', category.path, author.path]) {
      const { status, html } = await read(n, encodeURI(path))
      expect([path, status]).toEqual([path, 200])
      expect(html).not.toContain('<script>alert')
      expect(html).not.toContain('<img src=x')
      expect(html).not.toContain('href="javascript:')
    }
  })
})
