import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { pack } from 'tar-stream'
import { expect, test } from 'vitest'
import { colleague } from '../../test/colleague.ts'
import { onEveryDatabase, type TestNewsroom } from '../../test/newsroom.ts'
import { bringArrival } from './bring-arrival.ts'
import { refuseWithoutRoom } from './upload.ts'

const paper = new Uint8Array(readFileSync('test/exports/paper.xml'))
const options = { fetchPictures: false, site: '' }

onEveryDatabase('moving in from the desk', (open) => {
  const work = (n: TestNewsroom, stopping = new AbortController().signal) =>
    bringArrival(n, n.now, stopping)
  const articles = async (n: TestNewsroom) =>
    (await n.db.selectFrom('articles').select('path').orderBy('path').execute()).length

  async function upload(n: TestNewsroom, file = paper, name = 'paper.xml') {
    const ada = await colleague(n)
    const begun = await ada.ask('POST', '/import', { name, size: file.length })
    const id = begun.said.id as string
    const half = Math.ceil(file.length / 2)
    for (const [from, to] of [
      [0, half],
      [half, file.length],
    ] as const) {
      const piece = file.slice(from, to)
      const { status } = await ada.ask('PUT', `/import/${id}/file?offset=${from}`, undefined, piece)
      expect(status).toBe(200)
    }
    const now = async () => (await ada.ask('GET', '/import')).said.import
    return { ada, id, now }
  }

  test('a site is uploaded in pieces, looked through, and brought in when somebody says so', async () => {
    const n = await open()
    const { ada, id, now } = await upload(n)
    expect(await now()).toMatchObject({ state: 'looking', received: paper.length })
    const early = await ada.ask('POST', `/import/${id}/start`, options)
    expect([early.status, early.said.code]).toEqual([409, 'import/not-looked'])
    await work(n)
    const looked = await now()
    expect([looked.state, await articles(n)]).toEqual(['looked', 0])
    expect((await ada.ask('POST', `/import/${id}/start`, options)).status).toBe(204)
    await work(n)
    const done = await now()
    expect([done.state, (await articles(n)) > 3]).toEqual(['done', true])
    expect(done.account.things.some(({ fate }: { fate: string }) => fate === 'left out')).toBe(true)
    const counts = (account: { things: { what: string; count: number }[] }) =>
      account.things.map(({ what, count }) => [what, count])
    expect(counts(done.account)).toEqual(counts(looked.account))
    expect(existsSync(join(n.folder, 'imports', id))).toBe(false)
    expect((await ada.ask('GET', '/audit?room=site')).said).toContainEqual(
      expect.objectContaining({ type: 'site.began-to-import', about: ['paper.xml'] }),
    )
  })

  test('a worker that is stopped or dies leaves the move to the next, which brings in the rest once', async () => {
    const n = await open()
    const { ada, id, now } = await upload(n)
    await work(n)
    await ada.ask('POST', `/import/${id}/start`, options)
    await work(n, AbortSignal.abort())
    expect((await now()).state).toBe('bringing')

    const dead = { state: 'bringing', beat: n.now().toISOString() }
    await n.write((tx) => tx.updateTable('arrivals').set(dead).execute())
    await work(n)
    expect((await now()).state).toBe('bringing')
    n.later(31_000)
    await work(n)
    expect((await now()).state).toBe('done')
    const there = await articles(n)
    const again = await upload(n)
    await work(n)
    await again.ada.ask('POST', `/import/${again.id}/start`, options)
    await work(n)
    expect([(await again.now()).state, await articles(n)]).toEqual(['done', there])
  })

  test('one site moves in at a time, and a move can be ended', async () => {
    const n = await open()
    const { ada, id } = await upload(n)
    const second = await ada.ask('POST', '/import', { name: 'other.xml', size: 10 })
    expect([second.status, second.said.code]).toEqual([409, 'import/busy'])
    expect((await ada.ask('DELETE', `/import/${id}`)).status).toBe(204)
    expect(existsSync(join(n.folder, 'imports', id))).toBe(false)
    expect((await ada.ask('GET', '/import')).said.import).toBe(null)
    expect((await ada.ask('POST', '/import', { name: 'other.xml', size: 10 })).status).toBe(200)
    for (const [method, path, json] of [
      ['DELETE', `/import/${id}`],
      ['POST', `/import/${id}/start`, options],
    ] as const)
      expect((await ada.ask(method, path, json)).status).toBe(404)
  })

  test('an upload goes on where it was cut, and takes nothing twice and nothing more', async () => {
    const n = await open()
    const ada = await colleague(n)
    const { said } = await ada.ask('POST', '/import', { name: 'paper.xml', size: 10 })
    const put = (offset: number, text: string) =>
      ada.ask(
        'PUT',
        `/import/${said.id}/file?offset=${offset}`,
        undefined,
        new TextEncoder().encode(text),
      )
    expect((await put(0, '01234')).said).toEqual({ received: 5 })
    expect([(await put(0, '01234')).status, (await put(7, '789')).status]).toEqual([409, 409])
    expect((await put(5, '5678901')).status).toBe(422)
    expect((await put(5, '')).status).toBe(422)
    expect((await put(-1, 'x')).status).toBe(422)
    expect((await ada.ask('GET', '/import')).said.import.received).toBe(5)
    const huge = new Uint8Array(8 * 1024 * 1024 + 1)
    const refused = await ada.ask('PUT', `/import/${said.id}/file?offset=5`, undefined, huge)
    expect(refused.status).toBe(413)
    expect((await put(5, '56789')).said).toEqual({ received: 10 })
    expect((await put(10, 'x')).status).toBe(409)
    expect(readFileSync(join(n.folder, 'imports', said.id), 'utf8')).toBe('0123456789')
    n.later(1)
    expect((await ada.ask('DELETE', `/import/${said.id}`)).status).toBe(204)
    expect(existsSync(join(n.folder, 'imports', said.id))).toBe(false)
    expect((await ada.ask('GET', '/audit?room=site')).said).toEqual(
      ['site.import-ended', 'site.upload-begun'].map((type) =>
        expect.objectContaining({
          type,
          about: ['paper.xml'],
          actor: { id: ada.id, name: 'Ada Haddad' },
        }),
      ),
    )
  })

  test('what is no export, an archive, and what does not fit are refused in words', async () => {
    const n = await open()
    const { now, ada } = await upload(
      n,
      new TextEncoder().encode('a letter to my aunt'),
      'aunt.txt',
    )
    await work(n)
    expect(await now()).toMatchObject({ state: 'failed', error: expect.stringMatching(/export/i) })
    const archive = pack()
    archive.entry({ name: 'dateline.json' }, '{}')
    archive.finalize()
    const whole = await upload(n, new Uint8Array(await buffer(archive)), 'paper.tar')
    await work(n)
    expect(await whole.now()).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('on the server: dateline import'),
    })
    expect((await ada.ask('POST', '/import', { name: 'x', size: 20 * 1024 ** 3 })).status).toBe(413)
    for (const wrong of [
      {},
      { name: '', size: 1 },
      { name: 'x', size: 0 },
      { name: 'x', size: 1.5 },
    ])
      expect((await ada.ask('POST', '/import', wrong)).status).toBe(422)
    await expect(refuseWithoutRoom(n.folder, 1e15)).rejects.toThrow('Make room there first.')
  })

  test('only those who may bring in a site do', async () => {
    const n = await open()
    const { id, now } = await upload(n)
    for (const role of ['reporter', 'editor', 'publisher', 'moderator']) {
      const { ask } = await colleague(n, role)
      for (const [method, path, json] of [
        ['GET', '/import'],
        ['POST', '/import', { name: 'x', size: 1 }],
        ['POST', `/import/${id}/start`, options],
        ['DELETE', `/import/${id}`],
      ] as const)
        expect([role, method, (await ask(method, path, json)).status]).toEqual([role, method, 403])
      const piece = await ask('PUT', `/import/${id}/file?offset=0`, undefined, new Uint8Array(1))
      expect([role, piece.status]).toEqual([role, 403])
    }
    expect((await now()).state).toBe('looking')
  })
})
