import { parseArgs } from 'node:util'
import type { Settings } from './env.ts'
import { openNewsroom } from './open.ts'
import { Refusal } from './platform/refusals.ts'
import { importSite } from './transfer/import.ts'
import type { Progress } from './transfer/run.ts'
import { summary } from './transfer/summary.ts'

/** `dateline import`: brings in a site from a WordPress or Ghost export and says what became of everything in it. */
export async function importCommand(args: string[], settings: Settings): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      uploads: { type: 'string' },
      'fetch-pictures': { type: 'boolean' },
      'dry-run': { type: 'boolean' },
      report: { type: 'string' },
      site: { type: 'string' },
      redirects: { type: 'string' },
      routes: { type: 'string' },
      members: { type: 'string' },
    },
  })
  const [file, more] = positionals
  if (!file || more) {
    process.stderr.write('dateline import: name one export file\n')
    return 2
  }
  const { database, files } = await openNewsroom(settings)
  const bar = progressBar()
  try {
    const totals = await importSite(
      { ...database, files, now: () => new Date() },
      {
        file,
        uploads: values.uploads,
        fetchPictures: values['fetch-pictures'],
        dryRun: values['dry-run'],
        report: values.report,
        // A newsroom that moves mostly keeps its address.
        site: values.site ?? settings.SITE_URL,
        redirects: values.redirects,
        routes: values.routes,
        members: values.members,
        progress: bar.show,
      },
    )
    bar.clear()
    process.stdout.write(summary(totals))
    return totals.exitCode
  } catch (error) {
    bar.clear()
    if (!(error instanceof Refusal)) throw error
    process.stderr.write(`dateline import: ${error.message}\n`)
    return 1
  } finally {
    await database.close()
  }
}

/** Milliseconds between two showings: on a terminal, and in a log. */
const OFTEN = 200
const SELDOM = 10_000

/** One line on a terminal, written over and over; in a log a plain line now and then. */
function progressBar() {
  const { stderr } = process
  const began = performance.now()
  let last = stderr.isTTY ? 0 : began
  return {
    show: ({ step, read, size, items }: Progress) => {
      const now = performance.now()
      if (now - last < (stderr.isTTY ? OFTEN : SELDOM)) return
      last = now
      const done = size > 0 ? Math.min(1, read / size) : 1
      const percent = `${Math.round(done * 100)} %`.padStart(5)
      const seconds = Math.round((now - began) / 1000)
      if (!stderr.isTTY) {
        stderr.write(`${step}: ${percent.trim()}, ${items} items, ${seconds} s\n`)
        return
      }
      const filled = Math.round(done * 24)
      const bar = '█'.repeat(filled) + '░'.repeat(24 - filled)
      stderr.write(`\r${bar} ${percent}  ${step}, ${items} items, ${seconds} s\u001b[K`)
    },
    clear: () => {
      if (stderr.isTTY) stderr.write('\r\u001b[K')
    },
  }
}
