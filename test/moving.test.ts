import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { migrations } from '../migrations/index.ts'
import { publish } from '../src/articles/publish.ts'
import { draft } from '../src/articles/write.ts'
import { loadDemo } from '../src/demo.ts'
import { openDatabase } from '../src/platform/database.ts'
import { onDisk } from '../src/platform/files.ts'
import { sqlite } from '../src/platform/sqlite.ts'
import { databases, freshDatabase, testFolder } from './newsroom.ts'
import { dateline, program, startNewsroom } from './process.ts'

/** Export, import, backup and restore as an operator runs them: beside a running newsroom, killed, on a full disk. */

const root = testFolder()
afterAll(() => rmSync(root, { recursive: true, force: true }))
/** A newsroom that is large enough to be killed in the middle of everything. */
const large = join(root, 'large')
const ARTICLES = 600
let articles = 0

beforeAll(async () => {
  mkdirSync(large)
  const database = openDatabase(sqlite(join(large, 'newsroom.db')))
  await database.migrate(migrations)
  const now = new Date()
  await loadDemo(database, onDisk(join(large, 'pictures')), now)
  await database.write(async (tx) => {
    for (let at = 0; at < ARTICLES; at++)
      await publish(tx, await draft(tx, { headline: `Article ${at}` }, now), now)
  })
  await database.close()
  articles = count(large)
})

function count(folder: string): number {
  const file = new DatabaseSync(join(folder, 'newsroom.db'))
  try {
    expect(file.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' })
    // A published article without its lists or its address would be half a transaction.
    const halves = file
      .prepare(
        `select id from articles where status = 'published' and kind <> 'page' and not (
           id in (select article_id from feed_entries) and id in (select thing_id from addresses))`,
      )
      .all()
    expect(halves).toEqual([])
    return Number(file.prepare('select count(*) as n from articles').get()!.n)
  } finally {
    file.close()
  }
}

let made = 0
const fresh = (name: string) => join(root, `${name}-${++made}`)
const run = async (args: string[], environment: Record<string, string>) => {
  const command = dateline(args, environment)
  return { code: await command.ended, out: command.out(), err: command.err() }
}
const isWhole = async (file: string) => (await run(['doctor', '--archive', file], {})).code === 0

/** Runs a command again and again and kills it at a random moment; returns how often it was faster. */
async function killed(
  rounds: number,
  begin: () => ReturnType<typeof dateline>,
  look: (done: boolean) => Promise<void> | void,
) {
  const began = performance.now()
  const whole = begin()
  expect([await whole.ended, whole.err()]).toEqual([0, ''])
  const takes = performance.now() - began
  await look(true)
  let faster = 0
  for (let round = 0; round < rounds; round++) {
    const command = begin()
    await new Promise((resolve) => setTimeout(resolve, takes * (0.2 + 0.85 * Math.random())))
    command.child.kill('SIGKILL')
    const done = (await command.ended) === 0
    if (done) faster++
    await look(done)
  }
  expect(faster).toBeLessThan(rounds)
}

const ROUNDS = 6

describe('a backup', () => {
  test('of a newsroom that is written to is of one moment, and restores to a sound one', {
    timeout: 120_000,
  }, async () => {
    const folder = fresh('busy')
    mkdirSync(folder)
    const newsroom = await startNewsroom({ DATA_DIR: folder, DEMO: 'on' })
    const writer = program('write-without-end.ts', [], { DATA_DIR: folder })
    await writer.says(/(\S+\n){20}/)
    for (let round = 0; round < 3; round++) {
      const answered = writer.out().split('\n').slice(0, -1)
      const file = fresh('backup.tar')
      writeFileSync(`${file}.tar`, 'the former one')
      const { code, err } = await run(['backup', `${file}.tar`], { DATA_DIR: folder })
      expect([code, err]).toEqual([0, ''])
      const back = fresh('back')
      expect((await run(['restore', `${file}.tar`], { DATA_DIR: back })).code).toBe(0)
      expect(count(back)).toBeGreaterThanOrEqual(answered.length)
      const there = new DatabaseSync(join(back, 'newsroom.db'))
      const find = there.prepare('select 1 from articles where id = ?')
      expect(answered.filter((id) => !find.get(id))).toEqual([])
      there.close()
      expect((await run(['doctor'], { DATA_DIR: back })).out).not.toContain('WRONG')
    }
    expect(writer.child.exitCode).toBe(null)
    const refused = await run(['restore', fresh('none'), '--replace'], { DATA_DIR: folder })
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('cannot be opened')])
    writer.child.kill('SIGKILL')
    await writer.ended
    const file = `${fresh('last')}.tar`
    await run(['backup', file], { DATA_DIR: folder })
    const running = await run(['restore', file, '--replace'], { DATA_DIR: folder })
    expect([running.code, running.err]).toEqual([
      1,
      'dateline: The newsroom is running on this data folder. Stop it first.\n',
    ])
    expect((await fetch(newsroom.address)).status).toBe(200)
    await newsroom.stop()
    const full = await run(['restore', file], { DATA_DIR: folder })
    expect([full.code, full.err]).toEqual([1, expect.stringContaining('is not empty')])
    expect((await run(['restore', file, '--replace'], { DATA_DIR: folder })).code).toBe(0)
    count(folder)
  })

  test('that is killed leaves the former one or a whole one', { timeout: 180_000 }, async () => {
    const file = `${fresh('killed')}.tar`
    await killed(
      ROUNDS,
      () => dateline(['backup', file], { DATA_DIR: large }),
      async () => {
        expect(await isWhole(file)).toBe(true)
        expect(count(large)).toBe(articles)
      },
    )
  })

  test('that is killed while it is put in place leaves the old or the new newsroom', {
    timeout: 180_000,
  }, async () => {
    const file = `${fresh('new')}.tar`
    expect((await run(['backup', file], { DATA_DIR: large })).code).toBe(0)
    const old = `${fresh('old')}.tar`
    const folder = fresh('replaced')
    mkdirSync(folder)
    const small = openDatabase(sqlite(join(folder, 'newsroom.db')))
    await small.migrate(migrations)
    await small.write((tx) => draft(tx, { headline: 'The old one' }, new Date()))
    await small.close()
    expect((await run(['backup', old], { DATA_DIR: folder })).code).toBe(0)
    let next = file
    await killed(
      ROUNDS,
      () => {
        const command = dateline(['restore', next, '--replace'], { DATA_DIR: folder })
        next = next === file ? old : file
        return command
      },
      () => expect([1, articles]).toContain(count(folder)),
    )
    const last = await run(['restore', file, '--replace'], { DATA_DIR: folder })
    expect([last.code, count(folder)]).toEqual([0, articles])
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([])
    expect((await run(['doctor'], { DATA_DIR: folder })).out).not.toContain('WRONG')
  })
})

test('an export that is killed leaves the former archive or a whole one', {
  timeout: 180_000,
}, async () => {
  const file = `${fresh('killed')}.tar.gz`
  await killed(
    ROUNDS,
    () => dateline(['export', file], { DATA_DIR: large }),
    async () => expect(await isWhole(file)).toBe(true),
  )
})

for (const kind of databases())
  describe(`an archive (${kind})`, () => {
    const closing: (() => Promise<void>)[] = []
    afterEach(async () => {
      for (const close of closing.splice(0).reverse()) await close()
    })

    test('whose import is killed leaves the newsroom empty or complete, and comes in when it is run again', {
      timeout: 180_000,
    }, async () => {
      const file = `${fresh('archive')}.tar.gz`
      expect((await run(['export', file], { DATA_DIR: large })).code).toBe(0)
      let environment: Record<string, string> = {}
      const empty = async () => {
        const folder = fresh('target')
        mkdirSync(folder)
        const database = await freshDatabase(kind, folder)
        closing.push(database.remove)
        return database
      }
      let target = await empty()
      const arrived = async () => {
        const database = openDatabase(target.engine())
        const row = await database.db
          .selectFrom('articles')
          .select((e) => e.fn.countAll().as('n'))
          .executeTakeFirst()
          .catch(() => ({ n: 0 }))
        await database.close()
        return Number(row?.n)
      }
      const targets = [target, ...(await Promise.all(Array.from({ length: ROUNDS }, empty)))]
      await killed(
        ROUNDS,
        () => {
          target = targets.shift()!
          environment = target.environment
          return dateline(['import', file], environment)
        },
        async (done) => {
          const there = await arrived()
          expect(done ? [articles] : [0, articles]).toContain(there)
          if (there === articles) return
          const again = await run(['import', file], environment)
          expect([again.code, again.err, await arrived()]).toEqual([0, '', articles])
        },
      )
    })
  })

test('the doctor names what is damaged in an archive, without a newsroom', async () => {
  const file = `${fresh('rotten')}.tar`
  expect((await run(['export', file], { DATA_DIR: large })).code).toBe(0)
  const nowhere = { DATA_DIR: fresh('nowhere') }
  const well = await run(['doctor', '--archive', file], nowhere)
  expect([well.code, well.out]).toEqual([
    0,
    expect.stringMatching(
      /dateline archive of The Sounding.*ok {5}every hash, row, reference and picture/s,
    ),
  ])
  const bytes = readFileSync(file)
  bytes[bytes.indexOf('Article 17')] = 'X'.charCodeAt(0)
  bytes[bytes.indexOf(Buffer.from([0xff, 0xd8, 0xff])) + 2000]! ^= 1
  writeFileSync(file, bytes)
  const ill = await run(['doctor', '--archive', file], nowhere)
  expect([ill.code, ill.out]).toEqual([
    1,
    expect.stringMatching(
      /WRONG {2}pictures\/[0-9a-f]{32}\.jpeg is not the picture.*WRONG {2}articles\.jsonl is damaged/s,
    ),
  ])
  expect(existsSync(nowhere.DATA_DIR)).toBe(false)
})

describe('a disk that is full', () => {
  /** A small file system where this user may mount one; elsewhere a limit on the length of a file. */
  const tight = (megabytes: number, use: (folder: string, shell: string) => void) => {
    const folder = fresh('tight')
    mkdirSync(folder)
    const mounted =
      process.platform === 'linux' &&
      spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]).status === 0
    try {
      use(folder, mounted ? '' : 'ulimit -f 1000; ')
    } finally {
      if (mounted) execFileSync('umount', [folder])
    }
  }
  const inShell = (shell: string, args: string[], folder: string) =>
    spawnSync('sh', ['-c', `${shell}exec "$0" dist/dateline.js "$@"`, process.execPath, ...args], {
      env: { PATH: process.env.PATH, DATA_DIR: folder, LOG_LEVEL: 'warn', NODE_NO_WARNINGS: '1' },
      encoding: 'utf8',
    })
  const full = /The disk is full|may not grow any further|a limit is reached/

  test('stops an export or a backup with a clear word and leaves no half file', () => {
    tight(2, (folder, shell) => {
      for (const command of ['export', 'backup']) {
        const { status, stderr } = inShell(shell, [command, join(folder, 'x.tar')], large)
        expect([command, status, stderr]).toEqual([command, 1, expect.stringMatching(full)])
        expect(readdirSync(folder)).toEqual([])
      }
    })
  })

  test('leaves a newsroom that should be replaced as it was, and one that is moved into empty', async () => {
    const [file, archive] = [`${fresh('b')}.tar`, `${fresh('a')}.tar`]
    expect((await run(['backup', file], { DATA_DIR: large })).code).toBe(0)
    expect((await run(['export', archive], { DATA_DIR: large })).code).toBe(0)
    tight(3, (folder, shell) => {
      const setup = inShell('', ['migrate'], folder)
      expect(setup.status).toBe(0)
      const { status, stderr } = inShell(shell, ['restore', file, '--replace'], folder)
      expect([status, stderr]).toEqual([1, expect.stringMatching(full)])
      expect(count(folder)).toBe(0)
      expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([])
      const moved = inShell(shell, ['import', archive], folder)
      expect([moved.status, moved.stderr]).toEqual([1, expect.stringMatching(full)])
      expect(count(folder)).toBe(0)
    })
  })
})
