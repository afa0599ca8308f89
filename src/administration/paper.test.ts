import { expect, test } from 'vitest'
import { colleague } from '../../test/colleague.ts'
import { onEveryDatabase, type TestNewsroom } from '../../test/newsroom.ts'
import { publish } from '../articles/publish.ts'
import { draft } from '../articles/write.ts'

onEveryDatabase('pages, categories and redirects', (open) => {
  const at = async (n: TestNewsroom, path: string) => {
    const answer = await n.app.request(path)
    return [answer.status, answer.headers.get('location')]
  }

  async function withArticle() {
    const n = await open()
    const ada = await colleague(n)
    const id = await n.write((tx) =>
      draft(tx, { headline: 'Dam inquest opens', path: '/dam-inquest' }, n.now()),
    )
    await n.write((tx) => publish(tx, id, n.now()))
    return { n, ada, id }
  }

  test('an old address leads to an article from now on, and then nowhere again', async () => {
    const { n, ada } = await withArticle()
    expect(await at(n, '/old/dam')).toEqual([404, null])
    const made = await ada.ask('POST', '/redirects', {
      from: 'https://old.example/old/dam/?utm=1',
      to: '/dam-inquest',
    })
    expect([made.status, made.said]).toEqual([200, { from: '/old/dam', to: '/dam-inquest' }])
    expect(await at(n, '/old/dam')).toEqual([301, '/dam-inquest'])
    const again = await ada.ask('POST', '/redirects', { from: '/older', to: '/old/dam' })
    expect([again.status, await at(n, '/older')]).toEqual([200, [301, '/dam-inquest']])
    expect((await ada.ask('GET', '/redirects?search=OLDER')).said).toEqual([
      expect.objectContaining({ path: '/older', to: '/dam-inquest', kind: 'article' }),
    ])
    expect((await ada.ask('GET', '/redirects?after=%2Fold%2Fdam')).said).toHaveLength(1)
    expect((await ada.ask('DELETE', '/redirects?path=%2Fold%2Fdam')).status).toBe(204)
    expect(await at(n, '/old/dam')).toEqual([404, null])
    expect((await ada.ask('DELETE', '/redirects?path=%2Fold%2Fdam')).status).toBe(404)
    expect((await ada.ask('DELETE', '/redirects?path=%2Fdam-inquest')).status).toBe(404)
    expect(await at(n, '/dam-inquest')).toEqual([200, null])
  })

  test('a redirect that goes round, nowhere or over something else is refused', async () => {
    const { n, ada } = await withArticle()
    await n.write((tx) => draft(tx, { headline: 'Strike', path: '/strike' }, n.now()))
    await ada.ask('POST', '/redirects', { from: '/old', to: '/dam-inquest' })
    const wrong: [Record<string, string>, number, string][] = [
      [{ from: '/dam-inquest', to: '/dam-inquest' }, 422, 'addresses/loop'],
      [{ from: '/dam-inquest', to: '/old' }, 409, 'addresses/taken'],
      [{ from: '/strike', to: '/dam-inquest' }, 409, 'addresses/taken'],
      [{ from: '/old', to: '/dam-inquest' }, 409, 'addresses/redirected'],
      [{ from: '/new', to: '/nowhere' }, 422, 'addresses/target'],
      [{ from: '/new', to: 'https://else.example/nowhere' }, 422, 'addresses/target'],
      [{ from: '/desk/staff', to: '/dam-inquest' }, 422, 'addresses/reserved'],
      [{ from: '/', to: '/dam-inquest' }, 422, 'addresses/reserved'],
      [{ from: 'new', to: '/dam-inquest' }, 422, 'addresses/path'],
      [{ from: '/a\u202eb', to: '/dam-inquest' }, 422, 'addresses/path'],
      [{ from: ' ', to: '/dam-inquest' }, 422, 'api/from'],
    ]
    for (const [fields, status, code] of wrong) {
      const { said, status: found } = await ada.ask('POST', '/redirects', fields)
      expect([fields, found, said.code]).toEqual([fields, status, code])
    }
    expect((await ada.ask('GET', '/redirects')).said).toHaveLength(1)
  })

  test('a category is added, renamed, moved and put in order, and pages follow', async () => {
    const { n, ada } = await withArticle()
    const add = async (name: string, parentId: string | null = null) =>
      (await ada.ask('POST', '/settings/categories', { name, parentId })).said.id
    const [europe, africa] = [await add('Europe'), await add('Africa')]
    const port = await add('Ports', europe)
    const order = async () =>
      (await ada.ask('GET', '/settings/categories')).said
        .filter(({ parentId }: { parentId: string | null }) => parentId === null)
        .map(({ name }: { name: string }) => name)
    expect(await order()).toEqual(['Europe', 'Africa'])
    await ada.ask('PUT', '/settings/category-order', { ids: [africa, europe] })
    expect(await order()).toEqual(['Africa', 'Europe'])
    expect(await (await n.app.request('/')).text()).toMatch(/Africa[\s\S]*Europe/)

    const { said } = await ada.ask('GET', '/settings/categories')
    const { version, id: _, ...category } = said.find(({ id }: { id: string }) => id === port)
    const change = (changes: object, by = ada) =>
      by.ask('PUT', `/settings/categories/${port}`, {
        version,
        category: { ...category, ...changes },
      })
    const after = { name: 'Harbours', path: '/harbours', parentId: africa }
    expect((await change({ parentId: port })).status).toBe(422)
    expect((await change({ path: '/dam-inquest' })).status).toBe(409)
    expect((await change({ name: '' })).status).toBe(422)
    expect((await change(after)).status).toBe(204)
    expect(await at(n, '/europe/ports')).toEqual([301, '/harbours'])
    expect(await (await n.app.request('/harbours')).text()).toContain('Harbours')
    expect((await change({ name: 'Docks' })).said.code).toBe('categories/stale')
    const order2 = await ada.ask('PUT', '/settings/category-order', { ids: [africa, 'none'] })
    expect(order2.status).toBe(409)
    const none = await ada.ask('PUT', '/settings/categories/none', { version, category })
    expect(none.status).toBe(404)
    expect((await ada.ask('GET', '/audit?room=category')).said[0].actor.id).toBe(ada.id)
  })

  test('a page is begun as a draft, and listed whatever its state', async () => {
    const { n, ada } = await withArticle()
    const { said } = await ada.ask('POST', '/pages', { headline: 'Imprint' })
    expect((await ada.ask('GET', '/pages')).said).toEqual([
      expect.objectContaining({ id: said.id, path: '/imprint', status: 'draft' }),
    ])
    expect(await at(n, '/imprint')).toEqual([404, null])
    expect((await ada.ask('GET', `/articles/${said.id}/manuscript`)).said.mayEdit).toBe(true)
    expect((await ada.ask('POST', '/pages', { headline: ' ' })).status).toBe(422)
  })

  test('all of this is for administrators', async () => {
    const { n, ada } = await withArticle()
    const { said } = await ada.ask('POST', '/settings/categories', { name: 'Asia', parentId: null })
    await ada.ask('POST', '/redirects', { from: '/old', to: '/dam-inquest' })
    const category = { name: 'A', names: {}, description: '', path: '/a', parentId: null }
    const before = (await ada.ask('GET', '/settings/categories')).said
    for (const role of ['reporter', 'editor', 'publisher', 'moderator']) {
      const { ask } = await colleague(n, role)
      for (const [method, path, json] of [
        ['GET', '/pages'],
        ['POST', '/pages', { headline: 'About' }],
        ['GET', '/redirects'],
        ['POST', '/redirects', { from: '/a', to: '/dam-inquest' }],
        ['DELETE', '/redirects?path=%2Fold'],
        ['GET', '/settings/categories'],
        ['POST', '/settings/categories', { name: 'Africa', parentId: null }],
        ['PUT', `/settings/categories/${said.id}`, { version: '', category }],
        ['PUT', '/settings/category-order', { ids: [said.id] }],
      ] as const)
        expect([role, method, path, (await ask(method, path, json)).status]).toEqual([
          role,
          method,
          path,
          403,
        ])
    }
    expect((await ada.ask('GET', '/settings/categories')).said).toEqual(before)
    expect((await ada.ask('GET', '/redirects')).said).toHaveLength(1)
  })
})
