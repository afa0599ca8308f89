import sharp from 'sharp'
import { expect, test } from 'vitest'
import { colleague } from '../../test/colleague.ts'
import { onEveryDatabase } from '../../test/newsroom.ts'
import { editPicture } from '../media/pictures.ts'

onEveryDatabase('the newsroom’s settings', (open) => {
  test('an administrator changes them, and every page follows at once', async () => {
    const n = await open()
    const { id, ask } = await colleague(n)
    const front = async () => await (await n.app.request('/')).text()
    expect(await front()).toContain('The Newsroom')
    const { said: before } = await ask('GET', '/newsroom')
    const newsroom = {
      ...before.newsroom,
      name: 'The Morning Paper',
      colours: { accent: '#123c69', accentDark: '#a9c8ee' },
      navigation: [{ label: 'About us', href: '/about', at: 'head' }],
      imprint: 'Answerable: Ada Haddad',
    }
    const after = await ask('PUT', '/newsroom', { version: before.version, newsroom })
    expect([after.status, after.said.newsroom]).toEqual([200, newsroom])
    const page = await front()
    for (const shown of ['The Morning Paper', '#123c69', 'About us', 'Answerable: Ada Haddad'])
      expect(page).toContain(shown)
    const event = await n.db
      .selectFrom('events')
      .select('payload')
      .where('type', '=', 'newsroom.changed')
      .executeTakeFirstOrThrow()
    expect(JSON.parse(event.payload)).toEqual({
      settings: ['name', 'colours', 'navigation', 'imprint'],
      by: id,
    })
  })

  test('nobody changes them over somebody else, and nobody without the role', async () => {
    const n = await open()
    const ada = await colleague(n)
    const { said } = await ada.ask('GET', '/newsroom')
    const named = (name: string) => ({ ...said, newsroom: { ...said.newsroom, name } })
    expect((await ada.ask('PUT', '/newsroom', named('One'))).status).toBe(200)
    const stale = await ada.ask('PUT', '/newsroom', named('Two'))
    expect([stale.status, stale.said.code]).toEqual([409, 'newsroom/stale'])
    for (const role of ['reporter', 'editor', 'publisher', 'moderator']) {
      const { ask } = await colleague(n, role)
      for (const [method, path, json] of [
        ['GET', '/newsroom'],
        ['PUT', '/newsroom', named('Three')],
        ['GET', '/newsroom/pictures'],
      ] as const)
        expect([role, method, (await ask(method, path, json)).status]).toEqual([role, method, 403])
      const picture = await ask('POST', '/newsroom/pictures', undefined, new Uint8Array(3))
      expect([role, picture.status]).toEqual([role, 403])
    }
    expect((await ada.ask('GET', '/newsroom')).said.newsroom.name).toBe('One')
  })

  test('what cannot be, is refused by name, and changes nothing', async () => {
    const n = await open()
    const { ask } = await colleague(n)
    const { said } = await ask('GET', '/newsroom')
    const wrong: [Record<string, unknown>, string][] = [
      [{ name: ' ' }, 'name'],
      [{ language: 'not a language' }, 'language tag'],
      [{ timezone: 'Mars/Base' }, 'time zone'],
      [{ colours: { accent: 'red', accentDark: '#ffffff' } }, '#rrggbb'],
      [{ colours: { accent: '#ffcc00', accentDark: '#f0a49b' } }, 'colours.accent: #ffcc00'],
      [{ colours: { accent: '#8c1d18', accentDark: '#401010' } }, 'Choose a lighter one'],
      [{ navigation: [{ label: 'Us', href: 'javascript:alert(1)', at: 'head' }] }, 'navigation.0'],
      [{ policies: { ethicsPolicy: 'ethics' } }, 'policies.ethicsPolicy'],
      [{ logo: 'none' }, 'logo'],
      [{ surprise: true }, 'surprise'],
    ]
    for (const [change, words] of wrong) {
      const answer = await ask('PUT', '/newsroom', {
        ...said,
        newsroom: { ...said.newsroom, ...change },
      })
      expect([answer.status, answer.said.message]).toEqual([422, expect.stringContaining(words)])
    }
    for (const malformed of [{}, [], { version: said.version }, { newsroom: said.newsroom }])
      expect((await ask('PUT', '/newsroom', malformed)).status).toBe(422)
    expect((await ask('GET', '/newsroom')).said).toEqual(said)
  })

  test('a logo is uploaded, and stands in place of the name', async () => {
    const n = await open()
    const { id, ask } = await colleague(n)
    const file = await sharp({
      create: { width: 600, height: 120, channels: 3, background: '#123c69' },
    })
      .png()
      .toBuffer()
    const { said: logo } = await ask(
      'POST',
      '/newsroom/pictures?alt=The%20Morning%20Paper',
      undefined,
      new Uint8Array(file),
    )
    expect((await ask('GET', '/newsroom/pictures')).said).toEqual([logo])
    expect((await ask('GET', `/newsroom/pictures?id=${logo.id}`)).said).toEqual([logo])
    const { said } = await ask('GET', '/newsroom')
    await ask('PUT', '/newsroom', { ...said, newsroom: { ...said.newsroom, logo: logo.id } })
    expect(await (await n.app.request('/')).text()).toContain(logo.src)
    expect((await ask('GET', '/audit?room=picture')).said).toEqual([
      expect.objectContaining({
        type: 'picture.added',
        actor: { id, name: 'Ada Haddad' },
        picture: { id: logo.id, title: 'The Morning Paper' },
      }),
    ])
    // The same file again is the same picture, with what is said of it.
    const again = () => ask('POST', '/newsroom/pictures', undefined, new Uint8Array(file))
    expect((await again()).said).toEqual(logo)
    await n.write((tx) => editPicture(tx, logo.id, { expires: n.now().toISOString() }, n.now()))
    expect((await again()).status).toBe(409)
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')
    const refused = await ask('POST', '/newsroom/pictures', undefined, svg)
    expect([refused.status, refused.said.code]).toEqual([422, 'pictures/format'])
    const huge = await ask('POST', '/newsroom/pictures', undefined, new Uint8Array(11 << 20))
    expect([huge.status, huge.said.code]).toEqual([413, 'newsroom/picture'])
  })
})
