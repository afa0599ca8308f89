import sharp from 'sharp'
import { expect, test } from 'vitest'
import { encodeStateAsUpdate, encodeStateVector } from 'yjs'
import { afterwards } from '../../test/background.ts'
import { colleague } from '../../test/colleague.ts'
import { onEveryDatabase, type TestNewsroom } from '../../test/newsroom.ts'
import { addressAt } from '../addresses/addresses.ts'
import { keepUpdate, manuscriptOf, openManuscript, readingOf } from '../articles/manuscripts.ts'
import { publish } from '../articles/publish.ts'
import { setField } from '../articles/typed.ts'
import { draft, edit, load } from '../articles/write.ts'
import { addContributor } from '../contributors/contributors.ts'
import { keepOriginal } from '../media/originals.ts'
import { addPicture } from '../media/pictures.ts'
import { uuid } from '../platform/ids.ts'

onEveryDatabase('contributors', (open) => {
  const read = async (n: TestNewsroom, path: string) => {
    const answer = await n.app.request(path)
    return { status: answer.status, text: await answer.text() }
  }
  const portrait = async (n: TestNewsroom, background: string, words: object) => {
    const plain = { create: { width: 90, height: 90, channels: 3 as const, background } }
    const original = await keepOriginal(n.files, await sharp(plain).png().toBuffer())
    return await n.write((tx) => addPicture(tx, original, words, n.now()))
  }

  test('a reporter names an author whom nobody knows yet; an editor says who that is', async () => {
    const n = await open()
    const reporter = await colleague(n, 'reporter', 'Rana Khatib')
    const editor = await colleague(n, 'editor', 'Ada Haddad')
    const { said: made } = await reporter.ask('POST', '/contributors', { name: 'Ben Orlan' })
    const id = await n.write((tx) =>
      draft(
        tx,
        {
          headline: 'The valley below',
          bylines: [{ contributorId: made.id, role: 'author' }],
        },
        n.now(),
      ),
    )
    expect((await read(n, '/contributors/ben-orlan')).status).toBe(404)
    await n.write((tx) => publish(tx, id, n.now()))
    expect((await read(n, '/contributors/ben-orlan')).text).toContain('The valley below')

    const [known] = (await editor.ask('GET', '/settings/contributors?search=orl')).said
    const { id: _, version, ...fields } = known
    const picture = await portrait(n, '#888', { alt: 'Ben Orlan' })
    n.later(1000)
    const change = (changes: object, seen = version) =>
      editor.ask('PUT', `/settings/contributors/${made.id}`, {
        version: seen,
        contributor: { ...fields, ...changes },
      })
    expect((await change({ pictureId: picture.id })).said.code).toBe('contributors/portrait')
    const links = [{ label: 'Elsewhere', href: 'javascript:alert(1)' }]
    expect((await change({ links })).said.code).toBe('contributors/link')
    const credited = await portrait(n, '#800', { credit: 'Ada Haddad', licence: 'Own' })
    const said = {
      biography: 'Ben Orlan farms below the dam.',
      path: '/people/ben',
      kind: 'guest',
      pictureId: credited.id,
    }
    expect((await change(said)).status).toBe(204)
    expect((await change(said)).status).toBe(409)
    const page = await read(n, '/people/ben')
    for (const words of [said.biography, 'Portrait: ', 'Ada Haddad · Own', credited.hash])
      expect(page.text).toContain(words)
    expect((await read(n, `/pictures/${credited.hash}/90.webp`)).status).toBe(200)
    expect((await read(n, '/the-valley-below')).text).toContain(said.biography)
    const moved = await n.app.request('/contributors/ben-orlan')
    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/people/ben'])

    const root = await colleague(n, 'administrator', 'Root')
    const log = (await root.ask('GET', '/audit?room=contributor')).said
    expect(
      log.map(({ type, actor }: { type: string; actor: { name: string } }) => [type, actor.name]),
    ).toEqual([
      ['contributor.edited', 'Ada Haddad'],
      ['contributor.added', 'Rana Khatib'],
    ])
  })

  const written = async (
    n: TestNewsroom,
    headline: string,
    bylines: { contributorId: string; role: 'author' | 'translation' }[],
  ) => {
    const id = await n.write((tx) => draft(tx, { headline, bylines }, n.now()))
    await n.write((tx) => publish(tx, id, n.now()))
    return id
  }
  const add = (n: TestNewsroom, name: string, more = {}) =>
    n.write((tx) => addContributor(tx, { name, ...more }, n.now()))

  test('two contributors who are one person become one, everywhere, and the log says who made them so', async () => {
    const n = await open()
    const editor = await colleague(n, 'editor', 'Ada Haddad')
    const once = await add(n, 'Mira Saleh', { biography: 'First words.' })
    const again = await add(n, 'Mira A. Saleh', { biography: 'Better words.' })
    const one = await written(n, 'Harbour', [{ contributorId: once.id, role: 'author' }])
    n.later(1000)
    await written(n, 'Valley', [
      { contributorId: once.id, role: 'author' },
      { contributorId: again.id, role: 'author' },
      { contributorId: again.id, role: 'translation' },
    ])
    // One article is open at the desk with words that readers do not have; the other is not.
    await n.write((tx) => openManuscript(tx, one))
    await n.write(async (tx) => {
      const manuscript = await manuscriptOf(tx, one)
      const before = encodeStateVector(manuscript)
      setField(manuscript, 'standfirst', 'Not out yet.')
      const bytes = encodeStateAsUpdate(manuscript, before)
      await keepUpdate(tx, one, { id: uuid(n.now()), writtenBy: editor.id, bytes })
    })
    await afterwards(n)
    for (const path of [once.path, again.path, '/harbour', '/valley', '/search?q=better'])
      await read(n, path)

    const [{ version }] = (await editor.ask('GET', '/settings/contributors?search=mira%20sal')).said
    const merge = (seen: string, into: string) =>
      editor.ask('POST', `/settings/contributors/${once.id}/merger`, { version: seen, into })
    expect((await merge('another', again.id)).said.code).toBe('contributors/stale')
    expect((await merge(version, once.id)).said.code).toBe('contributors/same')
    expect((await merge(version, again.id)).status).toBe(204)
    // A screen that still shows the former changes nothing any more.
    expect((await merge(version, again.id)).said.code).toBe('contributors/stale')

    const moved = await n.app.request(once.path)
    expect([moved.status, moved.headers.get('location')]).toEqual([301, again.path])
    const page = (await read(n, again.path)).text
    expect([page.includes('Harbour'), page.includes('Valley')]).toEqual([true, true])
    expect((await read(n, `${again.path}/feed.atom`)).text).toContain('Harbour')
    const harbour = (await read(n, '/harbour')).text
    expect([harbour.includes('Better words.'), harbour.includes('First words.')]).toEqual([
      true,
      false,
    ])
    const { fields } = await load(n.db, (await headlined(n, 'Valley'))!)
    expect(fields.bylines).toEqual([
      { contributorId: again.id, role: 'author' },
      { contributorId: again.id, role: 'translation' },
    ])
    await afterwards(n)
    expect((await read(n, `/search?contributor=${again.path}&q=harbour`)).text).toContain('Harbour')
    // The manuscript names who stays, keeps its words, and is published as any other.
    const there = await readingOf(n.db, one)
    expect([there.fields.bylines[0]?.contributorId, there.fields.standfirst]).toEqual([
      again.id,
      'Not out yet.',
    ])
    // What still names the former, as a restored version would, names who stays once it is stored.
    await n.write((tx) =>
      edit(tx, one, { bylines: [{ contributorId: once.id, role: 'author' }] }, n.now()),
    )
    expect((await load(n.db, one)).fields.bylines[0]?.contributorId).toBe(again.id)
    const listed = (await editor.ask('GET', '/settings/contributors?search=Mira')).said
    expect(listed.map(({ id }: { id: string }) => id)).toEqual([again.id])

    const root = await colleague(n, 'administrator', 'Root')
    const [merged] = (await root.ask('GET', '/audit?room=contributor')).said
    expect([merged.type, merged.actor.name, merged.about]).toEqual([
      'contributor.merged',
      'Ada Haddad',
      ['Mira Saleh → Mira A. Saleh'],
    ])
  })

  test('only a contributor whom nothing names is removed, and only by an editor', async () => {
    const n = await open()
    const editor = await colleague(n, 'editor', 'Ada Haddad')
    const reporter = await colleague(n, 'reporter', 'Rana Khatib')
    const named = await add(n, 'Named Once')
    const idle = await add(n, 'Never Named')
    await n.write((tx) =>
      draft(tx, { headline: 'A', bylines: [{ contributorId: named.id, role: 'author' }] }, n.now()),
    )
    const remove = async (who: typeof editor, { id, name }: { id: string; name: string }) => {
      const [found] = (await editor.ask('GET', `/settings/contributors?search=${name}`)).said
      const version = found?.version ?? ''
      return await who.ask('POST', `/settings/contributors/${id}/removal`, { version })
    }
    expect((await remove(editor, named)).said.code).toBe('contributors/named')
    expect((await remove(reporter, idle)).status).toBe(403)
    expect((await remove(editor, idle)).status).toBe(204)
    expect((await remove(editor, idle)).status).toBe(404)
    expect(await addressAt(n.db, idle.path)).toBeUndefined()
    expect((await n.app.request(idle.path)).status).toBe(404)
  })

  const headlined = async (n: TestNewsroom, headline: string) =>
    (
      await n.db
        .selectFrom('articles')
        .select('id')
        .where('headline', '=', headline)
        .executeTakeFirst()
    )?.id
})
