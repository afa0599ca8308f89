import { statfs } from 'node:fs/promises'
import type { Settings } from './env.ts'
import { originalName } from './media/originals.ts'
import { allOriginals } from './media/pictures.ts'
import { openNewsroom } from './open.ts'
import { backlog } from './platform/outbox.ts'
import { keptMembers } from './transfer/ghost/members.ts'

/** Free bytes below which the data folder is called full: a day of pictures and the database's log. */
const ROOM = 500 * 1024 * 1024

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
      'Their reasons are in the table jobs, column last_error.',
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
