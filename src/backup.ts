import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { migrations } from '../migrations/index.ts'
import type { Settings } from './env.ts'
import { onDisk } from './platform/files.ts'
import { progressBar } from './progress.ts'
import { backUp } from './transfer/backup.ts'
import { version } from './version.ts'

/** The last backup, remembered in the data folder. */
const REMEMBERED = 'last-backup.json'

/** `dateline backup`: writes the database and the pictures to one file while the newsroom runs. */
export async function backupCommand(args: string[], settings: Settings): Promise<number> {
  const { positionals } = parseArgs({ args, options: {}, allowPositionals: true })
  const [file, more] = positionals
  if (!file || more || !/\.tar(\.gz)?$|\.tgz$/.test(file)) {
    process.stderr.write('dateline backup: name one file that ends in .tar or .tar.gz\n')
    return 2
  }
  if (settings.DATABASE_URL) {
    process.stderr.write(onPostgres(settings))
    return 1
  }
  const database = join(settings.DATA_DIR, 'newsroom.db')
  if (!existsSync(database)) {
    process.stderr.write(`dateline backup: there is no newsroom in ${settings.DATA_DIR}\n`)
    return 1
  }
  const files = onDisk(join(settings.DATA_DIR, 'pictures'))
  const bar = progressBar()
  const now = new Date()
  const origin = { now, dateline: version, migrations: Object.keys(migrations) }
  const { counts, missing, digest } = await backUp({ database, files }, origin, resolve(file), {
    gzip: !file.endsWith('.tar'),
    heard: bar.show,
  }).finally(bar.clear)
  const remembered = JSON.stringify({ made: now.toISOString(), file: resolve(file), digest })
  await onDisk(settings.DATA_DIR).write(REMEMBERED, Buffer.from(`${remembered}\n`))
  process.stdout.write(
    `Backed up the database and ${counts.files} pictures to ${file}\nDigest of its manifest: ${digest}\n`,
  )
  for (const name of missing)
    process.stdout.write(`missing: ${name} (its original is not on the disk)\n`)
  return missing.length > 0 ? 3 : 0
}

/** When the last backup was made and where it went, if one was made with `dateline backup`. */
export async function lastBackup(
  settings: Settings,
): Promise<{ made: string; file: string } | undefined> {
  try {
    return JSON.parse(await readFile(join(settings.DATA_DIR, REMEMBERED), 'utf8'))
  } catch {
    return undefined
  }
}

const onPostgres = ({
  DATA_DIR,
}: Settings) => `dateline backup: this newsroom is on Postgres, whose own tools copy it while it runs:

  pg_dump --format=custom --file=newsroom.dump "$DATABASE_URL"
  tar -C '${DATA_DIR}' -cf pictures.tar pictures/originals

In this order: then every picture that the database knows is in the second file. To put them back:

  pg_restore --clean --if-exists --no-owner --dbname="$DATABASE_URL" newsroom.dump
  tar -C '${DATA_DIR}' -xf pictures.tar

“dateline export” writes a newsroom on Postgres to one archive, too.
`
