import { expect, test } from 'vitest'
import { onEveryDatabase, type TestNewsroom } from '../../test/newsroom.ts'
import { publish } from '../articles/publish.ts'
import { draft } from '../articles/write.ts'
import { addCategory } from '../categories/categories.ts'

/** What a stranger can write into an address. */

onEveryDatabase('strange addresses', (open) => {
  const read = async (n: TestNewsroom, path: string) => {
    const answer = await n.app.request(path, { headers: { accept: 'text/html' } })
    const { status, headers } = answer
    return { status, to: headers.get('location'), html: await answer.text() }
  }
  /** A category with two pages, hourly since the first of March 2019. */
  async function filled() {
    const n = await open()
    await n.write(async (tx) => {
      const { id } = await addCategory(tx, { name: 'World' }, n.now())
      for (let hour = 0; hour < 25; hour++) {
        const at = new Date(Date.UTC(2019, 2, 1, hour))
        const fields = { headline: `Item number ${hour}.`, categoryId: id, path: `/item-${hour}` }
        await publish(tx, await draft(tx, fields, at), at)
      }
    })
    return n
  }
  const olderOf = (html: string) => /href="(\/[^"]+\?before=[^"]+)"/.exec(html)![1]!

  test('every page answers at every spelling of its path, and while it is made for one reader, for all', async () => {
    const n = await filled()
    for (const path of ['/', '/archive', '/archive/2019/03', '/archive/2019/03/01', '/world']) {
      const spellings = [`/${path}`, `${path}//`, `${path}%2F`, `/x/..${path}`, `${path}?x`, path]
      const answers = await Promise.all(spellings.map((spelling) => read(n, spelling)))
      expect([path, answers.map(({ status }) => status)]).toEqual([path, spellings.map(() => 200)])
      expect([path, new Set(answers.map(({ html }) => html)).size]).toEqual([path, 1])
    }
    expect(n.pages.size.pages).toBe(5)
  })

  test('what no database can hold is not found, and is no failure', async () => {
    const n = await open()
    for (const path of ['/?p=%00', '/?tag=%F0%9F%92', '/%00', '/%ED%A0%80', '/?before=%00'])
      expect([path, (await read(n, path)).status]).toEqual([path, 404])
  })

  test('nothing is given an address that would only lead to itself', async () => {
    const n = await open()
    for (const path of ['/?p=12', '/news?p=12', '/what%3F'])
      await expect(
        n.write((tx) => draft(tx, { headline: 'Harbour reopens', path }, n.now())),
      ).rejects.toThrow('cannot be an address')
  })

  test('things of one name are told apart without asking for every number', async () => {
    const n = await open()
    const paths = await n.write(async (tx) => {
      const made: string[] = []
      for (let at = 0; at < 40; at++)
        made.push((await addCategory(tx, { name: 'Live' }, n.now())).path)
      return made
    })
    expect(paths.slice(0, 3)).toEqual(['/live', '/live-2', '/live-3'])
    expect(new Set(paths).size).toBe(40)
    expect(paths.at(-1)).toMatch(/^\/live-[0-9a-f]{8}$/)
  })

  test('the second page of a list is the same, whatever else its address says', async () => {
    const n = await filled()
    const older = olderOf((await read(n, '/world')).html)
    const place = older.split('=')[1]!
    for (const query of [
      `%62efore=${place}&before=x`,
      `before=${place}&before=1999-01-01T00:00:00.000Z_${'0'.repeat(36)}`,
      `a=%&before=${encodeURIComponent(place)}`,
      `before=${place}#&before=x`,
    ]) {
      n.pages.clear()
      await read(n, `/world?${query}`)
      const { html } = await read(n, older)
      expect([query, html.match(/Item number \d+\./g)]).toEqual([
        query,
        [4, 3, 2, 1, 0].map((number) => `Item number ${number}.`),
      ])
    }
  })

  test('places that a stranger makes up are not kept as pages', async () => {
    const n = await filled()
    const place = olderOf((await read(n, '/world')).html).split('=')[1]!
    for (const path of ['/', '/archive', '/item-3']) {
      const { status, to } = await read(n, `${path}?before=${place}`)
      expect([path, status, to]).toEqual([path, 301, path])
    }
    for (const path of ['/world', '/archive/2019/03', '/archive/2019/03/01'])
      for (const made of ['2019-03-01T12:30:00.000Z', '2019-99-99T99:99:99.999Z']) {
        const { status, to } = await read(n, `${path}?before=${made}_${'0'.repeat(36)}`)
        expect([path, status, to]).toEqual([path, 301, path])
      }
    expect(n.pages.addresses()).toEqual(['/world'])
    const written = n.app.routes.map((route) => route.path).filter((path) => !/[:*]/.test(path))
    expect(written.length).toBeGreaterThan(3)
    for (const path of new Set(written)) await read(n, `${path}?before=${place}`)
    expect(n.pages.addresses().filter((address) => address.includes('before='))).toEqual([])
  })
})
