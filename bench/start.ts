import type { Bench } from './bench.ts'
import { bounded, count, type Figure, median, megabytes, milliseconds, times } from './figure.ts'
import { MEASURED, memoryOf } from './machine.ts'
import { pathOf } from './newsroom.ts'
import { dateline, finished } from './processes.ts'

/** Milliseconds of rest before a process counts as idle. */
const REST_MS = 5000

/** From the command to the first page, and what the process holds when nothing happens. */
export async function start(bench: Bench): Promise<Figure[]> {
  const data = await bench.newsroom(bench.articles)
  const open: number[] = []
  const firstPage: number[] = []
  const idle: number[] = []
  const bare: number[] = []
  for (let round = 0; round <= bench.rounds.rounds; round++) {
    const began = performance.now()
    await finished([process.execPath, '-e', '0'], {}, MEASURED)
    const bareMs = performance.now() - began
    const again = performance.now()
    const ours = await dateline(['start'], { DATA_DIR: data }, MEASURED)
    const answer = await fetch(ours.address + pathOf(bench.articles - 1))
    await answer.text()
    const pageMs = performance.now() - again
    if (answer.status !== 200) throw new Error(`The first page answers ${answer.status}`)
    if (round === 0) await new Promise((resolve) => setTimeout(resolve, REST_MS))
    // The first round warms the disk, and the compile cache as an operator's second start has it.
    if (round === 0) idle.push(memoryOf(ours.pid).now)
    else {
      bare.push(bareMs)
      open.push(ours.startedMs)
      firstPage.push(pageMs)
    }
    await ours.stop()
  }
  return [
    bounded(
      `start with ${count(bench.articles)} articles, to the first page`,
      median(firstPage),
      milliseconds,
      `${times(median(firstPage) / median(bare))} a Node that does nothing (${milliseconds(median(bare))}); open after ${milliseconds(median(open))}`,
      { under: 1000 },
    ),
    bounded('memory, idle', median(idle), megabytes, 'Ghost 287 MB and its database', {
      under: 150,
    }),
  ]
}
