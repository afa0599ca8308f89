import { expect, test } from 'vitest'
import { colleague } from '../../test/colleague.ts'
import { onEveryDatabase } from '../../test/newsroom.ts'
import { addCategory } from '../categories/categories.ts'
import { publishDue } from './due.ts'
import { edit } from './write.ts'

const HOUR_MS = 3_600_000

onEveryDatabase('an article whose time has come', (open) => {
  test('and that does not go out tells its author and every editor why, until somebody decides anew', async () => {
    const n = await open()
    const rana = await colleague(n, 'reporter', 'Rana Khatib')
    const ada = await colleague(n, 'editor', 'Ada Haddad')
    const { said } = await rana.ask('POST', '/articles', { headline: 'Who owns the harbour' })
    const at = (hours: number) => new Date(n.now().getTime() + hours * HOUR_MS).toISOString()
    const schedule = (from: string | null, to: string) =>
      ada.ask('PUT', `/articles/${said.id}/schedule`, { from, to })
    const due = at(1)
    expect((await schedule(null, due)).status).toBe(204)
    await n.write(async (tx) => {
      const { id: categoryId } = await addCategory(tx, { name: 'Opinion' }, n.now())
      await edit(tx, said.id, { categoryId }, n.now())
    })
    n.later(2 * HOUR_MS)
    expect(await publishDue(n, n.now())).toEqual([])
    const why = expect.stringContaining('Choose the kind Opinion')
    const stopped = { code: 'articles/kind', why, at: n.now().toISOString() }
    for (const who of [rana, ada]) {
      expect((await who.ask('GET', `/articles/${said.id}`)).said).toMatchObject({
        status: 'ready',
        stopped,
      })
      expect((await who.ask('GET', '/articles')).said.articles[0].stopped).toEqual(stopped)
    }
    n.later(1000)
    await n.write((tx) => edit(tx, said.id, { categoryId: null }, n.now()))
    expect((await schedule(null, at(1))).status).toBe(204)
    n.later(1000)
    const back = { from: 'scheduled', to: 'ready' }
    expect((await ada.ask('PUT', `/articles/${said.id}/status`, back)).status).toBe(204)
    expect((await rana.ask('GET', `/articles/${said.id}`)).said.stopped).toBe(null)
  })

  test('stands in the calendar before and after it went out, and nowhere beside its time', async () => {
    const n = await open()
    const ada = await colleague(n, 'editor', 'Ada Haddad')
    const { said } = await ada.ask('POST', '/articles', { headline: 'Harbour', language: 'en' })
    const at = (hours: number) => new Date(n.now().getTime() + hours * HOUR_MS).toISOString()
    const [due, from, to] = [at(1), at(0), at(24)]
    await ada.ask('PUT', `/articles/${said.id}/schedule`, { from: null, to: due })
    const seen = async (query: string) =>
      (await ada.ask('GET', `/calendar?${query}`)).said.map(
        ({ status, published }: { status: string; published: string | null }) => [
          status,
          published,
        ],
      )
    expect(await seen(`from=${from}&to=${to}`)).toEqual([['scheduled', null]])
    n.later(2 * HOUR_MS)
    expect(await publishDue(n, n.now())).toEqual([said.id])
    expect(await seen(`from=${from}&to=${to}`)).toEqual([['published', due]])
    expect(await seen(`from=${from}&to=${to}&language=ar`)).toEqual([])
    expect(await seen(`from=${to}&to=${at(48)}`)).toEqual([])
  })
})
