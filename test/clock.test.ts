import { expect, test } from 'vitest'
import { createApp } from '../src/app.ts'
import { publishDue } from '../src/articles/due.ts'
import { publish, schedule } from '../src/articles/publish.ts'
import { draft } from '../src/articles/write.ts'
import { claim, dispatch, record } from '../src/platform/outbox.ts'
import { Pages } from '../src/platform/pages.ts'
import { ASKED, becomeAdministrator, linkAtTheServer } from '../src/staff/sign-in.ts'
import { onEveryDatabase, type TestNewsroom } from './newsroom.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** A clock that was wrong and is put right. */
onEveryDatabase('a clock that jumps', (open, kind) => {
  const write = (n: TestNewsroom, headline: string) =>
    n.write((tx) => draft(tx, { headline }, n.now()))
  const text = async (app: TestNewsroom['app'], path: string) => (await app.request(path)).text()

  test('what went out while it was ahead stays out, goes out once, and every page stays true', async () => {
    const n = await open()
    const scheduled = await write(n, 'Scheduled for the evening')
    await n.write((tx) => schedule(tx, scheduled, new Date(n.now().getTime() + 8 * HOUR), n.now()))
    n.later(DAY)
    expect(await publishDue(n, n.now())).toEqual([scheduled])
    expect(await text(n.app, '/')).toContain('Scheduled for the evening')
    n.later(-DAY)
    expect(await publishDue(n, n.now())).toEqual([])
    const later = await write(n, 'Written after the clock was put right')
    await n.write((tx) => publish(tx, later, n.now()))
    const fresh = createApp({ ...n, pages: new Pages({ bytes: 1e7 }) })
    for (const path of ['/', '/archive', '/archive/2026/03']) {
      expect(await text(n.app, path)).toBe(await text(fresh, path))
      if (path !== '/archive') expect(await text(n.app, path)).toContain('was put right')
    }
    const events = await n.db.selectFrom('events').select('type').execute()
    expect(events.filter(({ type }) => type === 'article.published')).toHaveLength(2)
  })

  test('a job that was put into the future by it is done now, and one that waits for its turn is not', async () => {
    const n = await open()
    const announce = (articleId: string) =>
      n.write(async (tx) => {
        await record(tx, 'article.published', { articleId }, n.now())
        await dispatch(tx, kind, { 'article.published': { ping: async () => {} } }, n.now())
      })
    n.later(DAY)
    await announce('a')
    n.later(-DAY)
    expect(await n.write((tx) => claim(tx, kind, n.now(), 10))).toHaveLength(1)
    n.later(HOUR / 2)
    await announce('b')
    n.later(-HOUR / 2)
    expect(await n.write((tx) => claim(tx, kind, n.now(), 10))).toHaveLength(0)
  })

  test('who tried to sign in while it was ahead is not shut out once it is right', async () => {
    const n = await open()
    const ask = async () => {
      const answer = await n.app.request('https://paper.example/desk/sign-in', {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'sec-fetch-site': 'same-origin',
        },
        body: 'email=ada@paper.example',
      })
      return answer.status
    }
    const letters = async () =>
      (await n.db.selectFrom('events').select('id').where('type', '=', ASKED).execute()).length
    n.later(30 * DAY)
    for (let tries = 0; tries < 30; tries++) expect(await ask()).toBe(303)
    expect([await ask(), await letters()]).toEqual([429, 5])
    n.later(-30 * DAY)
    for (let tries = 0; tries < 30; tries++) expect(await ask()).toBe(303)
    expect([await ask(), await letters()]).toEqual([429, 10])
  })

  test('a link that was printed while it was ahead lasts no longer for that', async () => {
    const n = await open()
    n.later(30 * DAY)
    const link = await n.write((tx) => linkAtTheServer(tx, null, n.now()))
    n.later(-30 * DAY)
    const fields = { email: 'ada@paper.example', name: 'Ada' }
    await expect(
      n.write((tx) => becomeAdministrator(tx, link, fields, 'test', n.now())),
    ).rejects.toThrow('too old')
  })
})
