import { expect, test } from 'vitest'
import { filled } from '../src/articles/front.ts'
import { publish, withhold } from '../src/articles/publish.ts'
import { draft } from '../src/articles/write.ts'
import { insert, put } from '../src/desk/front/arrangement.ts'
import { invite } from '../src/staff/colleagues.ts'
import { openSession } from '../src/staff/sessions.ts'
import { onEveryDatabase, type TestNewsroom } from './newsroom.ts'

/** The top of the front page, arranged by editors. */

const free = Array<string | null>(6).fill(null)

test('an article is put into a place once, and what is pinned after it moves on', () => {
  expect(put(['a', 'b', null, null, null, null], 'b', 0)).toEqual([
    'b',
    null,
    null,
    null,
    null,
    null,
  ])
  expect(insert(['a', 'b', null, 'c', null, null], 'x', 0)).toEqual([
    'x',
    'a',
    'b',
    'c',
    null,
    null,
  ])
  expect(insert(['a', 'b', 'c', 'd', 'e', 'f'], 'x', 2)).toEqual(['a', 'b', 'x', 'c', 'd', 'e'])
  expect(filled([null, 'old', null], ['new', 'old', 'newer'])).toEqual(['new', 'old', 'newer'])
})

onEveryDatabase('the front page', (open) => {
  async function out(n: TestNewsroom, headline: string, language = 'en') {
    const id = await n.write(async (tx) => {
      const made = await draft(tx, { headline, language }, n.now())
      await publish(tx, made, n.now())
      return made
    })
    n.later(60_000)
    return id
  }

  /** Somebody who asks the desk. */
  async function colleague(n: TestNewsroom, roleId: string) {
    const secret = await n.write(async (tx) => {
      const email = `${roleId}@paper.example`
      const id = await invite(tx, null, { email, name: roleId, roleId }, n.now())
      return await openSession(tx, id, 'test', n.now())
    })
    return async (path: string, json?: object) => {
      const answer = await n.app.request(`/desk${path}`, {
        ...(json ? { method: 'PUT', body: JSON.stringify(json) } : {}),
        headers: {
          cookie: `__Host-desk=${secret}`,
          accept: 'application/json',
          'content-type': 'application/json',
          'sec-fetch-site': 'same-origin',
        },
      })
      return { status: answer.status, text: await answer.text() }
    }
  }

  const headlines = (html: string) =>
    [...html.matchAll(/<h2[^>]*><a href="[^"]*">([^<]*)<\/a>/g)].map(([, headline]) => headline)

  const leading = async (n: TestNewsroom, address = '/') =>
    headlines(await (await n.app.request(address)).text())

  test('leads with what an editor pins; the rest fills itself, and what is withheld leaves its place', async () => {
    const n = await open()
    const old = await out(n, 'Old and weighty')
    for (const number of [1, 2, 3, 4]) await out(n, `News ${number}`)
    expect((await leading(n))[0]).toBe('News 4')
    const ask = await colleague(n, 'editor')
    const { status } = await ask('/api/fronts/en', { places: [old, ...free.slice(1)], seen: free })
    expect(status).toBe(204)
    expect((await leading(n)).slice(0, 3)).toEqual(['Old and weighty', 'News 4', 'News 3'])
    await out(n, 'News 5')
    expect((await leading(n)).slice(0, 2)).toEqual(['Old and weighty', 'News 5'])
    await n.write((tx) => withhold(tx, old, 'It was forged.', n.now()))
    expect((await leading(n))[0]).toBe('News 5')
    await n.write((tx) => publish(tx, old, n.now()))
    expect((await leading(n))[0]).toBe('Old and weighty')
  })

  test('is seen before it goes live, and looking changes nothing', async () => {
    const n = await open()
    const old = await out(n, 'Old and weighty')
    await out(n, 'News')
    const ask = await colleague(n, 'editor')
    const { text } = await ask(`/front-preview?language=en&places=${old},,,,,`)
    expect(headlines(text)[0]).toBe('Old and weighty')
    expect((await leading(n))[0]).toBe('News')
    const { text: now } = await ask('/api/fronts/en')
    expect(JSON.parse(now).places).toEqual(free)
  })

  test('refuses who may not, what is stale, and what does not belong there', async () => {
    const n = await open()
    const one = await out(n, 'One')
    const other = await out(n, 'Eins', 'de')
    const drafted = await n.write((tx) => draft(tx, { headline: 'Draft' }, n.now()))
    const editor = await colleague(n, 'editor')
    const reporter = await colleague(n, 'reporter')
    const pinned = [one, ...free.slice(1)]
    const put = (places: unknown, seen: unknown = free) =>
      editor('/api/fronts/en', { places, seen } as object)
    for (const path of ['/api/fronts', '/api/fronts/en', '/front-preview?language=en&places=,,,,,'])
      expect((await reporter(path)).status).toBe(403)
    expect((await reporter('/api/fronts/en', { places: pinned, seen: free })).status).toBe(403)
    expect((await put([one])).status).toBe(422)
    expect((await put([one, one, ...free.slice(2)])).text).toContain('two places')
    expect((await put([other, ...free.slice(1)])).status).toBe(422)
    expect((await put([drafted, ...free.slice(1)])).status).toBe(422)
    expect((await put(['nobody', ...free.slice(1)])).status).toBe(422)
    expect((await editor('/api/fronts/<en>', { places: free, seen: free })).status).toBe(422)
    expect((await put(pinned)).status).toBe(204)
    expect((await put(free)).status).toBe(409)
    expect((await put(free, pinned)).status).toBe(204)
    expect((await editor('/front-preview?language=en&places=x')).status).toBe(422)
  })
})
