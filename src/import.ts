import { parseArgs } from 'node:util'
import { migrations } from '../migrations/index.ts'
import type { Settings } from './env.ts'
import { type Opened, openNewsroom } from './open.ts'
import { Refusal } from './platform/refusals.ts'
import { shapeOf } from './platform/shape.ts'
import { progressBar } from './progress.ts'
import { isArchive } from './transfer/entries.ts'
import { importSite } from './transfer/import.ts'
import { importArchive } from './transfer/import-archive.ts'
import { printable, summary } from './transfer/summary.ts'

/** `dateline import`: brings in a site from another system, or an archive, and says what became of it. */
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
  const archive = await isArchive(file)
  if (archive && Object.keys(values).length > 0) {
    process.stderr.write('dateline import: an archive is brought in as it is, without options\n')
    return 2
  }
  const { database, files } = await openNewsroom(settings)
  const bar = progressBar()
  try {
    if (archive) return await bringArchive({ database, files }, file, bar)
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
    process.stderr.write(`dateline import: ${printable(error.message)}\n`)
    return 1
  } finally {
    await database.close()
  }
}

async function bringArchive(
  { database, files }: Pick<Opened, 'database' | 'files'>,
  file: string,
  bar: ReturnType<typeof progressBar>,
): Promise<number> {
  const { label, manifest, lacking, more } = await importArchive(
    { ...database, files, now: () => new Date() },
    await shapeOf(migrations),
    file,
    { known: Object.keys(migrations), heard: bar.show },
  )
  bar.clear()
  process.stdout.write(
    `${label.newsroom} has moved in: ${manifest!.counts.articles} articles, ${manifest!.counts.files} pictures, as of ${label.made}\n`,
  )
  for (const what of lacking) process.stdout.write(`lacking: ${what}\n`)
  if (more > 0) process.stdout.write(`and ${more} more\n`)
  return lacking.length > 0 ? 3 : 0
}
