import { rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, test } from 'vitest'
import { migrations } from '../migrations/index.ts'
import { openDatabase } from '../src/platform/database.ts'
import { databases, freshDatabase, testFolder } from './newsroom.ts'
import { program } from './process.ts'

for (const kind of databases())
  describe(`killed at any moment (${kind})`, () => {
    const folders: string[] = []
    afterAll(() => {
      for (const folder of folders) rmSync(folder, { recursive: true, force: true })
    })
    const fresh = async () => {
      const folder = testFolder()
      folders.push(folder)
      return await freshDatabase(kind, folder)
    }

    test('a migration that is killed half-way leaves nothing behind and starts again', async () => {
      const { engine, environment } = await fresh()
      const slow = program('migrate-slowly.ts', [], environment)
      await slow.says(/half-way/)
      slow.child.kill('SIGKILL')
      await slow.ended
      const database = openDatabase(engine())
      const done = await database.migrate({
        ...migrations,
        '9999-slow': {
          async up(db) {
            await db.schema.createTable('half').addColumn('id', 'text').execute()
          },
        },
      })
      expect(done).toContain('9999-slow')
      await database.close()
    })

    test('two processes that migrate at once migrate once', async () => {
      const { engine } = await fresh()
      const both = [openDatabase(engine()), openDatabase(engine())]
      const done = (await Promise.all(both.map((one) => one.migrate(migrations)))).flat()
      expect(done.length).toBe(kind === 'sqlite' ? Object.keys(migrations).length : 0)
      for (const one of both) await one.close()
    })

    test('an article that was answered for is there after kill -9, with its lists and its address', async () => {
      const { engine, environment } = await fresh()
      const setup = openDatabase(engine())
      await setup.migrate(migrations)
      for (let round = 0; round < 3; round++) {
        const writers = [1, 2].map(() => program('write-without-end.ts', [], environment))
        await Promise.all(writers.map((writer) => writer.says(/(\S+\n){5}/)))
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 200))
        for (const writer of writers) writer.child.kill('SIGKILL')
        await Promise.all(writers.map((writer) => writer.ended))
        const said = writers.flatMap((writer) => writer.out().split('\n').slice(0, -1))
        expect(said.length).toBeGreaterThan(9)
        for (const table of ['articles', 'addresses', 'feed_entries'] as const) {
          const column =
            table === 'articles' ? 'id' : table === 'addresses' ? 'thing_id' : 'article_id'
          const rows = await setup.db
            .selectFrom(table)
            .select(column as never)
            .where(column as never, 'in', said as never)
            .execute()
          expect([table, new Set(rows.map((row) => Object.values(row)[0])).size]).toEqual([
            table,
            said.length,
          ])
        }
        const halves = await setup.db
          .selectFrom('articles')
          .select('id')
          .where('status', '=', 'published')
          .where((e) =>
            e.not(
              e.exists(
                e
                  .selectFrom('feed_entries')
                  .select('feed')
                  .whereRef('article_id', '=', 'articles.id'),
              ),
            ),
          )
          .execute()
        expect(halves).toEqual([])
      }
      await setup.close()
      if (kind === 'sqlite') {
        const file = new DatabaseSync(`${environment.DATA_DIR}/newsroom.db`)
        expect(file.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' })
        file.close()
      }
    })
  })
