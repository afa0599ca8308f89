import { expect, test } from 'vitest'
import { onEveryDatabase, type TestNewsroom } from '../../test/newsroom.ts'
import { built } from './built.ts'

const tags = built((db, ids: readonly string[], except: string) =>
  db
    .selectFrom('tags')
    .select('name')
    .where('id', 'in', ids)
    .where('name', '!=', except)
    .orderBy('name'),
)

const named = async (n: TestNewsroom, ...names: string[]) => {
  const rows = names.map((name) => ({ id: name, name, path: `/tags/${name}` }))
  await n.write((tx) => tx.insertInto('tags').values(rows).execute())
}

onEveryDatabase('a query that is built once', (open) => {
  test('answers for whatever is asked, in lists of every length', async () => {
    const n = await open()
    const all = Array.from({ length: 60 }, (_, at) => `t${String(at).padStart(2, '0')}`)
    await named(n, ...all)
    const ask = async (ids: string[], except: string) =>
      (await tags(n.db, ids, except)).map((row) => row.name)
    expect(await ask(['t01'], 't02')).toEqual(['t01'])
    expect(await ask(['t03'], 't02')).toEqual(['t03'])
    expect(await ask(['t03', 't02'], 't02')).toEqual(['t03'])
    expect(await ask(all, 't05')).toEqual(all.filter((name) => name !== 't05'))
    expect(await ask(all, 't06')).toEqual(all.filter((name) => name !== 't06'))
  })

  test('sees within a write what the write has done, and is refused from outside of it', async () => {
    const n = await open()
    await named(n, 'old')
    await n.write(async (tx) => {
      await tx.updateTable('tags').set({ name: 'new' }).execute()
      expect(await tags(tx, ['old'], '')).toEqual([{ name: 'new' }])
      await expect(tags(n.db, ['old'], '')).rejects.toThrow('query with tx')
    })
  })
})
