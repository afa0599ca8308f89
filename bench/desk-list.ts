import { cpSync } from 'node:fs'
import { join } from 'node:path'
import type { Bench } from './bench.ts'
import { bounded, type Figure, median, milliseconds, quantile } from './figure.ts'
import { builtProgram, finished, quiet } from './processes.ts'

const ROUNDS = 20

/** What the desk's list, board and calendar take in a large newsroom, asked as the desk's screens ask. */
export async function deskList(bench: Bench): Promise<Figure[]> {
  const data = join(bench.folder, 'desk-list')
  cpSync(await bench.newsroom(bench.articles), data, { recursive: true })
  const figures = await listing(bench, 'SQLite', { DATA_DIR: data })
  const environment = await bench.onPostgres(bench.articles)
  return environment ? [...figures, ...(await listing(bench, 'Postgres', environment))] : figures
}

async function listing(
  { articles }: Bench,
  where: string,
  environment: Record<string, string>,
): Promise<Figure[]> {
  const took = JSON.parse(
    await finished(builtProgram('desk-list', [String(ROUNDS)]), quiet(environment)),
  ) as Record<string, { ms: number[]; found: number }>
  return Object.entries(took).map(([name, { ms, found }]) =>
    bounded(
      `the desk’s ${name} of ${articles.toLocaleString('en-GB')} articles, ${where}`,
      median(ms),
      milliseconds,
      `${found} shown; nine in ten within ${milliseconds(quantile(ms, 0.9))}`,
      { under: 100 },
    ),
  )
}
