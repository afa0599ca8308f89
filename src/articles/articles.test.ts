import { expect, test } from 'vitest'
import { onEveryDatabase, type TestNewsroom } from '../../test/newsroom.ts'
import { addCategory, addTag } from '../categories/categories.ts'
import { addContributor, editContributor } from '../contributors/contributors.ts'
import { articleForReader, articlesForReader } from './articles.ts'
import { cardsOf } from './cards.ts'
import type { ArticleDocument } from './document.ts'
import { publishDue } from './due.ts'
import { feedOf } from './feed.ts'
import { days, months, stretch } from './feeds.ts'
import { moveCategory } from './move.ts'
import { publish, schedule, withhold } from './publish.ts'
import { draft, edit } from './write.ts'

onEveryDatabase('articles', (open) => {
  const listed = async ({ db }: TestNewsroom, feed: string) => {
    const { ids } = await stretch(db, feed, 50)
    return (await cardsOf(db, ids)).map((card) => card.headline)
  }
  const write = (n: TestNewsroom, fields: Parameters<typeof draft>[1]) =>
    n.write((tx) => draft(tx, fields, n.now()))
  const out = async (n: TestNewsroom, fields: Parameters<typeof draft>[1]) => {
    const id = await write(n, fields)
    await n.write((tx) => publish(tx, id, n.now()))
    n.later(60_000)
    return id
  }

  test('an article whose headline is the newsroom’s own address gets one of its own', async () => {
    const n = await open()
    for (const headline of ['Search', 'Guest', 'Feeds'])
      expect((await n.app.request(`/${headline.toLowerCase()}-2`)).status).toBe(404)
    for (const headline of ['Search', 'Guest', 'Feeds']) {
      await out(n, { headline })
      const answer = await n.app.request(`/${headline.toLowerCase()}-2`)
      expect([headline, answer.status]).toEqual([headline, 200])
    }
  })

  test('a body that no reader may see never leaves the database', async () => {
    const n = await open()
    const body = (text: string): ArticleDocument => ({
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
    })
    const standard = await out(n, { headline: 'For all', body: body('OPEN') })
    const withheld = await out(n, { headline: 'Taken back', body: body('SECRET') })
    await n.write((tx) => withhold(tx, withheld, 'It was forged.', n.now()))
    const hidden = [
      withheld,
      await write(n, { headline: 'Draft', body: body('SECRET') }),
      await out(n, { headline: 'Premium', access: 'premium', body: body('SECRET') }),
    ]
    const seen: string[] = []
    const db = n.db.withPlugin({
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        seen.push(JSON.stringify(result.rows))
        return result
      },
    })
    for (const id of [standard, ...hidden]) await articleForReader(db, id)
    await articlesForReader(db, [standard, ...hidden])
    expect([/OPEN/, /Taken back/, /SECRET/].map((word) => word.test(seen.join()))).toEqual([
      true,
      true,
      false,
    ])
  })

  test('an article of a year that no calendar here reaches ends every list all the same', async () => {
    const n = await open()
    for (const published of ['0050-03-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z']) {
      const id = await write(n, { headline: 'Long ago' })
      await n.write((tx) => publish(tx, id, n.now(), published))
    }
    expect((await months(n.db, 'Europe/Berlin')).length).toBeGreaterThan(1)
    expect(await days(n.db, 9999, 12, 'Europe/Berlin')).toBeInstanceOf(Array)
    expect((await n.app.request('/archive')).status).toBe(200)
  })

  test('a draft is in no list; published, it is in every list it belongs in', async () => {
    const n = await open()
    const [middleEast, syria, tag, ada] = await n.write(async (tx) => {
      const parent = await addCategory(tx, { name: 'Middle East' }, n.now())
      return [
        parent,
        await addCategory(tx, { name: 'Syria', parentId: parent.id }, n.now()),
        await addTag(tx, { name: 'Ceasefire' }, n.now()),
        await addContributor(tx, { name: 'Ada Haddad' }, n.now()),
      ] as const
    })
    const id = await write(n, {
      headline: 'Town changes hands',
      categoryId: syria.id,
      tagIds: [tag.id],
      bylines: [{ contributorId: ada.id, role: 'author' }],
    })
    const feeds = [
      feedOf.front('en'),
      feedOf.category(syria.id),
      feedOf.category(middleEast.id),
      feedOf.tag(tag.id),
      feedOf.contributor(ada.id),
    ]
    for (const feed of feeds) expect(await listed(n, feed)).toEqual([])
    await n.write((tx) => publish(tx, id, n.now()))
    for (const feed of feeds) expect(await listed(n, feed)).toEqual(['Town changes hands'])
    expect((await articleForReader(n.db, id)) as object).toMatchObject({
      path: '/middle-east/syria/town-changes-hands',
    })
  })

  test('a list is walked page by page, newest first, also through articles of the same second', async () => {
    const n = await open()
    for (let at = 0; at < 7; at++) {
      const id = await write(n, { headline: `Item ${at}` })
      await n.write((tx) => publish(tx, id, n.now()))
      if (at % 3 === 0) n.later(1000)
    }
    const seen: string[] = []
    let before: Awaited<ReturnType<typeof stretch>>['older'] | undefined
    do {
      const page = await stretch(n.db, feedOf.front('en'), 2, { before: before ?? undefined })
      seen.push(...page.ids)
      before = page.older
    } while (before)
    expect(new Set(seen).size).toBe(7)
    const { ids } = await stretch(n.db, feedOf.front('en'), 50)
    expect(seen).toEqual(ids)
  })

  test('a Premium body is not handed out', async () => {
    const n = await open()
    const id = await out(n, {
      headline: 'For members',
      access: 'premium',
      body: {
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'CANARY' }] }],
      },
    })
    expect(JSON.stringify(await articleForReader(n.db, id))).not.toContain('CANARY')
  })

  test('a withheld article leaves every list and keeps its reason at its address', async () => {
    const n = await open()
    const id = await out(n, { headline: 'Unverified report' })
    await n.write((tx) => withhold(tx, id, 'A source withdrew their account.', n.now()))
    expect(await listed(n, feedOf.front('en'))).toEqual([])
    expect(await articleForReader(n.db, id)).toMatchObject({
      reason: 'A source withdrew their account.',
    })
  })

  test('an article that moves to another category leaves the lists above the former one', async () => {
    const n = await open()
    const [a, b] = await n.write(
      async (tx) =>
        [
          await addCategory(tx, { name: 'Europe' }, n.now()),
          await addCategory(tx, { name: 'Africa' }, n.now()),
        ] as const,
    )
    const id = await out(n, { headline: 'Port strike', categoryId: a.id })
    await n.write((tx) => edit(tx, id, { categoryId: b.id }, n.now()))
    expect([
      await listed(n, feedOf.category(a.id)),
      await listed(n, feedOf.category(b.id)),
    ]).toEqual([[], ['Port strike']])
  })

  test('a category that moves takes its articles along', async () => {
    const n = await open()
    const [asia, levant, syria] = await n.write(async (tx) => {
      const asia = await addCategory(tx, { name: 'Asia' }, n.now())
      const levant = await addCategory(tx, { name: 'Levant' }, n.now())
      return [
        asia,
        levant,
        await addCategory(tx, { name: 'Syria', parentId: asia.id }, n.now()),
      ] as const
    })
    await out(n, { headline: 'Ceasefire holds', categoryId: syria.id })
    await n.write((tx) => moveCategory(tx, syria.id, levant.id))
    expect([
      await listed(n, feedOf.category(asia.id)),
      await listed(n, feedOf.category(levant.id)),
    ]).toEqual([[], ['Ceasefire holds']])
    await expect(n.write((tx) => moveCategory(tx, levant.id, syria.id))).rejects.toThrow(
      'below itself',
    )
  })

  test('a scheduled article goes out once, when it is due, with the time it was due', async () => {
    const n = await open()
    const id = await write(n, { headline: 'Embargoed' })
    const due = new Date(n.now().getTime() + 60_000)
    await n.write((tx) => schedule(tx, id, due, n.now()))
    expect(await publishDue(n, n.now())).toEqual([])
    n.later(3_600_000)
    expect(await publishDue(n, n.now())).toEqual([id])
    expect(await publishDue(n, n.now())).toEqual([])
    expect(await articleForReader(n.db, id)).toMatchObject({ published: due.toISOString() })
  })

  test('a new address makes the former one redirect, and nobody can take a used one', async () => {
    const n = await open()
    const id = await out(n, { headline: 'First words', path: '/first' })
    await n.write((tx) => edit(tx, id, { path: '/second' }, n.now()))
    const other = await write(n, { headline: 'Other' })
    await expect(n.write((tx) => edit(tx, other, { path: '/second' }, n.now()))).rejects.toThrow(
      'already in use',
    )
    await expect(n.write((tx) => edit(tx, other, { path: '/archive/x' }, n.now()))).rejects.toThrow(
      'belongs to the newsroom',
    )
  })

  test('the months of the archive are cut in the newsroom’s time zone', async () => {
    const n = await open()
    const id = await write(n, { headline: 'Late at night' })
    await n.write((tx) => publish(tx, id, n.now(), '2019-04-30T22:30:00.000Z'))
    expect(await months(n.db, 'UTC')).toEqual([{ year: 2019, month: 4 }])
    expect(await months(n.db, 'Asia/Damascus')).toEqual([{ year: 2019, month: 5 }])
  })

  test('a document that is not one is refused with what is wrong, and nothing is stored', async () => {
    const n = await open()
    const body = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            {
              type: 'text',
              text: 'x',
              marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }],
            },
          ],
        },
      ],
    } as const
    await expect(
      write(n, { headline: 'Bad link', body: structuredClone(body) as never }),
    ).rejects.toThrow('body: ')
    expect(await n.db.selectFrom('articles').selectAll().execute()).toEqual([])
  })

  test('a renamed contributor is renamed on every card', async () => {
    const n = await open()
    const ada = await n.write((tx) => addContributor(tx, { name: 'Ada' }, n.now()))
    const id = await out(n, {
      headline: 'By Ada',
      bylines: [{ contributorId: ada.id, role: 'author' }],
    })
    await n.write((tx) => editContributor(tx, ada.id, { name: 'Ada Haddad' }, n.now()))
    expect((await cardsOf(n.db, [id]))[0]!.bylines[0]!.contributor.name).toBe('Ada Haddad')
  })
})
