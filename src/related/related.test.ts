import { expect, test } from 'vitest'
import { afterwards } from '../../test/background.ts'
import { onEveryDatabase, type TestNewsroom } from '../../test/newsroom.ts'
import { bring } from '../articles/bring.ts'
import type { ArticleDocument } from '../articles/document.ts'
import { blank } from '../articles/fields.ts'
import { publish, schedule, withhold } from '../articles/publish.ts'
import { draft, edit } from '../articles/write.ts'
import { addTag, editTag } from '../categories/categories.ts'
import { catchingUp } from './catch-up.ts'

const saying = (...paragraphs: string[]): ArticleDocument => ({
  type: 'doc',
  content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
})

type Fields = Parameters<typeof draft>[1]

const write = async (n: TestNewsroom, fields: Fields) => {
  const id = await n.write((tx) => draft(tx, fields, n.now()))
  n.later(60_000)
  return id
}
const out = async (n: TestNewsroom, fields: Fields, published?: string) => {
  const id = await write(n, fields)
  await n.write((tx) => publish(tx, id, n.now(), published))
  return id
}
/** What stands under an article: the headline and why. */
async function also(n: TestNewsroom, path: string) {
  const page = await (await n.app.request(path)).text()
  const section = /<section class="also.*?<\/section>/s.exec(page)?.[0] ?? ''
  return [...section.matchAll(/<h3><a[^>]*>(.*?)<\/a><\/h3><p class="why">(.*?)<\/p>/gs)].map(
    ([, headline, why]) => `${headline} · ${why!.replace(/<[^>]+>/g, '')}`,
  )
}

const levy = saying('The clerk of Lomnik wrote down what Matej Hollar owed the river.')

onEveryDatabase('you may also like', (open) => {
  test('articles that name the same people and places lead to each other and say so', async () => {
    const n = await open()
    await out(n, { headline: 'A levy', path: '/levy', body: levy })
    await out(n, {
      headline: 'A debt',
      path: '/debt',
      body: saying('They asked Matej Hollar about it, at home in Lomnik.'),
    })
    await out(n, { headline: 'Weather', path: '/weather', body: saying('It rained all week.') })
    await afterwards(n)
    expect(await also(n, '/levy')).toEqual(['A debt · Also about Lomnik, Matej Hollar'])
    expect(await also(n, '/debt')).toEqual(['A levy · Also about Lomnik, Matej Hollar'])
    expect(await also(n, '/weather')).toEqual([])
  })

  test('a reason that an edit has made untrue is not shown, before and after it is found anew', async () => {
    const n = await open()
    await out(n, { headline: 'A levy', path: '/levy', body: levy })
    const debt = await out(n, { headline: 'A debt', path: '/debt', body: levy })
    await afterwards(n)
    for (const path of ['/levy', '/debt'])
      expect((await also(n, path)).join()).toContain('Also about Lomnik, Matej Hollar')
    n.later(60_000)
    const body = saying('They asked Matej Hollar about it, at home in Vardin.')
    await n.write((tx) => edit(tx, debt, { body }, n.now()))
    for (const path of ['/levy', '/debt']) expect(await also(n, path)).toEqual([])
    await afterwards(n)
    expect(await also(n, '/levy')).toEqual(['A debt · Also about Matej Hollar'])
    expect(await also(n, '/debt')).toEqual(['A levy · Also about Matej Hollar'])
    n.later(60_000)
    await n.write((tx) => edit(tx, debt, { standfirst: 'They asked him.' }, n.now()))
    await afterwards(n)
    expect(await also(n, '/levy')).toEqual(['A debt · Also about Matej Hollar'])
  })

  test('a tag is named as it is called now', async () => {
    const n = await open()
    const tag = await n.write((tx) => addTag(tx, { name: 'Displacement' }, n.now()))
    await out(n, { headline: 'Tents', path: '/tents', tagIds: [tag.id] })
    await out(n, { headline: 'Roads', path: '/roads', tagIds: [tag.id] })
    await afterwards(n)
    expect(await also(n, '/tents')).toEqual(['Roads · Also tagged Displacement'])
    await n.write((tx) => editTag(tx, tag.id, { name: 'Flight' }, n.now()))
    expect(await also(n, '/tents')).toEqual(['Roads · Also tagged Flight'])
  })

  test('where nothing is named, the words say what is alike, in a newsroom with enough to tell', async () => {
    const n = await open()
    for (const subject of ['bread', 'snow', 'trains', 'schools', 'chess', 'wheat', 'glass', 'bees'])
      await out(n, {
        headline: `About ${subject}`,
        body: saying(`Before there was the ${subject} it was below.`),
      })
    await out(n, {
      headline: 'Upstream',
      path: '/upstream',
      body: saying('the sluice keeper opens the weir before the flood comes'),
    })
    await out(n, {
      headline: 'Downstream',
      path: '/downstream',
      body: saying('below the weir a flood once took the sluice with it'),
    })
    await afterwards(n)
    const [only, none] = await also(n, '/upstream')
    expect(none).toBeUndefined()
    expect(only).toMatch(/^Downstream · Similar text: /)
    for (const word of ['sluice', 'weir', 'flood']) expect(only).toContain(word)
  })

  test('only what readers can see, in their language, is recommended: never the article itself', async () => {
    const n = await open()
    const about = { body: levy }
    await out(n, { headline: 'The one', path: '/one', ...about })
    await out(n, { headline: 'A page', kind: 'page', path: '/page', ...about })
    await write(n, { headline: 'A draft', ...about })
    await out(n, { headline: 'Eine Abgabe', language: 'de', ...about })
    await out(n, { headline: 'British', language: 'en-GB', ...about })
    const later = await write(n, { headline: 'Scheduled', ...about })
    await n.write((tx) => schedule(tx, later, new Date(n.now().getTime() + 3_600_000), n.now()))
    await afterwards(n)
    expect((await also(n, '/one')).map((entry) => entry.split(' · ')[0])).toEqual(['British'])
  })

  test('a withheld article vanishes from under others at once, and another takes its place', async () => {
    const n = await open()
    await out(n, { headline: 'The one', path: '/one', body: levy })
    const ids: string[] = []
    for (const name of ['first', 'second', 'third', 'fourth', 'fifth'])
      ids.push(await out(n, { headline: `The ${name}`, body: levy }))
    await afterwards(n)
    const before = await also(n, '/one')
    expect(before).toHaveLength(4)
    const gone = before[0]!.split(' · ')[0]
    const { id } = await n.db
      .selectFrom('articles')
      .select('id')
      .where('headline', '=', gone!)
      .executeTakeFirstOrThrow()
    await n.write((tx) => withhold(tx, id, 'Wrong.', n.now()))
    expect(await also(n, '/one')).toEqual(before.slice(1))
    await afterwards(n)
    const after = await also(n, '/one')
    expect(after).toHaveLength(4)
    expect(after.join()).not.toContain(gone)
  })

  test('a new article is recommended under older ones, and drops no page of others', async () => {
    const n = await open()
    await out(n, { headline: 'A levy', path: '/levy', body: levy })
    await out(n, { headline: 'Weather', path: '/weather', body: saying('It rained all week.') })
    await afterwards(n)
    for (const path of ['/levy', '/weather']) await n.app.request(path)
    await out(n, { headline: 'A debt', body: saying('Matej Hollar paid in Lomnik.') })
    await afterwards(n)
    expect(n.pages.addresses()).toEqual(['/weather'])
    expect(await also(n, '/levy')).toEqual(['A debt · Also about Lomnik, Matej Hollar'])
  })

  test('nothing is learnt from a Premium body, also when it was open before', async () => {
    const n = await open()
    const id = await out(n, { headline: 'The one', path: '/one', body: levy })
    await out(n, { headline: 'The other', path: '/other', body: levy })
    await out(n, { headline: 'Closed', path: '/closed', access: 'premium', body: levy })
    await afterwards(n)
    expect(await also(n, '/closed')).toEqual([])
    expect(await also(n, '/other')).toEqual(['The one · Also about Lomnik, Matej Hollar'])
    await n.write((tx) => edit(tx, id, { access: 'premium' }, n.now()))
    for (const path of ['/one', '/other']) expect(await also(n, path)).toEqual([])
    await afterwards(n)
    for (const path of ['/one', '/other']) expect(await also(n, path)).toEqual([])
    const kept = await n.db.selectFrom('article_signatures').select('terms').execute()
    expect(kept.filter(({ terms }) => terms.includes('Hollar'))).toHaveLength(1)
  })

  test('articles of one time do not crowd out the others', async () => {
    const n = await open()
    await out(n, { headline: 'The one', path: '/one', body: levy }, '2026-02-01T09:00:00.000Z')
    for (const hour of ['10', '11', '12', '13', '14'])
      await out(n, { headline: `At ${hour}`, body: levy }, `2026-02-20T${hour}:00:00.000Z`)
    await out(n, { headline: 'Long ago', body: levy }, '2019-05-09T09:00:00.000Z')
    await afterwards(n)
    expect((await also(n, '/one')).join()).toContain('Long ago')
  })

  test('what an import brings is compared in the background, and goes on where it was killed', async () => {
    const n = await open()
    const arrival = (at: number) => ({
      ...blank,
      headline: `Letter ${at}`,
      body: saying(`Clerk number ${at % 7} of Lomnik${at % 7} wrote to Hollar${at % 7} again.`),
      language: 'en',
      status: 'published' as const,
      published: new Date(n.now().getTime() - at * 3_600_000).toISOString(),
      updated: null,
      scheduled: null,
      created: n.now().toISOString(),
      path: `/letters/${at}`,
      oldPaths: [],
    })
    await n.write((tx) =>
      bring(
        tx,
        Array.from({ length: 60 }, (_, at) => arrival(at)),
        n.now(),
      ),
    )
    await afterwards(n)
    // Signed, and resting until no more come.
    expect(await also(n, '/letters/3')).toEqual([])
    n.later(10_000)
    const compare = catchingUp(n, n.now)
    // A worker that dies in the middle has written nothing of its slice.
    const dying = { ...n, write: () => Promise.reject(new Error('killed')) }
    await expect(catchingUp(dying, n.now)()).rejects.toThrow('killed')
    await compare()
    n.pages.clear()
    for (const at of [0, 3, 59]) {
      const entries = await also(n, `/letters/${at}`)
      expect(entries).toHaveLength(4)
      for (const entry of entries) expect(entry).toContain(`Lomnik${at % 7}`)
    }
  })
})
