import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, describe, expect, inject, test } from 'vitest'
import { publish, schedule } from '../src/articles/publish.ts'
import { draft, edit } from '../src/articles/write.ts'
import { type Database, openDatabase } from '../src/platform/database.ts'
import { postgres } from '../src/platform/postgres.ts'
import { sqlite } from '../src/platform/sqlite.ts'
import { databases, freshDatabase, testFolder } from './newsroom.ts'
import { freePort, privatePostgres } from './postgres.ts'
import { eventually, startNewsroom } from './process.ts'

/** Real processes when something around them goes wrong: crowds, a full disk, a database that is locked or away. */

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

async function paper(environment: Record<string, string> = {}) {
  const folder = environment.DATA_DIR ?? testFolder()
  const metrics = await freePort()
  const newsroom = await startNewsroom({
    DATA_DIR: folder,
    METRICS_PORT: String(metrics),
    ...environment,
  })
  const desk = openDatabase(
    environment.DATABASE_URL
      ? postgres(environment.DATABASE_URL)
      : sqlite(join(folder, 'newsroom.db')),
  )
  closing.push(() => rmSync(folder, { recursive: true, force: true }), newsroom.kill, desk.close)
  return {
    folder,
    newsroom,
    desk,
    status: async (path: string) => (await fetch(newsroom.address + path)).status,
    text: async (path: string) => (await fetch(newsroom.address + path)).text(),
    figure: async (name: string) => {
      const text = await (await fetch(`http://127.0.0.1:${metrics}/metrics`)).text()
      return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1])
    },
  }
}

const bringOut = (desk: Database, path: string, headline = `News at ${path}`) =>
  desk.write(async (tx) => {
    const id = await draft(tx, { headline, path }, new Date())
    await publish(tx, id, new Date())
    return id
  })

const bringOutAt = (desk: Database, path: string, at: Date) =>
  desk.write(async (tx) => {
    const id = await draft(tx, { headline: `News at ${path}`, path }, new Date())
    await schedule(tx, id, at, new Date())
  })

/** Connections that never finish asking. */
async function silent(address: string, many: number): Promise<Socket[]> {
  const { hostname, port } = new URL(address)
  const sockets: Socket[] = []
  closing.push(() => {
    for (const socket of sockets) socket.destroy()
  })
  for (let at = 0; at < many; at += 500)
    await Promise.all(
      Array.from(
        { length: Math.min(500, many - at) },
        () =>
          new Promise<void>((resolve, reject) => {
            const socket = connect(Number(port), hostname, () => {
              socket.write('GET / HTTP/1.1\r\nhost: x\r\n')
              resolve()
            })
            socket.once('error', reject)
            socket.on('error', () => {}).resume()
            sockets.push(socket)
          }),
      ),
    )
  return sockets
}

const openFiles = () => {
  const report = process.report.getReport() as unknown as {
    userLimits: { open_files: { soft: number | 'unlimited' } }
  }
  const { soft } = report.userLimits.open_files
  return soft === 'unlimited' ? Number.POSITIVE_INFINITY : soft
}

describe('crowds', () => {
  test('readers are served while ten thousand connections never finish asking, and those are let go', {
    timeout: 90_000,
  }, async () => {
    const { newsroom, desk, status, figure } = await paper()
    await bringOut(desk, '/news')
    expect(await status('/news')).toBe(200)
    const many = Math.min(10_000, Math.floor(openFiles() / 2))
    if (many < 10_000) process.stderr.write(`\n*** Only ${many} connections: see ulimit -n\n`)
    const before = await figure('process_resident_memory_bytes')
    const sockets = await silent(newsroom.address, many)
    const waited: number[] = []
    for (let n = 0; n < 100; n++) {
      const began = performance.now()
      expect(await status('/news')).toBe(200)
      waited.push(performance.now() - began)
    }
    const grown = ((await figure('process_resident_memory_bytes')) - before) / 2 ** 20
    expect(waited.sort((a, b) => a - b)[95]).toBeLessThan(1000)
    // 20 KB each, and what the garbage collector had yet to take.
    expect(grown).toBeLessThan((many * 20) / 1024 + 50)
    await eventually(
      async () => sockets.filter((socket) => !socket.closed).length,
      (open) => open === 0,
      40_000,
    )
    expect(await status('/news')).toBe(200)
  })

  // On SQLite a page is there before the next reader is heard; only Postgres lets them wait for one another.
  for (const kind of databases())
    test(`a page that five hundred readers ask for at once is rendered once (${kind})`, async () => {
      const { environment, remove } = await freshDatabase(kind, testFolder())
      closing.push(remove)
      const { desk, status, figure } = await paper(environment)
      await bringOut(desk, '/news')
      expect(await status('/archive')).toBe(200)
      const before = await figure('dateline_pages_renders')
      const answers = await Promise.all(Array.from({ length: 500 }, () => status('/news')))
      expect(new Set(answers)).toEqual(new Set([200]))
      expect((await figure('dateline_pages_renders')) - before).toBe(1)
    })

  test('addresses that do not exist are answered calmly and leave nothing behind', {
    timeout: 90_000,
  }, async () => {
    const { desk, status, figure } = await paper()
    await bringOut(desk, '/news')
    expect(await status('/news')).toBe(200)
    const kept = await figure('dateline_pages_kept')
    const flood = async (name: string) => {
      for (let at = 0; at < 5000; at += 100) {
        const answers = await Promise.all(
          Array.from({ length: 100 }, (_, n) => status(`/${name}/${at + n}?a=${n}`)),
        )
        expect(new Set(answers)).toEqual(new Set([404]))
      }
      return await figure('process_resident_memory_bytes')
    }
    await flood('first')
    const [second, third] = [await flood('second'), await flood('third')]
    expect((third - second) / 2 ** 20).toBeLessThan(30)
    expect(await figure('dateline_pages_kept')).toBe(kept)
  })

  test('a process that stood still answers everybody who waited', async () => {
    const { newsroom, desk, status } = await paper()
    await bringOut(desk, '/news')
    expect(await status('/news')).toBe(200)
    newsroom.child.kill('SIGSTOP')
    const waiting = Promise.all(
      Array.from({ length: 50 }, (_, n) => status(n % 2 ? '/news' : '/archive')),
    )
    await wait(2000)
    newsroom.child.kill('SIGCONT')
    expect(new Set(await waiting)).toEqual(new Set([200]))
  })
})

describe('a disk without room', () => {
  test('everything can be read, what is to be written waits, and goes on when there is room', {
    timeout: 90_000,
  }, async () => {
    const disk = smallDisk()
    if (!disk) {
      process.stderr.write('\n*** LEFT OUT: A FULL DISK: neither mount nor prlimit is allowed\n\n')
      return
    }
    const { newsroom, desk, status, text } = await paper({ DATA_DIR: disk.folder })
    await bringOut(desk, '/kept')
    await bringOut(desk, '/not-kept')
    expect(await status('/kept')).toBe(200)
    await bringOutAt(desk, '/later', new Date(Date.now() + 1500))
    disk.fill(newsroom.child.pid!)
    await wait(4000)
    for (const path of ['/kept', '/not-kept', '/', '/archive'])
      expect([path, await status(path)]).toEqual([path, 200])
    expect(await status('/later')).toBe(404)
    expect(newsroom.err()).toMatch(/no room/)
    expect(newsroom.err().split('\n').length).toBeLessThan(10)
    disk.empty(newsroom.child.pid!)
    await eventually(
      () => text('/'),
      (page) => page.includes('News at /later'),
    )
  })
})

describe('a database that is locked', () => {
  test('pages are read while another program holds the lock, and what was due goes out after it', {
    timeout: 90_000,
  }, async () => {
    const { folder, desk, status } = await paper()
    await bringOut(desk, '/kept')
    await bringOut(desk, '/not-kept')
    expect(await status('/kept')).toBe(200)
    await bringOutAt(desk, '/later', new Date(Date.now() + 500))
    const other = new DatabaseSync(join(folder, 'newsroom.db'))
    other.exec('begin exclusive')
    await wait(3000)
    for (const path of ['/kept', '/not-kept', '/'])
      expect([path, await status(path)]).toEqual([path, 200])
    expect(await status('/later')).toBe(404)
    other.exec('rollback')
    other.close()
    await eventually(
      () => status('/later'),
      (answer) => answer === 200,
    )
  })
})

describe.skipIf(!inject('postgres'))('a database that is away', () => {
  test('kept pages are read, others are promised calmly, and all is well when it is back', {
    timeout: 120_000,
  }, async () => {
    const server = (await privatePostgres())!
    closing.push(server.stop)
    const { newsroom, desk, status, text } = await paper({ DATABASE_URL: server.address })
    const id = await bringOut(desk, '/kept')
    await bringOut(desk, '/not-kept')
    // A page that was kept before the node heard of the change is dropped when it does.
    await wait(500)
    for (const path of ['/kept', '/', '/health']) expect(await status(path)).toBe(200)
    await server.goAway()
    for (let round = 0; round < 20; round++) {
      expect([await status('/kept'), await status('/')]).toEqual([200, 200])
      const answer = await fetch(`${newsroom.address}/not-kept`)
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '10'])
      expect(answer.headers.get('cache-control')).toBe('no-store')
      expect(await answer.text()).toMatch(/<h1>Back in a moment<\/h1>/)
    }
    expect(await status('/health')).toBe(503)
    // Few lines, however many readers came.
    expect(newsroom.err()).toMatch(/the database is away/)
    expect(newsroom.err().split('\n').length).toBeLessThan(15)
    await server.comeBack()
    await eventually(
      () => status('/not-kept'),
      (answer) => answer === 200,
    )
    await desk.write((tx) => edit(tx, id, { headline: 'After it came back' }, new Date()))
    await eventually(
      () => text('/kept'),
      (page) => page.includes('After it came back'),
    )
  })
})

/** A folder whose disk can be filled and emptied: a small one of its own, else a bound on the files of a process. */
function smallDisk() {
  const folder = testFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', folder], { stdio: 'pipe' })
  } catch {
    return boundedFiles(folder)
  }
  const filler = join(folder, 'filler')
  mkdirSync(join(folder, 'data'))
  closing.push(() => execFileSync('umount', ['-l', folder]))
  return {
    folder: join(folder, 'data'),
    fill: (_pid: number) => {
      for (const size of [2 ** 20, 2 ** 12, 1])
        try {
          for (;;) writeFileSync(filler, Buffer.alloc(size), { flag: 'a' })
        } catch {}
    },
    empty: (_pid: number) => rmSync(filler),
  }
}

function boundedFiles(folder: string) {
  const bound = (pid: number, size: string) =>
    execFileSync('prlimit', ['--pid', String(pid), `--fsize=${size}:`], { stdio: 'pipe' })
  try {
    bound(process.pid, /Max file size\s+(\S+)/.exec(readFileSync('/proc/self/limits', 'utf8'))![1]!)
  } catch {
    return undefined
  }
  return {
    folder,
    fill: (pid: number) => bound(pid, '4096'),
    empty: (pid: number) => bound(pid, 'unlimited'),
  }
}
