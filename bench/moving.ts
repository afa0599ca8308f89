import { mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Bench } from './bench.ts'
import { bounded, count, type Figure, megabytes, perSecond } from './figure.ts'
import { writeGhostExport } from './ghost-export.ts'
import { memoryOf } from './machine.ts'
import { start } from './processes.ts'
import { writeExport } from './wxr.ts'

const LOOK_MS = 100

/** A WordPress export and a Ghost export move in, through the operator's own command. */
export async function moving(bench: Bench): Promise<Figure[]> {
  const peer = 'Ghost 47–53/s with another machine’s load, WordPress takes none of some exports'
  return [
    ...(await movedIn(bench, 'WXR', writeExport, peer, 'Ghost 4 GB at 2,000 posts')),
    ...(await movedIn(bench, 'Ghost', writeGhostExport, '', '')),
  ]
}

async function movedIn(
  bench: Bench,
  format: string,
  write: (file: string, posts: number) => Promise<void>,
  ...[speedBeside, memoryBeside]: [string, string]
): Promise<Figure[]> {
  const file = join(bench.folder, `export of ${format}`)
  const data = join(bench.folder, 'moved-in')
  mkdirSync(data)
  await write(file, bench.articles)
  bench.say(`importing ${bench.articles} articles from ${format}`)
  const began = performance.now()
  const { child, ended } = start(['bin/dateline', 'import', file], {
    DATA_DIR: data,
    LOG_LEVEL: 'warn',
  })
  let peak = 0
  const looking = setInterval(() => {
    try {
      const { now } = memoryOf(child.pid!)
      // Of a process that is ending the system tells no size.
      if (now > peak) peak = now
    } catch {
      // It has just ended.
    }
  }, LOOK_MS)
  const code = await ended
  clearInterval(looking)
  if (code !== 0) throw new Error(`The import ended with ${code}`)
  const seconds = (performance.now() - began) / 1000
  const size = statSync(file).size / 2 ** 20
  rmSync(data, { recursive: true })
  rmSync(file)
  const what = `${count(bench.articles)} articles from ${format} (${megabytes(size)})`
  return [
    bounded(`import, ${what}`, bench.articles / seconds, perSecond, speedBeside, { atLeast: 1000 }),
    bounded(`import from ${format}, most memory`, peak, megabytes, memoryBeside, { under: 300 }),
  ]
}
