import { expect, test } from 'vitest'
import { onEveryDatabase, type TestNewsroom } from '../../test/newsroom.ts'
import { publish, withhold } from '../articles/publish.ts'
import { draft } from '../articles/write.ts'
import { addCategory } from '../categories/categories.ts'

onEveryDatabase('previous and next', (open) => {
  async function paper() {
    const n = await open()
    const category = await n.write((tx) => addCategory(tx, { name: 'Rivers' }, n.now()))
    const out = (name: string, published: string, language = 'en') =>
      n.write(async (tx) => {
        const id = await draft(
          tx,
          { headline: `The ${name}`, path: `/${name}`, language, categoryId: category.id },
          n.now(),
        )
        await publish(tx, id, n.now(), published)
        return id
      })
    return { n, out }
  }
  const besides = async (n: TestNewsroom, path: string) =>
    [
      ...(await (await n.app.request(path)).text()).matchAll(
        /<a href="([^"]+)" rel="(prev|next)"><span class="label">/g,
      ),
    ].map(([, href, rel]) => `${rel} ${href}`)

  test('an article leads to the one before and the one after it in its category and language', async () => {
    const { n, out } = await paper()
    await out('ford', '2026-01-01T09:00:00.000Z')
    await out('weir', '2026-01-03T09:00:00.000Z')
    await out('sluice', '2026-01-02T09:00:00.000Z')
    await out('wehr', '2026-01-02T12:00:00.000Z', 'de')
    expect(await besides(n, '/ford')).toEqual(['next /sluice'])
    expect(await besides(n, '/sluice')).toEqual(['prev /ford', 'next /weir'])
    expect(await besides(n, '/weir')).toEqual(['prev /sluice'])
    expect(await besides(n, '/wehr')).toEqual([])
  })

  test('articles of the very same moment follow each other, too', async () => {
    const { n, out } = await paper()
    const moment = '2026-01-01T09:00:00.000Z'
    for (const name of ['one', 'two', 'three']) {
      await out(name, moment)
      n.later(1000)
    }
    expect(await besides(n, '/two')).toEqual(['prev /one', 'next /three'])
  })

  test('an article that comes between two others drops their pages and no other', async () => {
    const { n, out } = await paper()
    for (const day of [1, 2, 4, 5]) await out(`day-${day}`, `2026-01-0${day}T09:00:00.000Z`)
    for (const day of [1, 2, 4, 5]) await n.app.request(`/day-${day}`)
    const id = await out('day-3', '2026-01-03T09:00:00.000Z')
    expect(n.pages.addresses().sort()).toEqual(['/day-1', '/day-5'])
    expect(await besides(n, '/day-2')).toEqual(['prev /day-1', 'next /day-3'])
    await n.write((tx) => withhold(tx, id, 'Wrong.', n.now()))
    expect(await besides(n, '/day-2')).toEqual(['prev /day-1', 'next /day-4'])
  })
})
