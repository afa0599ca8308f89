import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { postgres } from '../src/platform/postgres.ts'
import { onServer as databaseAt, startPostgres } from '../test/postgres.ts'
import { builtAll } from './build.ts'
import { type Figure, publishIn, table } from './figure.ts'
import { machine } from './machine.ts'
import { filledFolder, furnish } from './newsroom.ts'

/**
 * npm run bench [-- NAME … --articles N --quick --million --keep FOLDER --json FILE --markdown]
 *
 * Measures the newsroom beside others in the same run. Each bench is a file here that exports one function of its
 * name. `--million` adds a newsroom with ten times the articles. `--keep` leaves filled newsrooms on SQLite in a folder
 * for the next run. `--json` keeps each bench's figures in a file as soon
 * as they are there, in the place of its earlier ones. `--markdown` writes the tables of README.md and
 * docs/performance.md anew, from what that file keeps too.
 */
const benches = {
  serving: async () => (await import('./serving.ts')).serving,
  uncached: async () => (await import('./uncached.ts')).uncached,
  publishing: async () => (await import('./publishing.ts')).publishing,
  start: async () => (await import('./start.ts')).start,
  memory: async () => (await import('./memory.ts')).memory,
  moving: async () => (await import('./moving.ts')).moving,
  writing: async () => (await import('./writing.ts')).writing,
  search: async () => (await import('./search.ts')).search,
  deskList: async () => (await import('./desk-list.ts')).deskList,
  weight: async () => (await import('./weight.ts')).weight,
  stress: async () => (await import('./stress.ts')).stress,
  lighthouse: async () => (await import('./lighthouse.ts')).lighthouse,
  million: async () => (await import('./million.ts')).million,
  millionSearch: async () => (await import('./million.ts')).millionSearch,
}

/** What `--json` keeps. */
type Kept = { machine: string; measured: Record<string, Figure[]> }

export type Bench = {
  /** How many articles a large newsroom has. */
  articles: number
  /** Of each contender, in turn with the others; the middle one counts. */
  rounds: { rounds: number; seconds: number; connections: number }
  /** A folder of this run, removed at its end. */
  folder: string
  /** Where what takes long to make stands, for this run or for the next ones as well. */
  kept: string
  /** The data folder of a newsroom with so many published articles, on SQLite; made once. What changes it takes a copy. */
  newsroom: (articles: number) => Promise<string>
  /** The environment of a newsroom with so many articles on a Postgres of this run, made once; undefined where there is none. */
  onPostgres: (articles: number) => Promise<Record<string, string> | undefined>
  /** Tells the person who waits what is going on. */
  say: (line: string) => void
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    articles: { type: 'string', default: '100000' },
    quick: { type: 'boolean', default: false },
    million: { type: 'boolean', default: false },
    keep: { type: 'string' },
    json: { type: 'string' },
    markdown: { type: 'boolean', default: false },
  },
})

const unknown = positionals.find((name) => !Object.hasOwn(benches, name))
if (unknown) {
  process.stderr.write(
    `There is no bench “${unknown}”. There are: ${Object.keys(benches).join(', ')}\n`,
  )
  process.exit(2)
}

const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-'))
const filled = values.keep ?? folder
const made = new Map<number, Promise<string>>()
let server: ReturnType<typeof startPostgres> | undefined
const onServer = new Map<number, Promise<Record<string, string> | undefined>>()

async function filledPostgres(articles: number) {
  server ??= startPostgres()
  const running = await server
  if (!running) return undefined
  bench.say(`filling a newsroom with ${articles} articles on Postgres`)
  const name = `newsroom_${articles}_${process.pid}`
  const client = new pg.Client({ connectionString: running.address })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  const address = databaseAt(running.address, name)
  const environment = { DATA_DIR: join(folder, `postgres-${articles}`), DATABASE_URL: address }
  mkdirSync(environment.DATA_DIR)
  await furnish(() => postgres(address), environment, articles)
  return environment
}

const bench: Bench = {
  articles: Number(values.articles),
  rounds: values.quick
    ? { rounds: 3, seconds: 1, connections: 32 }
    : { rounds: 5, seconds: 1, connections: 32 },
  folder,
  kept: filled,
  newsroom: (articles) => {
    let filling = made.get(articles)
    if (!filling) {
      const there = join(filled, `newsroom-${articles}`)
      if (!existsSync(there)) bench.say(`filling a newsroom with ${articles} articles`)
      filling = existsSync(there) ? Promise.resolve(there) : filledFolder(there, articles)
      made.set(articles, filling)
    }
    return filling
  },
  onPostgres: (articles) => {
    const filling = onServer.get(articles) ?? filledPostgres(articles)
    onServer.set(articles, filling)
    return filling
  },
  say: (line) => void process.stderr.write(`${line}\n`),
}

const about = machine()
const measured: Record<string, Figure[]> =
  values.json && existsSync(values.json)
    ? (JSON.parse(readFileSync(values.json, 'utf8')) as Kept).measured
    : {}
try {
  await builtAll()
  for (const [name, load] of Object.entries(benches)) {
    const asked = name.startsWith('million') ? values.million : positionals.length === 0
    if (!asked && !positionals.includes(name)) continue
    const began = performance.now()
    const measure = await load()
    try {
      measured[name] = await measure(bench)
    } catch (failure) {
      // What takes half an hour is not lost for what fails at its end.
      process.exitCode = 1
      bench.say(`${name}: FAILED, ${failure instanceof Error ? failure.stack : failure}`)
      continue
    }
    if (values.json)
      writeFileSync(
        values.json,
        JSON.stringify({ machine: about, measured } satisfies Kept, null, 2),
      )
    bench.say(`${name}: ${((performance.now() - began) / 1000).toFixed(0)} s`)
  }
} finally {
  await (await server)?.stop()
  rmSync(folder, { recursive: true, force: true })
}
const figures = Object.keys(benches).flatMap((name) => measured[name] ?? [])
process.stdout.write(`${about}\n\n${table(figures)}\n`)
if (values.markdown && !process.exitCode) {
  // The README says what was asked for and whether it is met; the page on performance says all.
  publishIn(
    'README.md',
    about,
    figures.filter(({ met }) => met !== null),
  )
  publishIn('docs/performance.md', about, figures)
}
