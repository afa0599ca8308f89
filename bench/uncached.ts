import type { Bench } from './bench.ts'
import { bounded, count, type Figure, median, milliseconds, times } from './figure.ts'
import { load } from './load.ts'
import { MEASURED } from './machine.ts'
import { LARGEST, pathOf } from './newsroom.ts'
import { builtProgram, dateline, finished, quiet } from './processes.ts'

const ARTICLES = 2000
const PATHS = 400
const ROUNDS = 5

const kinds = ['reading', 'identity', 'gzip', 'br'] as const

/** What a page takes in milliseconds, the middle of all times it was made. */
export type Took = Record<(typeof kinds)[number], number>

/**
 * Makes pages anew in a process of their own on one core. Of SQLite the time of the processor counts, which other
 * programs on the machine do not lengthen; a reader of Postgres waits for another process, by the clock.
 */
export async function making(
  environment: Record<string, string>,
  paths: string[],
  rounds: number,
): Promise<Took> {
  const command = builtProgram('pages', [JSON.stringify({ paths, rounds })])
  const measured = JSON.parse(await finished(command, quiet(environment), MEASURED)) as Record<
    string,
    { processor: number[]; clock: number[] }
  >
  const by = environment.DATABASE_URL ? 'clock' : 'processor'
  return Object.fromEntries(kinds.map((kind) => [kind, median(measured[kind]![by]) / 1000])) as Took
}

/** Article pages that are not kept: read and rendered each time, on both databases. */
export async function uncached(bench: Bench): Promise<Figure[]> {
  const figures: Figure[] = []
  const articles = Array.from({ length: PATHS }, (_, n) => pathOf(n * (ARTICLES / PATHS)))
  const data = await bench.newsroom(ARTICLES)
  const newsrooms: { name: string; environment: Record<string, string> }[] = [
    { name: 'SQLite', environment: { DATA_DIR: data } },
  ]
  const postgres = await bench.onPostgres(ARTICLES)
  if (postgres) newsrooms.push({ name: 'Postgres, one reader at a time', environment: postgres })
  for (const { name, environment } of newsrooms) {
    const took = await making(environment, articles, ROUNDS)
    const onSqlite = name === 'SQLite'
    figures.push(
      bounded(
        `article, not kept, ${name}`,
        took.identity,
        milliseconds,
        `reading ${milliseconds(took.reading)} of it; with gzip ${milliseconds(took.gzip)}, with brotli ${milliseconds(took.br)}`,
        onSqlite ? { under: 1 } : null,
      ),
    )
    figures.push(await endToEnd(bench, name, environment))
    if (onSqlite) figures.push(...(await others(environment, took.identity)))
  }
  return figures
}

/** Pages of other kinds beside an article's: what a flood of strangers costs, and machines that read everything. */
async function others(environment: Record<string, string>, article: number): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const [what, path] of [
    ['home', '/'],
    ['category', LARGEST],
    ['feed of the front page', '/feed.rss'],
    ['an address that does not exist', '/nothing/here'],
  ] as const) {
    const { identity } = await making(environment, Array(40).fill(path), ROUNDS)
    const took = identity
    figures.push(
      bounded(
        `${what}, not kept, SQLite`,
        took,
        milliseconds,
        `${times(took / article)} an article page`,
        what.startsWith('an address') ? { under: article } : null,
      ),
    )
  }
  return figures
}

/** As readers meet it: a cache that holds next to nothing, every request for another page. */
async function endToEnd(
  bench: Bench,
  name: string,
  environment: Record<string, string>,
): Promise<Figure> {
  const ours = await dateline(['web'], { ...environment, CACHE_MB: '1' }, MEASURED)
  const paths = Array.from({ length: ARTICLES }, (_, n) => pathOf(n))
  const rates: number[] = []
  for (let round = 0; round <= bench.rounds.rounds; round++) {
    const headers = { 'accept-encoding': 'gzip' }
    const answered = await load({ ...bench.rounds, server: ours, paths, headers })
    if (round > 0) rates.push(answered.perSecond)
  }
  await ours.stop()
  return bounded(
    `articles, not kept, over HTTP with gzip, ${name.split(',')[0]}`,
    median(rates),
    (rate) => `${count(rate)} pages/s`,
    'for a second of one core, every request for another page',
    name === 'SQLite' ? { atLeast: 1000 } : null,
  )
}
