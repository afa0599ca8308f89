import { cpSync } from 'node:fs'
import { join } from 'node:path'
import type { Bench } from './bench.ts'
import { bounded, type Figure, median, milliseconds, quantile } from './figure.ts'
import { builtProgram, dateline, finished, quiet } from './processes.ts'

const ARTICLES = 2000
const ROUNDS = 40

/** From before the write until front page, category, tag, contributor, archive and the article itself show it. */
export async function publishing(bench: Bench): Promise<Figure[]> {
  const data = join(bench.folder, 'publishing')
  cpSync(await bench.newsroom(ARTICLES), data, { recursive: true })
  const figures = [
    await visible('one process, SQLite', { DATA_DIR: data }, 0),
    await visible('two processes beside the writer, SQLite', { DATA_DIR: data }, 2),
  ]
  const environment = await bench.onPostgres(ARTICLES)
  if (!environment) return figures
  figures.push(await visible('one process, Postgres', environment, 0))
  figures.push(await visible('two nodes beside the writer, Postgres', environment, 2))
  return figures
}

async function visible(
  where: string,
  environment: Record<string, string>,
  others: number,
): Promise<Figure> {
  const nodes = await Promise.all(
    Array.from({ length: others }, () => dateline(['web'], environment)),
  )
  const wanted = { rounds: ROUNDS, nodes: nodes.map(({ address }) => address) }
  const took: number[] = JSON.parse(
    await finished(builtProgram('desk', [JSON.stringify(wanted)]), quiet(environment)),
  )
  await Promise.all(nodes.map((node) => node.stop()))
  return bounded(
    `publish to visible on six pages, ${where}`,
    median(took),
    milliseconds,
    `nine in ten within ${milliseconds(quantile(took, 0.9))}; WordPress behind nginx: up to an hour`,
    { under: 50 },
  )
}
