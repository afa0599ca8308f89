import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { builtAll } from './build.ts'
import { type Figure, markdown, table } from './figure.ts'
import { machine } from './machine.ts'
import { filledFolder } from './newsroom.ts'

/**
 * npm run bench [-- NAME …] [--articles N] [--quick] [--million] [--json FILE] [--markdown]
 *
 * Measures the newsroom beside others in the same run. Each bench is a file here that exports one function of its name.
 */
const benches = {
  serving: async () => (await import('./serving.ts')).serving,
  uncached: async () => (await import('./uncached.ts')).uncached,
  publishing: async () => (await import('./publishing.ts')).publishing,
  start: async () => (await import('./start.ts')).start,
  memory: async () => (await import('./memory.ts')).memory,
  moving: async () => (await import('./moving.ts')).moving,
  weight: async () => (await import('./weight.ts')).weight,
}

export type Bench = {
  /** How many articles a large newsroom has. */
  articles: number
  /** Of each contender, in turn with the others; the middle one counts. */
  rounds: { rounds: number; seconds: number; connections: number }
  /** A folder of this run, removed at its end. */
  folder: string
  /** The data folder of a newsroom with so many published articles, on SQLite; made once a run. */
  newsroom: (articles: number) => Promise<string>
  /** Tells the person who waits what is going on. */
  say: (line: string) => void
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    articles: { type: 'string', default: '100000' },
    quick: { type: 'boolean', default: false },
    million: { type: 'boolean', default: false },
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
const made = new Map<number, Promise<string>>()
const bench: Bench = {
  articles: Number(values.articles),
  rounds: values.quick
    ? { rounds: 3, seconds: 1, connections: 32 }
    : { rounds: 5, seconds: 2, connections: 32 },
  folder,
  newsroom: (articles) => {
    let filling = made.get(articles)
    if (!filling) {
      bench.say(`filling a newsroom with ${articles} articles`)
      filling = filledFolder(join(folder, `newsroom-${articles}`), articles)
      made.set(articles, filling)
    }
    return filling
  },
  say: (line) => void process.stderr.write(`${line}\n`),
}

const measured: Record<string, Figure[]> = {}
const about = machine()
try {
  await builtAll()
  for (const [name, load] of Object.entries(benches)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue
    const began = performance.now()
    const measure = await load()
    measured[name] = await measure(bench)
    bench.say(`${name}: ${((performance.now() - began) / 1000).toFixed(0)} s`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
const figures = Object.values(measured).flat()
process.stdout.write(`${about}\n\n${values.markdown ? markdown(figures) : table(figures)}\n`)
if (values.json) writeFileSync(values.json, JSON.stringify({ machine: about, measured }, null, 2))
