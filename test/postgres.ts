import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

type Server = { address: string; stop: () => Promise<void> }

/** A Postgres for the tests: a private one, unless another is given. Undefined where there is none. */
export async function startPostgres(): Promise<Server | undefined> {
  const given = process.env.TEST_POSTGRES_URL
  return given ? { address: given, stop: async () => {} } : await privatePostgres()
}

/** A Postgres of one's own, which can go away and come back at the same address. */
export async function privatePostgres(): Promise<
  (Server & { goAway: () => Promise<void>; comeBack: () => Promise<void> }) | undefined
> {
  const bin = serverBinaries()
  if (!bin) return undefined

  const folder = mkdtempSync(join(tmpdir(), 'dateline-postgres-'))
  const user = process.getuid?.() === 0 ? unprivileged() : undefined
  if (user) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const as = { ...(user ?? {}), cwd: folder, stdio: 'pipe' as const }
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'dateline', '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync'],
    as,
  )
  const port = await freePort()
  const options = [
    `-D "${data}" -p ${port} -k "${folder}"`,
    '-c listen_addresses=127.0.0.1 -c fsync=off -c synchronous_commit=off -c full_page_writes=off',
    '-c max_connections=300 -c log_min_messages=fatal',
  ].join(' ')
  // The shell reads its standard input: when this process ends, however it ends, the pipe closes and Postgres stops.
  const script = `"${join(bin, 'postgres')}" ${options} </dev/null & server=$!; read -r _; kill -INT $server; wait $server`
  const begin = () => spawn('sh', ['-c', script], { ...as, stdio: ['pipe', 'ignore', 'ignore'] })
  const address = `postgres://dateline@127.0.0.1:${port}/postgres`
  let server = begin()
  await reachable(address)
  const goAway = async () => {
    if (server.exitCode !== null) return
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.stdin.end()
    await ended
  }
  return {
    address,
    goAway,
    comeBack: async () => {
      server = begin()
      await reachable(address)
    },
    stop: async () => {
      await goAway()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function serverBinaries(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian)
    ? readdirSync(debian)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => join(debian, version, 'bin'))
    : []
  const path = (process.env.PATH ?? '').split(':')
  return [...versions, ...path].find(
    (folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')),
  )
}

/** Postgres refuses to run as root. */
function unprivileged() {
  for (const name of ['postgres', 'nobody'])
    try {
      const id = (flag: string) =>
        Number(execFileSync('id', [flag, name], { stdio: 'pipe' }).toString())
      return { uid: id('-u'), gid: id('-g') }
    } catch {}
  throw new Error('Postgres cannot run as root, and there is neither a user postgres nor nobody')
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function reachable(address: string) {
  for (let tried = 0; ; tried++) {
    const client = new pg.Client({ connectionString: address })
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      await client.end().catch(() => {})
      if (tried > 100) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

/** The address of another database on the same server. */
export function onServer(address: string, database: string): string {
  const url = new URL(address)
  url.pathname = `/${database}`
  return url.toString()
}
