import { expect, test } from 'vitest'
import { onEveryDatabase, type TestNewsroom } from '../../test/newsroom.ts'
import { eventually } from '../../test/process.ts'
import { logger } from './log.ts'
import { ATTEMPTS, backlog, claim, dispatch, LEASE_MS, record, type Subscribers } from './outbox.ts'
import { startWorker } from './worker.ts'

onEveryDatabase('the outbox', (open, kind) => {
  const announce = (n: TestNewsroom, articleId: string) =>
    n.write((tx) => record(tx, 'article.published', { articleId }, n.now()))
  const work = (n: TestNewsroom, subscribers: Subscribers<undefined>, slow: string[] = []) =>
    startWorker({
      database: n,
      subscribers,
      slow,
      context: undefined,
      schedule: [],
      log: logger('silent'),
      now: n.now,
    })

  test('each subscriber hears of an event once, also when it is handed out twice', async () => {
    const n = await open()
    await announce(n, 'a')
    const subscribers = {
      'article.published': { tellFollowers: async () => {}, ping: async () => {} },
    }
    await n.write((tx) => dispatch(tx, kind, subscribers, n.now()))
    await n.write((tx) => dispatch(tx, kind, subscribers, n.now()))
    const jobs = await n.write((tx) => claim(tx, kind, n.now(), 10))
    expect(jobs.map((job) => job.handler).sort()).toEqual([
      'article.published ping',
      'article.published tellFollowers',
    ])
    expect(await n.write((tx) => claim(tx, kind, n.now(), 10))).toEqual([])
  })

  test('however much waits that takes its time, what is quick is done beside it', async () => {
    const n = await open()
    for (let at = 0; at < 6; at++)
      await n.write((tx) =>
        record(tx, 'picture.added', { pictureId: String(at), hash: 'a' }, n.now()),
      )
    await announce(n, 'a')
    const done: string[] = []
    const { promise: found, resolve } = Promise.withResolvers<void>()
    const draw = async () => {
      await found
      done.push('drawn')
    }
    const find = async () => {
      done.push('found')
      resolve()
    }
    const worker = work(
      n,
      { 'picture.added': { draw }, 'article.published': { find } } as Subscribers<undefined>,
      ['picture.added draw'],
    )
    await eventually(
      async () => done.length,
      (count) => count === 7,
      5000,
    ).finally(resolve)
    await worker.stop()
    expect(done[0]).toBe('found')
  })

  test('a job of a worker that was killed comes round again', async () => {
    const n = await open()
    await announce(n, 'a')
    await n.write((tx) =>
      dispatch(tx, kind, { 'article.published': { ping: async () => {} } }, n.now()),
    )
    expect(await n.write((tx) => claim(tx, kind, n.now(), 1))).toHaveLength(1)
    n.later(LEASE_MS + 1)
    expect(await n.write((tx) => claim(tx, kind, n.now(), 1))).toHaveLength(1)
  })

  test('eight workers share a hundred jobs and none does another’s', async () => {
    const n = await open()
    for (let at = 0; at < 100; at++) await announce(n, String(at))
    await n.write((tx) =>
      dispatch(tx, kind, { 'article.published': { ping: async () => {} } }, n.now()),
    )
    const claimed = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const mine: string[] = []
        for (;;) {
          const jobs = await n.write((tx) => claim(tx, kind, n.now(), 3))
          if (jobs.length === 0) return mine
          mine.push(...jobs.map((job) => job.id))
        }
      }),
    )
    const all = claimed.flat()
    expect([all.length, new Set(all).size]).toEqual([100, 100])
  })

  test('an event that is announced in a write that fails never happened', async () => {
    const n = await open()
    await expect(
      n.write(async (tx) => {
        await record(tx, 'article.published', { articleId: 'a' }, n.now())
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    expect(await n.db.selectFrom('events').selectAll().execute()).toEqual([])
  })

  test('a worker does what is due, tries again what failed, and in the end leaves it to a person', async () => {
    const n = await open()
    const done: string[] = []
    let tried = 0
    const worker = work(n, {
      'article.published': {
        note: async (_, { articleId }) => void done.push(articleId),
        fail: async () => {
          tried++
          throw new Error('the mail server is away')
        },
      },
    })
    await announce(n, 'a')
    await eventually(
      async () => [...done],
      (seen) => seen.length === 1,
    )
    for (let turn = 1; turn <= ATTEMPTS; turn++) {
      await eventually(
        async () => tried,
        (count) => count >= turn,
      )
      await eventually(
        async () =>
          await n.db.selectFrom('jobs').select(['due', 'failed']).executeTakeFirstOrThrow(),
        (job) =>
          job.failed !== null ||
          job.due < new Date(n.now().getTime() + LEASE_MS - 1).toISOString() ||
          turn >= 8,
      )
      n.later(3_700_000)
    }
    expect(
      await eventually(
        () => backlog(n.db),
        ({ failed }) => failed === 1,
      ),
    ).toEqual({ waiting: 0, failed: 1 })
    const job = await n.db.selectFrom('jobs').selectAll().executeTakeFirstOrThrow()
    expect(job.last_error).toContain('the mail server is away')
    await worker.stop()
    expect(done).toEqual(['a'])
  })

  test('a worker that is told to stop finishes the job in hand', async () => {
    const n = await open()
    const gate = Promise.withResolvers<void>()
    let begun = false
    let ended = false
    const worker = work(n, {
      'article.published': {
        slow: async () => {
          begun = true
          await gate.promise
          ended = true
        },
      },
    })
    await announce(n, 'a')
    await eventually(async () => begun, Boolean)
    const stopped = worker.stop()
    gate.resolve()
    await stopped
    expect([ended, await backlog(n.db)]).toEqual([true, { waiting: 0, failed: 0 }])
  })

  test('reading with db inside a write fails at once instead of hanging', async () => {
    const n = await open()
    await expect(n.write(() => n.db.selectFrom('articles').selectAll().execute())).rejects.toThrow(
      'query with tx',
    )
  })

  test('a write that meets another tries again, and none is lost', async () => {
    const n = await open()
    await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        n.write(async (tx) => {
          const seen = await tx
            .selectFrom('tags')
            .select((e) => e.fn.countAll().as('count'))
            .executeTakeFirstOrThrow()
          await tx
            .insertInto('tags')
            .values({ id: `t${at}`, name: String(seen.count), path: `/tags/${at}` })
            .execute()
        }),
      ),
    )
    const names = (await n.db.selectFrom('tags').select('name').execute())
      .map((row) => Number(row.name))
      .sort((a, b) => a - b)
    expect(names).toEqual(Array.from({ length: 20 }, (_, at) => at))
  })
})
