import { freePort } from '../test/postgres.ts'
import type { Bench } from './bench.ts'
import { bounded, count, type Figure, median, megabytes } from './figure.ts'
import { load } from './load.ts'
import { MEASURED, memoryOf } from './machine.ts'
import { pathOf } from './newsroom.ts'
import { dateline } from './processes.ts'

/** Requests in an hour of a busy day: 300 readers a second. */
const HOUR = 300 * 3600
/** Requests after which the same come again: a tenth of them for pages of which no more than some are kept. */
const CYCLE = 20_000
/** Of a hundred requests, so many are for the front page or the newest articles. */
const POPULAR = 90
/** Megabytes that memory may grow in each further hour before it counts as growth: below what collections differ by. */
const NOISE = 5
const ROUND_S = 5
/** Rounds after which it ends also where the machine is too slow for an hour's worth. */
const MOST_ROUNDS = 30

/** Milliseconds between looks at what is in use: often enough to see it just after a collection. */
const LOOK_MS = 200

type Seen = {
  requests: number
  /** Megabytes that the process holds, and the least that was in use in it during a round. */
  held: number
  used: number
}

/** What the process holds under load and after an hour's worth of requests. */
export async function memory(bench: Bench): Promise<Figure[]> {
  const data = await bench.newsroom(bench.articles)
  const port = await freePort()
  const ours = await dateline(
    ['web'],
    { DATA_DIR: data, CACHE_MB: '32', METRICS_PORT: String(port) },
    MEASURED,
  )
  const idle = memoryOf(ours.pid).now
  const paths = requests(bench.articles)
  const seen: Seen[] = []
  const wanted = bench.rounds.rounds < 5 ? HOUR / 10 : HOUR
  let asked = 0
  while (asked < wanted && seen.length < MOST_ROUNDS) {
    const answered = await leastUsed(port, () =>
      load({
        server: ours,
        // Each round goes on in another part, so that none is asked for by the same few.
        paths: rotated(paths, seen.length * 997),
        headers: { 'accept-encoding': 'gzip' },
        connections: 32,
        seconds: ROUND_S,
      }),
    )
    asked += answered.value.requests
    seen.push({ requests: asked, held: memoryOf(ours.pid).now, used: answered.least })
  }
  const { peak } = memoryOf(ours.pid)
  await ours.stop()
  // The first half fills caches and grows the heap to what the load needs.
  const settled = seen.slice(Math.floor(seen.length / 2))
  const held = settled.map((one) => one.held)
  return [
    bounded(
      'memory, under load',
      median(held),
      megabytes,
      `${megabytes(idle)} before it, ${megabytes(peak)} at most; Ghost 460–807 MB`,
      null,
    ),
    bounded(
      `memory in use, growth in an hour (${count(asked)} requests for ${count(new Set(paths).size)} addresses)`,
      growth(settled) * HOUR,
      (value) => `${value.toFixed(1)} MB`,
      `from the third quarter to the last, just after collections; what the process holds went from ${megabytes(held[0]!)} to ${megabytes(held.at(-1)!)}`,
      { under: NOISE },
    ),
  ]
}

/** The least memory in use while something is done, as the newsroom's own metrics tell. */
async function leastUsed<T>(port: number, work: () => Promise<T>) {
  let least = Number.POSITIVE_INFINITY
  const look = async () => {
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
    const of = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1])
    const bytes = of('nodejs_heap_size_used_bytes') + of('nodejs_external_memory_bytes')
    least = Math.min(least, bytes / 2 ** 20)
  }
  const looking = setInterval(() => void look().catch(() => {}), LOOK_MS)
  const value = await work()
  clearInterval(looking)
  await look()
  return { value, least }
}

function requests(articles: number) {
  const paths: string[] = []
  for (let n = 0; n < CYCLE; n++)
    paths.push(
      n % 100 < POPULAR
        ? n % 3 === 0
          ? '/'
          : pathOf(articles - 1 - (n % 50))
        : pathOf((n * 7919 + Math.floor(n / 100)) % articles),
    )
  return paths
}

const rotated = (paths: string[], by: number) => {
  const at = by % paths.length
  return [...paths.slice(at), ...paths.slice(0, at)]
}

/** Megabytes a request, from the least in use in the first half of some rounds to the least in the second. */
function growth(rounds: Seen[]) {
  const half = Math.ceil(rounds.length / 2)
  const [before, after] = [rounds.slice(0, half), rounds.slice(half)]
  if (after.length === 0) return 0
  const least = (some: Seen[]) => Math.min(...some.map(({ used }) => used))
  const middle = (some: Seen[]) => median(some.map(({ requests }) => requests))
  return (least(after) - least(before)) / (middle(after) - middle(before))
}
