import { expect, test } from 'vitest'
import { colleague } from '../../test/colleague.ts'
import { onEveryDatabase } from '../../test/newsroom.ts'
import { addPicture, editPicture } from '../media/pictures.ts'
import { uuid } from '../platform/ids.ts'
import { builtInRoles } from '../staff/permission.ts'
import { scheduleManuscript } from './advance.ts'
import { checksOf } from './checks.ts'
import { publishDue } from './due.ts'
import { copyOnto } from './manuscript.ts'
import {
  keepUpdate,
  manuscriptOf,
  openManuscript,
  readingOf,
  tidyManuscript,
} from './manuscripts.ts'
import { bodyIn } from './typed.ts'
import { draft } from './write.ts'

onEveryDatabase('an article with pictures', (open) => {
  async function begun(words: { credit?: string; licence?: string }) {
    const n = await open()
    const desk = await colleague(n, 'editor')
    let count = 0
    const add = (said: object) =>
      n.write(async (tx) => {
        const hash = String(++count).padStart(32, '0')
        const original = { hash, format: 'png', width: 9, height: 9, bytes: 9 }
        return (await addPicture(tx, original, { caption: 'Dawn', ...said }, n.now())).id
      })
    const picture = await add(words)
    const showing = (id: string) => ({
      type: 'doc' as const,
      content: [{ type: 'picture', attrs: { picture: id } }],
    })
    const article = await n.write((tx) =>
      draft(tx, { headline: 'Dam inquest opens', body: showing(picture) }, n.now(), desk.id),
    )
    await n.write((tx) => openManuscript(tx, article))
    const rewrite = async (change: object) => {
      const manuscript = await manuscriptOf(n.db, article)
      const updates: Uint8Array[] = []
      manuscript.on('update', (bytes: Uint8Array) => updates.push(bytes))
      copyOnto(manuscript, { ...(await readingOf(n.db, article)).fields, ...change })
      for (const bytes of updates)
        await n.write((tx) =>
          keepUpdate(tx, article, { id: uuid(n.now()), writtenBy: desk.id, bytes }),
        )
    }
    const publication = async () => {
      const { version } = (await desk.ask('GET', `/articles/${article}/manuscript`)).said
      return await desk.ask('POST', `/articles/${article}/publication`, {
        version,
        kind: 'update',
        note: '',
      })
    }
    return { n, desk, add, picture, article, showing, rewrite, publication }
  }

  test('goes out only once each picture has a credit and a licence; the refusal names the picture and the remedy', async () => {
    const { n, picture, publication } = await begun({})
    const said = async () => (await publication()).said
    expect(await said()).toEqual({
      code: 'articles/picture-credit',
      message:
        'The picture “Dawn” has no credit. Write in its details who made it, and publish then.',
    })
    await n.write((tx) => editPicture(tx, picture, { credit: 'Ada Haddad' }, n.now()))
    expect(await said()).toMatchObject({
      code: 'articles/picture-licence',
      message: expect.stringContaining('has no licence'),
    })
    expect((await n.app.request('/dam-inquest-opens')).status).toBe(404)
    await n.write((tx) => editPicture(tx, picture, { licence: 'CC BY 4.0' }, n.now()))
    expect((await publication()).status).toBe(200)
    expect((await n.app.request('/dam-inquest-opens')).status).toBe(200)
  })

  test('that readers have already is corrected whatever its pictures lack; a further picture must have both', async () => {
    const { n, add, picture, showing, rewrite, publication } = await begun({
      credit: 'Ada',
      licence: 'CC BY 4.0',
    })
    await publication()
    await n.write((tx) => editPicture(tx, picture, { licence: '' }, n.now()))
    await rewrite({ headline: 'Dam inquest begins' })
    expect((await publication()).status).toBe(200)
    await rewrite({ leadPictureId: await add({ credit: 'Ada' }) })
    expect((await publication()).said.code).toBe('articles/picture-licence')
    await rewrite({ leadPictureId: null, body: showing('gone') })
    expect((await publication()).said.code).toBe('articles/picture-lost')
  })

  test('whose manuscript shows a picture keeps it in the library, before and after readers have it', async () => {
    const { n, desk, add, article, rewrite, publication } = await begun({
      credit: 'Ada',
      licence: 'CC BY 4.0',
    })
    await publication()
    const next = await add({ credit: 'Ada', licence: 'CC BY 4.0' })
    await rewrite({ leadPictureId: next })
    await n.write((tx) => tidyManuscript(tx, article, n.now()))
    expect((await desk.ask('GET', `/pictures/${next}/uses`)).said).toMatchObject([
      { kind: 'manuscript', id: article, status: 'published' },
    ])
    expect((await desk.ask('DELETE', `/pictures/${next}?version=1`)).status).toBe(409)
    await publication()
    expect((await desk.ask('GET', `/pictures/${next}/uses`)).said).toMatchObject([
      { kind: 'article', id: article },
    ])
  })

  test('that is scheduled goes out without a picture that nobody has credited since', async () => {
    const { n, desk, add, picture, article, rewrite } = await begun({
      credit: 'Ada',
      licence: 'CC BY 4.0',
    })
    const actor = { id: desk.id, role: builtInRoles[1] }
    const to = new Date(n.now().getTime() + 60_000).toISOString()
    await rewrite({ leadPictureId: picture })
    await n.write((tx) => scheduleManuscript(tx, actor, article, { from: null, to }, n.now()))
    const bare = await add({})
    await rewrite({ leadPictureId: bare, standfirst: 'Not yet.' })
    await n.write((tx) => tidyManuscript(tx, article, n.now()))
    n.later(60_000)
    expect(await publishDue(n, n.now())).toEqual([article])
    const lead = async () =>
      (
        await n.db
          .selectFrom('articles')
          .select('lead_picture_id')
          .where('id', '=', article)
          .executeTakeFirstOrThrow()
      ).lead_picture_id
    expect(await lead()).toBe(picture)
    expect((await readingOf(n.db, article)).fields.leadPictureId).toBe(bare)
  })

  test('that names a lead picture which is not there goes on being stored, with the lead it had', async () => {
    const { n, article, picture, rewrite } = await begun({})
    await rewrite({ leadPictureId: picture })
    await n.write((tx) => tidyManuscript(tx, article, n.now()))
    await rewrite({ leadPictureId: 'gone', standfirst: 'After six years.' })
    await n.write((tx) => tidyManuscript(tx, article, n.now()))
    const row = await n.db
      .selectFrom('articles')
      .select(['standfirst', 'lead_picture_id'])
      .where('id', '=', article)
      .executeTakeFirst()
    expect(row).toEqual({ standfirst: 'After six years.', lead_picture_id: picture })
    expect(bodyIn(await manuscriptOf(n.db, article)).length).toBe(1)
  })
})

test('what a picture lacks is pointed out while it is written about', () => {
  const picture = { id: 'p', alt: '', caption: 'Dawn', name: '', credit: '', licence: 'CC BY' }
  const checks = checksOf({
    headline: 'Orlava votes',
    standfirst: 'Polls close at nine.',
    language: 'en',
    kind: 'news',
    categoryId: 'c',
    bylines: [{}],
    leadPictureId: 'p',
    body: { type: 'doc', content: [{ type: 'picture', attrs: { picture: 'q', alt: null } }] },
    pictures: new Map([
      ['p', { ...picture, expired: '2026-03-02T09:00:00.000Z' }],
      ['q', { ...picture, id: 'q', credit: 'Ada', alt: 'A sea', expired: null }],
    ]) as never,
  })
  expect(checks).toEqual([
    { kind: 'credit', words: 'Dawn' },
    { kind: 'expired', words: 'Dawn' },
    { kind: 'alt', words: 'Dawn' },
  ])
})
