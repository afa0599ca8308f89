import { expect, test } from 'vitest'
import { colleague } from '../../test/colleague.ts'
import { onEveryDatabase } from '../../test/newsroom.ts'
import { addCategory } from '../categories/categories.ts'
import { publish } from './publish.ts'
import { draft, edit } from './write.ts'

onEveryDatabase('an address while it is typed', (open) => {
  test('says whose it is, what it takes over, and from where readers are led', async () => {
    const n = await open()
    const { ask } = await colleague(n, 'reporter')
    const { id: categoryId } = await n.write((tx) =>
      addCategory(tx, { name: 'Europe', parentId: null, position: 0 }, n.now()),
    )
    const write = (headline: string) =>
      n.write((tx) => draft(tx, { headline, kind: 'news', language: 'en', categoryId }, n.now()))
    const strike = await write('Strike')
    const ferry = await write('Ferry')
    const about = async (id: string, path: string) => {
      const { status, said } = await ask(
        'GET',
        `/articles/${id}/address?path=${encodeURIComponent(path)}`,
      )
      expect(status).toBe(200)
      return said
    }
    const none = { articleId: null, leads: null }
    expect(await about(strike, '/europe/strike/')).toEqual({ state: 'own', ...none })
    expect(await about(strike, '/europe/walkout')).toEqual({ state: 'free', ...none })
    expect(await about(strike, '/europe')).toEqual({ state: 'taken', ...none })
    expect(await about(strike, '/europe/ferry')).toEqual({
      state: 'taken',
      articleId: ferry,
      leads: null,
    })
    for (const path of ['/desk/strike', '/', '/europe/feed.rss'])
      expect([path, (await about(strike, path)).state]).toEqual([path, 'reserved'])
    for (const path of ['', 'strike', '/?p=12', '/%ff', `/${'x'.repeat(2000)}`])
      expect([path, (await about(strike, path)).state]).toEqual([path, 'malformed'])

    await n.write((tx) => publish(tx, strike, n.now()))
    const leads = '/europe/walkout'
    await n.write((tx) => edit(tx, strike, { path: leads }, n.now()))
    expect(await about(strike, '/europe/strike')).toEqual({
      state: 'former',
      articleId: null,
      leads,
    })
    expect(await about(ferry, '/europe/strike')).toEqual({ state: 'redirect', ...none })
    expect((await ask('GET', `/articles/${strike}/address`)).status).toBe(422)
    expect((await ask('GET', '/articles/nobody/address?path=/x')).status).toBe(404)
  })
})
