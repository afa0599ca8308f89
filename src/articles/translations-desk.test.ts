import { expect, test } from 'vitest'
import { colleague } from '../../test/colleague.ts'
import { onEveryDatabase } from '../../test/newsroom.ts'
import { publish } from './publish.ts'
import { draft } from './write.ts'

onEveryDatabase('translations at the desk', (open) => {
  test('an editor says that two articles are one in two languages, and readers of each are led to the other', async () => {
    const n = await open()
    const { ask } = await colleague(n, 'editor')
    const write = (headline: string, language: string) =>
      n.write(async (tx) => {
        const id = await draft(
          tx,
          { headline, language, path: `/${language}-${headline}` },
          n.now(),
        )
        await publish(tx, id, n.now())
        return id
      })
    const dam = await write('dam', 'en')
    const damm = await write('damm', 'de')
    const leads = async () => (await (await n.app.request('/en-dam')).text()).includes('/de-damm')
    expect(await leads()).toBe(false)
    const join = (articleId: string) => ask('POST', `/articles/${dam}/translations`, { articleId })
    expect((await join(damm)).status).toBe(204)
    expect((await ask('GET', `/articles/${dam}/translations`)).said).toEqual([
      { id: damm, headline: 'damm', language: 'de' },
    ])
    expect(await leads()).toBe(true)

    expect(await join(dam)).toMatchObject({ status: 422, said: { code: 'articles/itself' } })
    expect(await join(await write('deich', 'de'))).toMatchObject({ status: 409 })
    expect((await ask('DELETE', `/articles/${damm}/translations`)).status).toBe(204)
    expect(await leads()).toBe(false)
  })

  test('a reporter names only articles that are theirs to change', async () => {
    const n = await open()
    const { ask, id } = await colleague(n, 'reporter')
    const mine = await n.write((tx) => draft(tx, { headline: 'Mine', language: 'en' }, n.now(), id))
    const other = await n.write((tx) => draft(tx, { headline: 'Other', language: 'de' }, n.now()))
    expect(await ask('POST', `/articles/${mine}/translations`, { articleId: other })).toMatchObject(
      { status: 403 },
    )
    expect((await ask('GET', `/articles/${mine}/translations`)).said).toEqual([])
  })
})
