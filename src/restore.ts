import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { migrations } from '../migrations/index.ts'
import type { Settings } from './env.ts'
import { onDisk } from './platform/files.ts'
import { shapeOf } from './platform/shape.ts'
import { progressBar } from './progress.ts'
import { restore } from './transfer/restore.ts'

/** `dateline restore`: puts a backup in place of the data folder's newsroom. */
export async function restoreCommand(args: string[], settings: Settings): Promise<number> {
  const { positionals, values } = parseArgs({
    args,
    options: { replace: { type: 'boolean' } },
    allowPositionals: true,
  })
  const [file, more] = positionals
  if (!file || more) {
    process.stderr.write('dateline restore: name one file that “dateline backup” has written\n')
    return 2
  }
  if (settings.DATABASE_URL) {
    process.stderr.write(
      'dateline restore: a backup is a SQLite database, and DATABASE_URL names Postgres. Unset it, or use pg_restore; to move between the two, use “dateline export” and “dateline import”\n',
    )
    return 1
  }
  const bar = progressBar()
  const { label, lacking, aside } = await restore(
    {
      folder: settings.DATA_DIR,
      files: onDisk(join(settings.DATA_DIR, 'pictures')),
      now: new Date(),
    },
    await shapeOf(migrations),
    file,
    { replace: values.replace === true, known: Object.keys(migrations), heard: bar.show },
  ).finally(bar.clear)
  process.stdout.write(`${label.newsroom} is back as it was at ${label.made}\n`)
  if (aside) process.stdout.write(`The former database is ${aside}: delete it when you are sure\n`)
  for (const what of lacking) process.stdout.write(`lacking: ${what}\n`)
  return lacking.length > 0 ? 3 : 0
}
