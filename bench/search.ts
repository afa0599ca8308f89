import { cpSync } from 'node:fs'
import { join } from 'node:path'
import type { Bench } from './bench.ts'
import { bounded, type Figure, median, milliseconds, perSecond, quantile } from './figure.ts'
import { builtProgram, finished, quiet } from './processes.ts'
import { random, sentence } from './text.ts'

const ROUNDS = 10

/** Words of the benches' language by how often they stand in its articles. */
const next = random(1)
const spoken = Array.from({ length: 4000 }, () => sentence(next).slice(0, -1).toLowerCase())
  .join(' ')
  .split(' ')
const ranked = [
  ...spoken.reduce(
    (all, word) => all.set(word, (all.get(word) ?? 0) + 1),
    new Map<string, number>(),
  ),
]
  .sort(([, a], [, b]) => b - a)
  .map(([word]) => word)
const [common, second, rare] = [ranked[0]!, ranked[40]!, ranked.at(-1)!]

const queries: Record<string, string> = {
  'a rare word': `q=${rare}`,
  'the most common word': `q=${common}`,
  'the most common word, newest first': `q=${common}&sort=date`,
  'two words': `q=${second}+${ranked[200]}`,
  'a phrase': `q="${common}+${second}"`,
  'how a word begins': `q=${ranked[300]!.slice(0, 3)}*`,
  'a word without another': `q=${second}+-${common}`,
  'a common word in one category': `q=${common}&category=/region-2`,
  'a misspelt word': `q=${ranked[120]}xq`,
  'an Arabic word': `q=${encodeURIComponent('الخارجيه')}`,
  'Chinese characters': `q=${encodeURIComponent('北京大学')}`,
}

/** Searches of a large newsroom with all that their page shows: results, snippets, counts and suggestions. */
export async function search(bench: Bench): Promise<Figure[]> {
  const data = join(bench.folder, 'search')
  cpSync(await bench.newsroom(bench.articles), data, { recursive: true })
  const bound = { under: 50 }
  const figures = await searching('SQLite', { DATA_DIR: data }, bound)
  const environment = await bench.onPostgres(bench.articles)
  return environment ? [...figures, ...(await searching('Postgres', environment, bound))] : figures
}

/**
 * Reads a newsroom into its index, if it is not yet, and searches it; `bound` is in milliseconds, or null where nothing
 * is asked for. With `bulk` so many articles are read in one write, and not timed.
 */
export async function searching(
  where: string,
  environment: Record<string, string>,
  bound: { under: number } | null,
  bulk: number | null = null,
): Promise<Figure[]> {
  const wanted = JSON.stringify({ queries, rounds: ROUNDS, bulk })
  const { perSecond: read, took } = JSON.parse(
    await finished(builtProgram('search', [wanted]), quiet(environment)),
  ) as { perSecond: number | null; took: Record<string, { ms: number[]; said: string }> }
  const reading = `articles read into the index, ${where}`
  return [
    ...(read === null || bulk !== null
      ? []
      : [bounded(reading, read, perSecond, 'in the background', null)]),
    ...Object.entries(took).map(([name, { ms, said }]) =>
      bounded(
        `search for ${name}, ${where}`,
        median(ms),
        milliseconds,
        `${said}; nine in ten within ${milliseconds(quantile(ms, 0.9))}`,
        bound,
      ),
    ),
  ]
}
