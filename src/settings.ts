import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Settings } from './env.ts'
import { keepOriginal, type Original } from './media/originals.ts'
import { addPicture } from './media/pictures.ts'
import type { Newsroom } from './newsroom/newsroom.ts'
import { changeNewsroom, newsroomNow } from './newsroom/settings.ts'
import { openNewsroom } from './open.ts'
import type { Tx } from './platform/database.ts'

/** `dateline settings`: shows the newsroom's settings, or changes those that a JSON file and `--logo` and `--icon` name. */
export async function settingsCommand(args: string[], settings: Settings): Promise<number> {
  const { positionals, values } = parseArgs({
    args,
    options: { logo: { type: 'string' }, icon: { type: 'string' } },
    allowPositionals: true,
  })
  const [file] = positionals
  const changes = file === undefined ? {} : read(file)
  if (!changes) return 1
  const { database, files } = await openNewsroom(settings)
  try {
    const now = new Date()
    const kept = async (path: string | undefined) =>
      path === undefined ? undefined : await keepOriginal(files, readFileSync(path))
    const marks = { logo: await kept(values.logo), icon: await kept(values.icon) }
    const newsroom =
      file === undefined && !marks.logo && !marks.icon
        ? await newsroomNow(database.db)
        : await database.write((tx) => change(tx, changes, marks, now))
    process.stdout.write(`${JSON.stringify(newsroom, null, 2)}\n`)
    return 0
  } finally {
    await database.close()
  }
}

type Marks = Record<'logo' | 'icon', Original | undefined>

async function change(tx: Tx, changes: Partial<Newsroom>, marks: Marks, now: Date) {
  let newsroom = await changeNewsroom(tx, changes, now)
  for (const mark of ['logo', 'icon'] as const) {
    const original = marks[mark]
    if (!original) continue
    const { id } = await addPicture(tx, original, { alt: newsroom.name }, now)
    newsroom = await changeNewsroom(tx, { [mark]: id }, now)
  }
  return newsroom
}

/** The object in a JSON file ('-' is standard input); undefined once the operator was told what is wrong. */
function read(file: string): Partial<Newsroom> | undefined {
  const complain = (what: string) => void process.stderr.write(`dateline settings: ${what}\n`)
  let changes: unknown
  try {
    changes = JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8'))
  } catch (error) {
    complain(`${file} cannot be read as JSON: ${(error as Error).message}`)
    return undefined
  }
  if (typeof changes === 'object' && changes !== null && !Array.isArray(changes)) return changes
  complain('write an object such as {"name": "The Morning Paper"}')
  return undefined
}
