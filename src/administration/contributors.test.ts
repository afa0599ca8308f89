import sharp from 'sharp'
import { expect, test } from 'vitest'
import { colleague } from '../../test/colleague.ts'
import { onEveryDatabase, type TestNewsroom } from '../../test/newsroom.ts'
import { publish } from '../articles/publish.ts'
import { draft } from '../articles/write.ts'
import { keepOriginal } from '../media/originals.ts'
import { addPicture } from '../media/pictures.ts'

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
})
