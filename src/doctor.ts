import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { migrations } from '../migrations/index.ts'
import { ROOM } from './administration/attention.ts'
import { lastBackup } from './backup.ts'
import type { Settings } from './env.ts'
import { originalName } from './media/originals.ts'
import { allOriginals } from './media/pictures.ts'
import { openNewsroom } from './open.ts'
import { illnessIn } from './platform/copy.ts'
import { backlog } from './platform/outbox.ts'
import { shapeOf } from './platform/shape.ts'
import { progressBar } from './progress.ts'
import { keptMembers } from './transfer/ghost/members.ts'
import { inspect } from './transfer/inspection.ts'

/** Days after which a backup is called old. */
const OLD_DAYS = 8

/** Checks what the newsroom needs and prints a line for each; 0 when all is well, 1 otherwise. */
export async function examine(settings: Settings): Promise<number> {
  let ill = false
  const say = (well: boolean, what: string, remedy = '') => {
    if (!well) ill = true
    process.stdout.write(
      `${well ? 'ok    ' : 'WRONG '} ${what}${well || !remedy ? '' : `\n       ${remedy}`}\n`,
    )
  }
  say(true, `settings: ${settings.SITE_URL}, data in ${settings.DATA_DIR}`)

  let opened: Awaited<ReturnType<typeof openNewsroom>>
  try {
    opened = await openNewsroom(settings)
  } catch (error) {
    say(
      false,
      `database: ${(error as Error).message}`,
      'Check DATABASE_URL, or who may write to DATA_DIR.',
    )
    return 1
  }
  const { database, files } = opened
  try {
    say(true, `database: ${database.kind}, up to date`)
    if (database.kind === 'sqlite') {
      const ill = illnessIn(join(settings.DATA_DIR, 'newsroom.db'))
      say(
        ill === undefined,
        `database file: ${ill ?? 'sound'}`,
        'Stop the newsroom and restore the last backup (dateline restore FILE --replace).',
      )
      const last = await lastBackup(settings)
      const days = last && Math.floor((Date.now() - Date.parse(last.made)) / 86_400_000)
      say(
        days === undefined || days < OLD_DAYS,
        last
          ? `backup: ${last.file}, ${days === 0 ? 'of the last 24 hours' : `${days} days ago`}`
          : 'backup: none made with “dateline backup” yet',
        'Make one: dateline backup FILE.tar',
      )
    }
    const { bavail, bsize } = await statfs(settings.DATA_DIR)
    say(
      bavail * bsize > ROOM,
      `disk: ${Math.round((bavail * bsize) / 1024 ** 3)} GB free`,
      'Make room or move DATA_DIR to a larger disk.',
    )

    const jobs = await backlog(database.db)
    say(
      jobs.failed === 0,
      `jobs: ${jobs.waiting} waiting, ${jobs.failed} given up`,
      'The desk names them and tries them again: Settings, Needs attention.',
    )

    const members = await keptMembers(database.db)
    if (members > 0) say(true, `members: ${members} kept for the readers’ accounts`)

    const missing: string[] = []
    let pictures = 0
    for await (const original of allOriginals(database.db)) {
      pictures++
      const name = originalName(original)
      if ((await files.size(name)) !== original.bytes) missing.push(name)
    }
    say(
      missing.length === 0,
      `pictures: ${pictures}, ${missing.length} without their whole file${missing.length ? `, the first ${missing[0]}` : ''}`,
      'Copy the missing files back from a backup of DATA_DIR/pictures.',
    )
    return ill ? 1 : 0
  } finally {
    await database.close()
  }
}

/** Checks an archive or a backup, whose newsroom may be anywhere; 0 when all is well, 1 otherwise. */
export async function examineArchive(file: string): Promise<number> {
  const bar = progressBar()
  const { label, manifest, digest, wrong, lacking, more } = await inspect(
    file,
    await shapeOf(migrations),
    { known: Object.keys(migrations), pictures: true, heard: bar.show },
  ).finally(bar.clear)
  const counts = Object.entries(manifest?.counts ?? {}).filter(([, count]) => count > 0)
  const say = (line: string) => process.stdout.write(`${line}\n`)
  say(
    `       ${label.format} of ${label.newsroom}, made ${label.made} by Dateline ${label.dateline}`,
  )
  if (counts.length > 0)
    say(`       ${counts.map(([name, count]) => `${name}: ${count}`).join(', ')}`)
  say(`       digest of its manifest: ${digest || 'none'}`)
  for (const what of wrong) say(`WRONG  ${what}`)
  for (const what of lacking) say(`WRONG  ${what}; it can be brought in as it is`)
  if (more > 0) say(`       and ${more} more`)
  if (wrong.length > 0 || lacking.length > 0) return 1
  say(
    label.format === 'dateline backup'
      ? 'ok     every hash and picture; “backup” has checked the database, and “restore” will again'
      : 'ok     every hash, row, reference and picture',
  )
  return 0
}
