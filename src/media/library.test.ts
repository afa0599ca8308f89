import sharp from 'sharp'
import { expect, test } from 'vitest'
import { colleague } from '../../test/colleague.ts'
import { onEveryDatabase } from '../../test/newsroom.ts'
import { publish } from '../articles/publish.ts'
import { draft } from '../articles/write.ts'
import { addContributor } from '../contributors/contributors.ts'
import { changeNewsroom } from '../newsroom/settings.ts'
import { removeFiles } from './jobs.ts'
import { originalName } from './originals.ts'
import { LARGEST_FILE } from './picture.ts'

const drawn = (colour: string, width = 40) =>
  sharp({ create: { width, height: 30, channels: 3, background: colour } })
    .png()
    .toBuffer()

onEveryDatabase('the picture library', (open) => {
  async function library() {
    const n = await open()
    const desk = {
      editor: await colleague(n, 'editor'),
      reporter: await colleague(n, 'reporter'),
      moderator: await colleague(n, 'moderator'),
    }
    const send = async (who: keyof typeof desk, bytes: Uint8Array, name = 'sea.png') => {
      const answer = await desk[who].request(
        'POST',
        `/pictures?name=${encodeURIComponent(name)}`,
        new Uint8Array(bytes),
        { 'content-type': 'application/octet-stream' },
      )
      return { status: answer.status, said: (await answer.json()) as never as Sent }
    }
    return { n, ...desk, send }
  }
  type Sent = { id: string; version: number; isNew: boolean; code: string; message: string }

  test('a reporter sends a picture, says what it shows and who made it; an editor finds it', async () => {
    const { reporter, editor, send } = await library()
    const { status, said } = await send('reporter', await drawn('#248'))
    expect([status, said]).toMatchObject([
      200,
      { name: 'sea.png', width: 40, height: 30, version: 1, uses: 0, isNew: true, credit: '' },
    ])
    const words = {
      version: 1,
      alt: 'A grey sea',
      caption: 'The Sound at dawn',
      credit: 'Ada Haddad',
      licence: 'CC BY 4.0',
      terms: 'Name the author.',
      source: 'https://pictures.example/1',
      expires: '2027-01-01T00:00:00.000Z',
      focalX: 0.2,
      focalY: 0.8,
    }
    const kept = await reporter.ask('PUT', `/pictures/${said.id}`, words)
    expect([kept.status, kept.said]).toMatchObject([200, { ...words, version: 2 }])
    for (const search of ['dawn', 'ADA', 'haddad sound', 'sea.png', 'cc by'])
      expect([
        search,
        (await editor.ask('GET', `/pictures?search=${encodeURIComponent(search)}`)).said.pictures
          .length,
      ]).toEqual([search, 1])
    expect((await editor.ask('GET', '/pictures?search=dawn%25')).said.pictures).toEqual([])
    const image = await editor.request('GET', `/pictures/${said.id}/image`)
    expect([image.status, image.headers.get('content-type')]).toEqual([200, 'image/webp'])
  })

  test('the same file is not added twice, whatever it is called', async () => {
    const { editor, send } = await library()
    const first = (await send('reporter', await drawn('#248'))).said
    const second = (await send('editor', await drawn('#248'), 'again.png')).said
    expect([second.id, second.isNew]).toEqual([first.id, false])
    expect((await editor.ask('GET', '/pictures')).said.pictures).toHaveLength(1)
  })

  test('what is no picture, is damaged, is too large or finds no room is refused, with what to do, and nothing stays', async () => {
    const { n, editor, send } = await library()
    expect(await send('editor', Buffer.from('<svg onload="alert(1)"/>'))).toMatchObject({
      status: 422,
      said: { code: 'pictures/format' },
    })
    expect(await send('editor', Buffer.alloc(0))).toMatchObject({ status: 422 })
    const whole = await sharp({
      create: {
        width: 600,
        height: 600,
        channels: 3,
        background: '#248',
        noise: { type: 'gaussian', mean: 90, sigma: 40 },
      },
    })
      .png()
      .toBuffer()
    expect(await send('editor', whole.subarray(0, whole.length / 2))).toMatchObject({
      status: 422,
      said: { code: 'pictures/damaged' },
    })
    expect(await send('editor', Buffer.alloc(LARGEST_FILE + 1))).toMatchObject({
      status: 413,
      said: { code: 'pictures/size', message: expect.stringContaining('Export it smaller') },
    })
    n.files.write = async () => {
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
    }
    expect(await send('editor', await drawn('#111'))).toMatchObject({
      status: 503,
      said: { code: 'pictures/full', message: expect.stringContaining('disk is full') },
    })
    expect((await editor.ask('GET', '/pictures')).said.pictures).toEqual([])
  })

  test('a list that grows while somebody pages through it shows each picture once', async () => {
    const { n, editor } = await library()
    const { addPicture } = await import('./pictures.ts')
    const add = (at: number) =>
      n.write(async (tx) => {
        n.later(1)
        const original = {
          hash: String(at).padStart(32, '0'),
          format: 'png',
          width: 9,
          height: 9,
          bytes: 9,
        }
        return (await addPicture(tx, original, { alt: `Picture ${at}` }, n.now())).id
      })
    for (let at = 0; at < 130; at++) await add(at)
    const seen: string[] = []
    for (let after = ''; ; ) {
      const { pictures, next } = (await editor.ask('GET', `/pictures${after}`)).said
      seen.push(...pictures.map(({ alt }: { alt: string }) => alt))
      await add(1000 + seen.length)
      if (!next) break
      after = `?after=${next}`
    }
    expect(seen).toEqual(Array.from({ length: 130 }, (_, at) => `Picture ${129 - at}`))
  })

  test('the library knows where each picture stands, lists those that stand nowhere, and lets only those go', async () => {
    const { n, editor, send } = await library()
    const ids: string[] = []
    for (const colour of ['#100', '#200', '#300', '#400', '#500'])
      ids.push((await send('editor', await drawn(colour))).said.id)
    const [lead, body, portrait, logo, unused] = ids as [string, string, string, string, string]
    const article = await n.write(async (tx) => {
      await addContributor(tx, { name: 'Ada Haddad', pictureId: portrait }, n.now())
      await changeNewsroom(tx, { logo }, n.now())
      return await draft(
        tx,
        {
          headline: 'Dam inquest opens',
          leadPictureId: lead,
          body: {
            type: 'doc',
            content: [
              { type: 'gallery', content: [{ type: 'picture', attrs: { picture: body } }] },
            ],
          },
        },
        n.now(),
      )
    })
    const listed = (await editor.ask('GET', '/pictures?filter=unused')).said.pictures
    expect(listed.map(({ id }: { id: string }) => id)).toEqual([unused])
    const usesOf = async (id: string) => (await editor.ask('GET', `/pictures/${id}/uses`)).said
    for (const id of [lead, body])
      expect(await usesOf(id)).toEqual([
        { kind: 'article', id: article, name: 'Dam inquest opens', status: 'draft' },
      ])
    expect(await usesOf(portrait)).toMatchObject([{ kind: 'contributor', name: 'Ada Haddad' }])
    expect(await usesOf(logo)).toMatchObject([{ kind: 'logo' }])
    for (const id of [lead, body, portrait, logo])
      expect(await editor.ask('DELETE', `/pictures/${id}?version=1`)).toMatchObject({
        status: 409,
        said: { code: 'pictures/used' },
      })
    const original = { format: 'png', ...(await editor.ask('GET', `/pictures/${unused}`)).said }
    expect((await editor.ask('DELETE', `/pictures/${unused}?version=2`)).status).toBe(409)
    expect((await editor.ask('DELETE', `/pictures/${unused}?version=1`)).status).toBe(204)
    expect((await editor.ask('GET', `/pictures/${unused}`)).status).toBe(404)
    const deeds: { type: string }[] = (await (await colleague(n)).ask('GET', '/audit?room=picture'))
      .said
    // What is gone is called as it was called then.
    expect(deeds.find(({ type }) => type === 'picture.removed')).toMatchObject({
      picture: null,
      about: ['sea.png'],
    })
    expect(deeds).toContainEqual(
      expect.objectContaining({
        type: 'picture.added',
        picture: { id: lead, title: 'sea.png' },
      }),
    )
    await removeFiles(n, original)
    expect(await n.files.size(originalName(original))).toBeUndefined()
  })

  test('what a reporter has added is theirs to describe until readers have it', async () => {
    const { n, reporter, editor, send } = await library()
    const { id } = (await send('reporter', await drawn('#369'))).said
    const say = (who: typeof reporter, caption: string, version: number) =>
      who.ask('PUT', `/pictures/${id}`, { version, caption })
    expect((await say(reporter, 'The dam', 1)).status).toBe(200)
    await n.write(async (tx) => {
      const article = await draft(tx, { headline: 'The dam', leadPictureId: id }, n.now())
      await publish(tx, article, n.now())
    })
    const refused = await say(reporter, 'The dam that he broke', 2)
    expect([refused.status, refused.said.message]).toEqual([
      403,
      expect.stringContaining('may not change and retire pictures'),
    ])
    expect((await say(editor, 'The dam in March', 2)).said).toMatchObject({
      caption: 'The dam in March',
      shown: n.now().toISOString(),
    })
  })

  test('credit and licence are said of many at once, of all or of none', async () => {
    const { reporter, editor, send } = await library()
    const own = (await send('reporter', await drawn('#100'))).said.id
    const theirs = (await send('editor', await drawn('#200'))).said.id
    const words = { credit: 'Ada Haddad', licence: 'All rights reserved' }
    const lacking = async () =>
      (await editor.ask('GET', '/pictures?filter=lacking')).said.pictures.length
    expect((await reporter.ask('PUT', '/pictures', { ids: [own, theirs], words })).status).toBe(403)
    expect((await editor.ask('PUT', '/pictures', { ids: [own, 'nowhere'], words })).status).toBe(
      404,
    )
    expect(await lacking()).toBe(2)
    expect((await editor.ask('PUT', '/pictures', { ids: [own, theirs], words })).said).toEqual({
      count: 2,
    })
    expect(await lacking()).toBe(0)
  })

  test('every door refuses the wrong role, an id that is not there, a malformed request and a stale version, and changes nothing', async () => {
    const { n, reporter, editor, moderator, send } = await library()
    const { id } = (await send('editor', await drawn('#248'))).said
    expect((await send('moderator', await drawn('#999'))).status).toBe(403)
    const doors = [
      ['GET', '/pictures'],
      ['GET', `/pictures/${id}`],
      ['GET', `/pictures/${id}/image`],
      ['GET', `/pictures/${id}/uses`],
      ['PUT', `/pictures/${id}`, { version: 1, credit: 'Mallory' }],
      ['PUT', '/pictures', { ids: [id], words: { credit: 'Mallory' } }],
      ['DELETE', `/pictures/${id}?version=1`],
    ] as const
    for (const [method, path, json] of doors) {
      const { status, said } = await moderator.ask(method, path, json)
      expect([method, path, status]).toEqual([method, path, 403])
      expect(said.message).toContain('Moderator')
      if (!path.includes(id)) continue
      const elsewhere = path.replace(id, 'nowhere')
      expect([elsewhere, (await editor.ask(method, elsewhere, json)).status]).toEqual([
        elsewhere,
        404,
      ])
    }
    expect((await reporter.ask('PUT', `/pictures/${id}`, { version: 1, alt: 'x' })).status).toBe(
      403,
    )
    expect((await reporter.ask('DELETE', `/pictures/${id}?version=1`)).status).toBe(403)
    for (const [method, path, json] of [
      ['GET', '/pictures?filter=nice'],
      ['PUT', `/pictures/${id}`, { credit: 'no version' }],
      ['PUT', `/pictures/${id}`, { version: 1, focalX: 2 }],
      ['PUT', `/pictures/${id}`, { version: 1, expires: 'tomorrow' }],
      ['PUT', `/pictures/${id}`, { version: 1, caption: 'x'.repeat(3000) }],
      ['PUT', '/pictures', { ids: [], words: {} }],
      ['DELETE', `/pictures/${id}?version=new`],
    ] as const)
      expect([path, (await editor.ask(method, path, json)).status]).toEqual([path, 422])
    expect((await editor.ask('PUT', `/pictures/${id}`, { version: 7, alt: 'x' })).status).toBe(409)
    expect((await editor.ask('GET', `/pictures/${id}`)).said).toMatchObject({
      version: 1,
      alt: '',
      credit: '',
    })
    const events = await n.db.selectFrom('events').select('type').execute()
    expect(events.filter(({ type }) => /^picture\.(edited|removed)/.test(type))).toEqual([])
  })
})
