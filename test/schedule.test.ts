import { rmSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { encodeStateAsUpdate, encodeStateVector } from 'yjs'
import { migrations } from '../migrations/index.ts'
import { keepUpdate, manuscriptOf, openManuscript } from '../src/articles/manuscripts.ts'
import { schedule } from '../src/articles/publish.ts'
import { setField } from '../src/articles/typed.ts'
import { draft } from '../src/articles/write.ts'
import { openDatabase } from '../src/platform/database.ts'
import { databases, freshDatabase, testFolder } from './newsroom.ts'
import { eventually, startNewsroom } from './process.ts'

/** What is due while nobody is there to publish it. */

const ITEMS = 40
/** Milliseconds within which everything due is out once the newsroom is back. */
const WITHIN_MS = 5000

for (const kind of databases())
  describe(`a schedule and a newsroom that was away (${kind})`, () => {
    const closing: (() => Promise<unknown>)[] = []
    afterEach(async () => {
      for (const close of closing.splice(0).reverse()) await close()
    })

    test('each item goes out once, in order, within five seconds, though a node is killed meanwhile', async () => {
      const folder = testFolder()
      const fresh = await freshDatabase(kind, folder)
      closing.push(async () => {
        await fresh.remove()
        rmSync(folder, { recursive: true, force: true })
      })
      const desk = openDatabase(fresh.engine())
      closing.push(desk.close)
      await desk.migrate(migrations)
      const start = async () => {
        const newsroom = await startNewsroom(fresh.environment)
        closing.push(newsroom.kill)
        return newsroom
      }

      // It is open when they are scheduled, and gone when their time comes.
      const before = await start()
      const now = Date.now()
      const due = await desk.write(async (tx) => {
        const made: string[] = []
        for (let at = 0; at < ITEMS; at++) {
          const id = await draft(tx, { headline: `Item ${at} of the day` }, new Date(now))
          await schedule(tx, id, new Date(now + 3000 + at), new Date(now))
          made.push(id)
        }
        return made
      })
      // Typed at the last moment, and not tidied by anybody.
      await desk.write(async (tx) => {
        await openManuscript(tx, due[7]!)
        const manuscript = await manuscriptOf(tx, due[7]!)
        const known = encodeStateVector(manuscript)
        setField(manuscript, 'headline', 'Item 7, corrected')
        await keepUpdate(tx, due[7]!, {
          id: 'last words',
          writtenBy: 'somebody',
          bytes: encodeStateAsUpdate(manuscript, known),
        })
      })
      await before.kill()
      await wait(Math.max(0, now + 3200 - Date.now()))

      const statuses = async () =>
        (await desk.db.selectFrom('articles').select('status').execute()).map((row) => row.status)
      expect(new Set(await statuses())).toEqual(new Set(['scheduled']))
      const nodes = await Promise.all(
        Array.from({ length: kind === 'postgres' ? 2 : 1 }, () => start()),
      )
      const opened = performance.now()
      // Half-way, as likely as not.
      await wait(100)
      if (nodes.length > 1) await nodes.pop()!.kill()
      await eventually(statuses, (all) => all.every((status) => status === 'published'), WITHIN_MS)
      const front = await eventually(
        async () => (await fetch(`${nodes[0]!.address}/feed.json`)).text(),
        (feed) => feed.includes(`Item ${ITEMS - 1} of the day`),
        WITHIN_MS,
      )
      expect(performance.now() - opened).toBeLessThan(WITHIN_MS)
      expect(front).not.toContain('Item 7 of the day')

      const out = await desk.db
        .selectFrom('events')
        .select('payload')
        .where('type', '=', 'article.published')
        .execute()
      const ids = out.map(({ payload }) => JSON.parse(payload).articleId as string)
      expect([...ids].sort()).toEqual([...due].sort())
      // The order in which it was committed.
      const changes = await desk.db
        .selectFrom('changes')
        .select('touches')
        .orderBy('place')
        .execute()
      const went = changes.flatMap(({ touches }) =>
        due.filter((id) => touches.includes('"feed:all"') && touches.includes(`article:${id}`)),
      )
      expect(went).toEqual(due)
      const rows = await desk.db
        .selectFrom('articles')
        .select(['id', 'headline'])
        .orderBy('published')
        .execute()
      expect(rows.map(({ id }) => id)).toEqual(due)
      expect(rows[7]!.headline).toBe('Item 7, corrected')
    }, 60_000)
  })
