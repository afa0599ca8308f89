import type { CompiledQuery, KyselyPlugin } from 'kysely'
import { expect, test } from 'vitest'
import { onEveryDatabase, type TestNewsroom } from '../../test/newsroom.ts'
import type { Db } from '../platform/database.ts'
import { articlesForReader } from './articles.ts'
import { cardsOf, headlinesOf } from './cards.ts'
import { standingPages } from './directory.ts'
import { publish } from './publish.ts'
import { draft } from './write.ts'

/** How SQLite goes about what some reading asks of the articles, a line for each step. */
async function plans(n: TestNewsroom, read: (db: Db) => Promise<unknown>) {
  const asked: CompiledQuery[] = []
  const listening: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      asked.push(n.db.getExecutor().compileQuery(node, queryId))
      return node
    },
    transformResult: async ({ result }) => result,
  }
  await read(n.db.withPlugin(listening))
  const steps: string[] = []
  for (const query of asked) {
    const plan = await n.db.executeQuery<{ detail: string }>({
      ...query,
      sql: `explain query plan ${query.sql}`,
      // Of a query that is built once, values are not known yet; its plan is the same for all.
      parameters: query.parameters.map((value) => (typeof value === 'object' ? '' : value)),
    })
    steps.push(...plan.rows.map(({ detail }) => detail))
  }
  return steps.filter((step) => / articles\b/.test(step))
}

onEveryDatabase('the indexes of articles', (open, kind) => {
  test.runIf(kind === 'sqlite')(
    'articles named by their ids are found by them, however many there are of their status',
    async () => {
      const n = await open()
      const ids = await n.write(async (tx) => {
        const made: string[] = []
        for (let count = 0; count < 12; count++) {
          const id = await draft(tx, { headline: `Number ${count}` }, n.now())
          await publish(tx, id, n.now())
          made.push(id)
        }
        return made
      })
      for (const read of [cardsOf, headlinesOf, articlesForReader])
        expect(await plans(n, (db) => read(db, ids))).toEqual([
          expect.stringMatching(/^SEARCH articles USING .*\(id=\?\)$/),
        ])
      expect(await plans(n, standingPages)).toEqual([
        expect.stringContaining('USING INDEX articles_pages'),
      ])
    },
  )
})
