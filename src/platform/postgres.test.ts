import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { onEveryDatabase } from '../../test/newsroom.ts'

onEveryDatabase('a connection that is lost', (open, kind) => {
  test.skipIf(kind === 'sqlite')(
    'between two queries of a write fails that write and ends no process',
    async () => {
      const n = await open()
      const begun = Promise.withResolvers<number>()
      const cut = Promise.withResolvers<void>()
      const writing = n.write(async (tx) => {
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
        begun.resolve(rows[0]!.pid)
        await cut.promise
        await sql`select 1`.execute(tx)
      })
      await sql`select pg_terminate_backend(${await begun.promise}::int)`.execute(n.db)
      await wait(200)
      cut.resolve()
      await expect(writing).rejects.toThrow()
      await n.write((tx) => sql`select 1`.execute(tx))
    },
  )
})

onEveryDatabase('a table that another process changes', (open, kind) => {
  test.skipIf(kind === 'sqlite')('is read and written as it is now', async () => {
    const n = await open()
    const tagged = (db: typeof n.db) =>
      db.selectFrom('tags').selectAll().where('id', '=', 'one').execute()
    await n.write((tx) =>
      tx.insertInto('tags').values({ id: 'one', name: 'A', path: '/a' }).execute(),
    )
    expect(await tagged(n.db)).toHaveLength(1)
    expect(await n.write((tx) => tagged(tx))).toHaveLength(1)
    await sql`alter table tags add column colour text not null default 'red'`.execute(n.db)
    expect(await tagged(n.db)).toEqual([{ id: 'one', name: 'A', path: '/a', colour: 'red' }])
    expect(await n.write((tx) => tagged(tx))).toMatchObject([{ colour: 'red' }])
  })
})
