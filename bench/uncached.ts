import { join } from 'node:path'
import { postgres } from '../src/platform/postgres.ts'
import { onServer, startPostgres } from '../test/postgres.ts'
import type { Bench } from './bench.ts'
import { bounded, count, type Figure, median, milliseconds } from './figure.ts'
import { load } from './load.ts'
import { MEASURED } from './machine.ts'
import { fill, pathOf } from './newsroom.ts'
import { builtProgram, dateline, finished, quiet } from './processes.ts'

const ARTICLES = 2000
const PATHS = 400
const ROUNDS = 5

/** What one page took, in microseconds, each time it was made. */
export type Took = Record<'reading' | 'identity' | 'gzip' | 'br', number[]>

/** Makes pages in a process of their own on one core, each anew. */
export const making = async (
  environment: Record<string, string>,
  paths: string[],
  rounds: number,
): Promise<Took> =>
  JSON.parse(
    await finished(
      builtProgram('pages', [JSON.stringify({ paths, rounds })]),
      quiet(environment),
      MEASURED,
    ),
  )

/** Article pages that are not kept: read and rendered each time, on both databases. */
export async function uncached(bench: Bench): Promise<Figure[]> {
  const figures: Figure[] = []
  const articles = Array.from({ length: PATHS }, (_, n) => pathOf(n * (ARTICLES / PATHS)))
  const data = await bench.newsroom(ARTICLES)
  const newsrooms: { name: string; environment: Record<string, string> }[] = [
    { name: 'SQLite', environment: { DATA_DIR: data } },
  ]
  const server = await startPostgres()
  if (server) {
    bench.say('filling a newsroom on Postgres')
    const address = onServer(server.address, 'postgres')
    await fill(postgres(address), ARTICLES)
    newsrooms.push({
      name: 'Postgres, one reader at a time',
      environment: { DATA_DIR: join(bench.folder, 'pictures'), DATABASE_URL: address },
    })
  }
  try {
    for (const { name, environment } of newsrooms) {
      const took = await making(environment, articles, ROUNDS)
      const onSqlite = name === 'SQLite'
      figures.push(
        bounded(
          `article, not kept, ${name}`,
          median(took.identity) / 1000,
          milliseconds,
          `reading ${milliseconds(median(took.reading) / 1000)} of it; with gzip ${milliseconds(median(took.gzip) / 1000)}, with brotli ${milliseconds(median(took.br) / 1000)}`,
          onSqlite ? { under: 1 } : null,
        ),
      )
      figures.push(await endToEnd(bench, name, environment))
    }
  } finally {
    await server?.stop()
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
