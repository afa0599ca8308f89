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
