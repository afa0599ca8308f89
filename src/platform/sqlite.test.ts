import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { migrations } from '../../migrations/index.ts'
import { type Database, openDatabase } from './database.ts'
import { sqlite } from './sqlite.ts'

const opened: Database[] = []
const folders: string[] = []
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

function twoProcesses() {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-sqlite-'))
  folders.push(folder)
  const open = () => {
    const database = openDatabase(sqlite(join(folder, 'newsroom.db')))
    opened.push(database)
    return database
  }
  return [open(), open()] as const
}

const tag = (database: Database, name: string) =>
  database.write((tx) => tx.insertInto('tags').values({ id: name, name, path: name }).execute())
const tags = async ({ db }: Database) =>
  (await db.selectFrom('tags').select('name').orderBy('name').execute()).map((row) => row.name)
const nextTurn = () => new Promise((resolve) => setImmediate(resolve))

test('readers see a change of their own process at once, however many have read before in the same turn', async () => {
  const [one] = twoProcesses()
  await one.migrate(migrations)
  for (let n = 0; n < 5; n++) {
    await tags(one)
    await tag(one, `t${n}`)
    expect(await tags(one)).toHaveLength(n + 1)
  }
})

test('what one turn reads is one state of the newsroom, and the next turn reads what others wrote meanwhile', async () => {
  const [one, other] = twoProcesses()
  await one.migrate(migrations)
  await nextTurn()
  expect(await tags(one)).toEqual([])
  // No await of anything but SQLite stands between these: all is one turn.
  await tag(other, 'ceasefire')
  expect(await tags(one)).toEqual([])
  await nextTurn()
  expect(await tags(one)).toEqual(['ceasefire'])
})

test('whoever is told that another process has changed something reads it', async () => {
  const [one, other] = twoProcesses()
  await one.migrate(migrations)
  const read = Promise.withResolvers<string[]>()
  let heard = false
  const stop = await one.listen(() => {
    heard = true
    void tags(one).then(read.resolve)
  }, read.reject)
  // Timers of one turn follow each other: this one reads just before the one that looks for changes.
  const reading = setInterval(() => void (heard || tags(one)), 1)
  await tag(other, 'ceasefire')
  expect(await read.promise).toEqual(['ceasefire'])
  clearInterval(reading)
  await stop()
})

test('a reader that failed, and an open list of rows, hold nobody back', async () => {
  const [one] = twoProcesses()
  await one.migrate(migrations)
  await expect(
    one.db
      .selectFrom('nothing' as 'tags')
      .selectAll()
      .execute(),
  ).rejects.toThrow('nothing')
  await tag(one, 'a')
  await tag(one, 'b')
  const seen: string[] = []
  for await (const row of one.db.selectFrom('tags').select('name').orderBy('name').stream()) {
    seen.push(row.name)
    await tag(one, `after ${row.name}`)
    await nextTurn()
    if (seen.length === 2) break
  }
  expect(seen[0]).toBe('a')
  expect(await tags(one)).toHaveLength(2 + seen.length)
})
