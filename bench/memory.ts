import type { Bench } from './bench.ts'
import { bounded, count, type Figure, median, megabytes, quantile } from './figure.ts'
import { load } from './load.ts'
import { MEASURED, memoryOf } from './machine.ts'
import { pathOf } from './newsroom.ts'
import { dateline } from './processes.ts'

/** Requests in an hour of a busy day: 300 readers a second. */
const HOUR = 300 * 3600
/** Different articles that are asked for: more than are kept, so that pages come and go. */
const ADDRESSES = 20_000
/** Of a hundred requests, so many are for the front page or the newest articles. */
const POPULAR = 90
/** Megabytes that memory may grow in each further hour before it counts as growth: below what collections differ by. */
const NOISE = 5
const ROUND_S = 5

/** What the process holds under load and after an hour's worth of requests. */
export async function memory(bench: Bench): Promise<Figure[]> {
  const data = await bench.newsroom(bench.articles)
  const ours = await dateline(['start'], { DATA_DIR: data, CACHE_MB: '32' }, MEASURED)
  const idle = memoryOf(ours.pid).now
  const paths = requests(bench.articles)
  const seen: { requests: number; megabytes: number }[] = []
  const wanted = bench.rounds.rounds < 5 ? HOUR / 10 : HOUR
  let asked = 0
  while (asked < wanted) {
    const answered = await load({
      server: ours,
      // Each round goes on in another part, so that none is asked for by the same few.
      paths: rotated(paths, seen.length * 997),
      headers: { 'accept-encoding': 'gzip' },
      connections: 32,
      seconds: ROUND_S,
    })
    asked += answered.requests
    seen.push({ requests: asked, megabytes: memoryOf(ours.pid).now })
  }
  const { peak } = memoryOf(ours.pid)
  await ours.stop()
  // The first half fills caches and grows the heap to what the load needs.
  const settled = seen.slice(Math.floor(seen.length / 2))
  const perHour = slope(settled) * HOUR
  return [
    bounded(
      'memory, under load',
      median(settled.map((one) => one.megabytes)),
      megabytes,
      `${megabytes(idle)} before it, ${megabytes(peak)} at most; Ghost 460–807 MB`,
      null,
    ),
    bounded(
      `memory, growth an hour (${count(asked)} requests for ${count(ADDRESSES)} addresses)`,
      perHour,
      (value) => `${value.toFixed(1)} MB`,
      `slope of the second half of the run; collections differ by ${megabytes(
        quantile(
          settled.map((one) => one.megabytes),
          0.9,
        ) -
          quantile(
            settled.map((one) => one.megabytes),
            0.1,
          ),
      )}`,
      { under: NOISE },
    ),
  ]
}

function requests(articles: number) {
  const paths: string[] = []
  for (let n = 0; n < ADDRESSES; n++)
    paths.push(
      n % 100 < POPULAR
        ? n % 3 === 0
          ? '/'
          : pathOf(articles - 1 - (n % 50))
        : pathOf((n * 7919) % articles),
    )
  return paths
}

const rotated = (paths: string[], by: number) => {
  const at = by % paths.length
  return [...paths.slice(at), ...paths.slice(0, at)]
}

/** Megabytes a request, by least squares. */
function slope(points: { requests: number; megabytes: number }[]) {
  const mean = (of: (point: (typeof points)[number]) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length
  const [x, y] = [mean((p) => p.requests), mean((p) => p.megabytes)]
  const above = mean((p) => (p.requests - x) * (p.megabytes - y))
  const below = mean((p) => (p.requests - x) ** 2)
  return below === 0 ? 0 : above / below
}
