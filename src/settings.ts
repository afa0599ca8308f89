import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Settings } from './env.ts'
import { changeNewsroom, newsroomNow } from './newsroom/settings.ts'
import { openNewsroom } from './open.ts'

/** `dateline settings`: shows the newsroom's settings, or changes those that a JSON file names. */
export async function settingsCommand(args: string[], settings: Settings): Promise<number> {
  const { positionals } = parseArgs({ args, options: {}, allowPositionals: true })
  const [file] = positionals
  let changes: unknown
  if (file) {
    try {
      changes = JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8'))
    } catch (error) {
      process.stderr.write(
        `dateline settings: ${file} cannot be read as JSON: ${(error as Error).message}\n`,
      )
      return 1
    }
    if (typeof changes !== 'object' || changes === null || Array.isArray(changes)) {
      process.stderr.write(
        'dateline settings: write an object such as {"name": "The Morning Paper"}\n',
      )
      return 1
    }
  }
  const { database } = await openNewsroom(settings)
  try {
    const newsroom = changes
      ? await database.write((tx) => changeNewsroom(tx, changes, new Date()))
      : await newsroomNow(database.db)
    process.stdout.write(`${JSON.stringify(newsroom, null, 2)}\n`)
    return 0
  } finally {
    await database.close()
  }
}
