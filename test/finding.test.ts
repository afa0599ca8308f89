import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { bring } from '../src/articles/bring.ts'
import { type ArticleFields, blank } from '../src/articles/fields.ts'
import { publish, withhold } from '../src/articles/publish.ts'
import { draft, edit } from '../src/articles/write.ts'
import { addCategory, addTag, editCategory } from '../src/categories/categories.ts'
import { addContributor } from '../src/contributors/contributors.ts'
import { changeNewsroom } from '../src/newsroom/settings.ts'
import { readWaiting, wait, waitingForIndex } from '../src/search/waiting.ts'
import { afterwards } from './background.ts'
import { onEveryDatabase, type TestNewsroom } from './newsroom.ts'

/** Finding things as readers do: by the page of results. */

const body = (text: string) => ({
  type: 'doc' as const,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})

onEveryDatabase('a reader who searches', (open) => {
  async function out(
    n: TestNewsroom,
    fields: Partial<ArticleFields> & { headline: string },
    published?: string,
  ) {
    const id = await n.write(async (tx) => {
      const made = await draft(tx, fields, n.now())
      await publish(tx, made, n.now(), published)
      return made
    })
    n.later(60_000)
    return id
  }

  async function results(n: TestNewsroom, address: string) {
    const answer = await n.app.request(address)
    expect(answer.status).toBe(200)
    const html = await answer.text()
    const list = /<div class="list">([\s\S]*?)<\/div>(?:<nav|<\/div>)/.exec(html)?.[1] ?? ''
    return {
      html,
      list,
      headlines: [...list.matchAll(/<h[23][^>]*>([\s\S]*?)<\/h[23]>/g)].map(([, inner]) =>
        inner!.replace(/<[^>]*>/g, ''),
      ),
      next: /<a href="([^"]*)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&'),
    }
  }

  /** A choice to narrow the results down by: where it leads, and how many there would be. */
  function choice(html: string, name: string) {
    const found = new RegExp(
      `<a href="([^"]*)"><bdi>${name}</bdi></a> <span class="number">(\\d+)</span>`,
    ).exec(html)
    return { href: found?.[1]?.replaceAll('&amp;', '&'), count: Number(found?.[2]) }
  }

  test('narrows results down by category, contributor, tag, language and date, each with its count', async () => {
    const n = await open()
    const made = await n.write(async (tx) => ({
      europe: await addCategory(tx, { name: 'Europe' }, n.now()),
      africa: await addCategory(tx, { name: 'Africa' }, n.now()),
      nadia: await addContributor(tx, { name: 'Nadia Khatib' }, n.now()),
      tag: await addTag(tx, { name: 'Recount' }, n.now()),
    }))
    await out(n, {
      headline: 'Levy one',
      categoryId: made.europe.id,
      bylines: [{ contributorId: made.nadia.id, role: 'author' }],
      tagIds: [made.tag.id],
    })
    await out(n, { headline: 'Levy two', categoryId: made.europe.id })
    await out(n, { headline: 'Levy drei', categoryId: made.africa.id, language: 'de' })
    n.later(86_400_000 * 3)
    await out(n, { headline: 'Levy late', categoryId: made.africa.id })
    await afterwards(n)
    const { html, headlines } = await results(n, '/search?q=levy')
    expect(headlines).toEqual(['Levy late', 'Levy drei', 'Levy two', 'Levy one'])
    for (const [name, count, found] of [
      ['Europe', 2, ['Levy two', 'Levy one']],
      ['Africa', 2, ['Levy late', 'Levy drei']],
      ['Nadia Khatib', 1, ['Levy one']],
      ['Recount', 1, ['Levy one']],
      ['Deutsch', 1, ['Levy drei']],
    ] as const) {
      const { href, count: said } = choice(html, name)
      expect([name, said]).toEqual([name, count])
      expect([name, (await results(n, href!)).headlines]).toEqual([name, found])
    }
    // Where as many are filed, the names decide.
    expect(html.indexOf('Africa')).toBeLessThan(html.indexOf('Europe'))
    // A search that somebody was sent still means the category after it has moved.
    await n.write((tx) => editCategory(tx, made.europe.id, { path: '/europa' }, n.now()))
    const sent = await results(n, '/search?q=levy&category=/europe')
    expect(sent.headlines).toEqual(['Levy two', 'Levy one'])
    expect(sent.html).toContain('name="category" value="/europa"')
    expect((await results(n, '/search?q=levy&from=2026-03-04')).headlines).toEqual(['Levy late'])
    expect((await results(n, '/search?q=levy&to=2026-03-03&category=/africa')).headlines).toEqual([
      'Levy drei',
    ])
  })

  test('narrows results down by year, then by month, as the newsroom’s clocks count them', async () => {
    const n = await open()
    await n.write((tx) => changeNewsroom(tx, { timezone: 'Pacific/Auckland' }, n.now()))
    for (const [headline, at] of [
      ['Levy in spring', '2024-09-10T00:00:00.000Z'],
      // Thirteen hours later it is January there.
      ['Levy on New Year’s Eve', '2024-12-31T12:00:00.000Z'],
      ['Levy in May', '2025-05-09T00:00:00.000Z'],
      ['Levy in May again', '2025-05-31T11:00:00.000Z'],
    ] as const)
      await out(n, { headline }, at)
    await afterwards(n)
    const { html } = await results(n, '/search?q=levy')
    expect([choice(html, '2025').count, choice(html, '2024').count]).toEqual([3, 1])
    const year = await results(n, choice(html, '2025').href!)
    expect(year.headlines).toEqual(['Levy in May again', 'Levy in May', 'Levy on New Year’s Eve'])
    expect(year.html).toContain('aria-label="Without 2025"')
    const may = choice(year.html, 'May 2025')
    expect([may.count, choice(year.html, 'January 2025').count]).toEqual([2, 1])
    const month = await results(n, may.href!)
    expect(month.headlines).toEqual(['Levy in May again', 'Levy in May'])
    expect(month.html).toContain('aria-label="Without May 2025"')
    expect(choice(month.html, 'May 2025').href).toBeUndefined()
  })

  test('finds what a word that is not typed to its end begins', async () => {
    const n = await open()
    await out(n, { headline: 'Parliament meets', body: body('The parliamentarians met.') })
    for (let number = 1; number <= 24; number++)
      await out(n, { headline: `Parliament, day ${number}` })
    // "Parliam" would be a form of this, which must not hide the others.
    await out(n, { headline: 'Parliamed' })
    await afterwards(n)
    const { html, headlines, next } = await results(n, '/search?q=parliam')
    expect([headlines.length, html.includes('26 articles')]).toEqual([20, true])
    expect(html).toContain('<mark>Parliament</mark>')
    expect(html).not.toContain('class="meant"')
    const more = await results(n, next!)
    expect(new Set([...headlines, ...more.headlines]).size).toBe(26)
    expect((await results(n, '/search?q=meets+parl')).headlines).toEqual(['Parliament meets'])
    // A word that there is stays the word that was meant, and too little begins too much.
    expect((await results(n, '/search?q=day')).headlines).toHaveLength(20)
    for (const none of ['pa', '"parliam"', 'parliam+-meets+unheard'])
      expect([none, (await results(n, `/search?q=${none}`)).headlines.length]).toEqual([none, 0])
  })

  test('sees the words marked where they stand, and nothing of an article becomes markup', async () => {
    const n = await open()
    await out(n, {
      headline: 'Rivers <b>rise</b>',
      body: body(`${'Before. '.repeat(80)}The dam <script>alert(1)</script> held the river back.`),
    })
    await afterwards(n)
    const { list } = await results(n, '/search?q=dam+%3Cscript%3E')
    expect(list).toContain('<mark>dam</mark>')
    expect(list).toContain('&lt;b>rise&lt;/b>'.replaceAll('>', '&gt;'))
    expect(list).not.toMatch(/<script>|<b>/)
  })

  test('is told what may have been meant', async () => {
    const n = await open()
    await out(n, { headline: 'Parliament meets', body: body('The parliament met.') })
    await afterwards(n)
    const { html } = await results(n, '/search?q=parliamant')
    expect(html).toMatch(/<p class="meant">.*>parliament</)
  })

  test('turns pages without missing or seeing twice what is published meanwhile', async () => {
    const n = await open()
    for (let number = 1; number <= 45; number++) await out(n, { headline: `Ferry ${number}` })
    await afterwards(n)
    for (const sort of ['', '&sort=date']) {
      const seen: string[] = []
      let at: string | undefined = `/search?q=ferry${sort}`
      while (at) {
        const { headlines, next } = await results(n, at)
        seen.push(...headlines)
        await out(n, { headline: 'Ferry between' })
        await afterwards(n)
        at = next
      }
      const old = seen.filter((headline) => /\d/.test(headline))
      expect([sort, new Set(old).size, old.length]).toEqual([sort, 45, 45])
    }
  })

  test('finds a phrase of common words wherever it stands, and is not told a number that is not so', async () => {
    const n = await open()
    const all = 5000
    // Met more often at one time than at others.
    const isMet = (number: number) => number % (number >= 96 && number < 400 ? 4 : 16) === 0
    const began = n.now().getTime()
    const arrivals = Array.from({ length: all }, (_, number) => {
      const published = new Date(began - number * 60_000).toISOString()
      return {
        ...blank,
        headline: `Number ${number}`,
        body: body(isMet(number) ? 'Open border.' : 'Border open.'),
        status: 'published' as const,
        published,
        updated: null,
        scheduled: null,
        created: published,
        path: `/old/${number}`,
        oldPaths: [],
      }
    })
    await n.write((tx) => bring(tx, arrivals, n.now()))
    await n.write((tx) =>
      tx.updateTable('events').set({ dispatched: n.now().toISOString() }).execute(),
    )
    const ids = await n.db.selectFrom('articles').select('id').execute()
    await n.write((tx) =>
      wait(
        tx,
        ids.map(({ id }) => id),
      ),
    )
    while ((await waitingForIndex(n.db)) > 0) await readWaiting(n)
    if (n.kind === 'postgres') await sql`analyze search_entries`.execute(n.db)
    // Taken back a moment ago, and in the index still.
    const takenBack = [arrivals[100]!, arrivals[120]!]
    for (const { path } of takenBack) {
      const { id } = await n.db
        .selectFrom('articles')
        .select('id')
        .where('path', '=', path)
        .executeTakeFirstOrThrow()
      await n.write((tx) => withhold(tx, id, 'It named somebody.', n.now()))
    }

    const wanted = arrivals
      .filter((one, number) => isMet(number) && !takenBack.includes(one))
      .map(({ headline }) => headline)

    const seen: string[] = []
    let at: string | undefined = '/search?q="open+border"'
    while (at) {
      const { html, headlines, next } = await results(n, at)
      const [, more, count] = /role="status">(More than )?(\d+) articles/.exec(html)!
      if (more) expect(Number(count)).toBeLessThan(wanted.length)
      else expect(Number(count)).toBe(wanted.length)
      seen.push(...headlines)
      at = next
    }
    expect(seen).toEqual(wanted)
  }, 90_000)

  test('finds what an import brought', async () => {
    const n = await open()
    const published = n.now().toISOString()
    await n.write((tx) =>
      bring(
        tx,
        [1, 2, 3].map((number) => ({
          ...blank,
          headline: `Brought ${number}`,
          body: body('From the old site.'),
          status: 'published' as const,
          published,
          updated: null,
          scheduled: null,
          created: published,
          path: `/old/${number}`,
          oldPaths: [],
        })),
        n.now(),
      ),
    )
    await afterwards(n)
    expect((await results(n, '/search?q="old+site"')).headlines.length).toBe(3)
  })

  test('never finds what no reader may see, by any word of it', async () => {
    const n = await open()
    await n.write((tx) => draft(tx, { headline: 'Quillon drafted' }, n.now()))
    await out(n, {
      headline: 'For members',
      access: 'premium',
      body: body('The quillon was paid for.'),
    })
    const withheld = await out(n, { headline: 'Quillon withheld' })
    const edited = await out(n, { headline: 'Quillon edited away' })
    await afterwards(n)
    expect((await results(n, '/search?q=quillon')).headlines).toEqual([
      'Quillon edited away',
      'Quillon withheld',
    ])
    await n.write((tx) => withhold(tx, withheld, 'It named somebody.', n.now()))
    // At once, before anything in the background has been done.
    expect((await results(n, '/search?q=quillon')).headlines).toEqual(['Quillon edited away'])
    await n.write((tx) => edit(tx, edited, { headline: 'Something else' }, n.now()))
    await afterwards(n)
    const { html, headlines } = await results(n, '/search?q=quillon')
    expect(headlines).toEqual([])
    expect(html).not.toContain('paid for')
    for (const misspelt of ['quilon', 'quillom'])
      expect((await results(n, `/search?q=${misspelt}`)).html).not.toContain('>quillon<')
  })

  test('gets an answer whatever is asked', async () => {
    const n = await open()
    await out(n, { headline: 'Budget passed', body: body('The levy on the river, "again".') })
    await afterwards(n)
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom('"', '-', '*', 'OR', ' ', 'budget', 'b*', '北京', '-"', 'NEAR(', '\u0000'),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 40 }),
        fc.record({
          after: fc.string(),
          from: fc.string(),
          category: fc.string(),
          language: fc.string(),
        }),
        async (pieces, others) => {
          const parameters = new URLSearchParams({ q: pieces.join(''), ...others })
          const { status } = await n.app.request(`/search?${parameters}`)
          expect(status).toBe(200)
        },
      ),
      { numRuns: 60 },
    )
    const long = await n.app.request(`/search?q=${'word+'.repeat(2000)}`)
    expect(long.status).toBe(200)
  })
})
