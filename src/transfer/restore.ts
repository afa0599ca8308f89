import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { open, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { originalName } from '../media/originals.ts'
import { illnessIn, replaceDatabase, seize } from '../platform/copy.ts'
import type { Files } from '../platform/files.ts'
import { Refusal } from '../platform/refusals.ts'
import type { Shape } from '../platform/shape.ts'
import { DATABASE } from './archive.ts'
import { type Entry, entriesIn } from './entries.ts'
import { type Heard, type Inspection, inspect, mustBeA } from './inspection.ts'

export type Restored = Inspection & {
  /** Where the former database is now, if there was one. */
  aside: string | undefined
}

/**
 * Puts a backup in place: first the pictures, whose names are their content, then the database with one rename. When
 * it is cut short the former newsroom is there, untouched; what fails takes back what it wrote.
 */
export async function restore(
  newsroom: { folder: string; files: Files; now: Date },
  shape: Shape,
  file: string,
  options: { replace: boolean; known: readonly string[]; heard?: Heard | undefined },
): Promise<Restored> {
  const { folder, files, now } = newsroom
  const path = join(folder, DATABASE)
  await mustBeA('dateline backup', file, options.known)
  const former = await lookAround(folder, options.replace)
  seize(path).release()
  const inspection = await inspect(file, shape, options)
  const { wrong, manifest } = inspection
  if (wrong.length > 0 || !manifest)
    throw new Refusal(
      'invalid',
      'backup/wrong',
      `The backup is not whole; nothing was changed. Take another one.\n${wrong.slice(0, 10).join('\n')}`,
    )
  mkdirSync(folder, { recursive: true, mode: 0o750 })
  const hashes = new Map(manifest.files.map(({ name, sha256 }) => [name, sha256]))
  const draft = `${path}.${randomUUID()}.part`
  const written: string[] = []
  try {
    const heard = (read: number, size: number) =>
      options.heard?.({ step: 'putting in place', read, size })
    for await (const entry of entriesIn(file, heard)) {
      if (entry.kind === 'database') mustMatch(entry, await writeDatabase(entry, draft), hashes)
      if (entry.kind === 'picture') await putBack(files, entry, hashes, written)
    }
    const ill = illnessIn(draft)
    if (ill)
      throw new Refusal(
        'invalid',
        'backup/damaged',
        `The database in the backup is damaged (${ill}); nothing was changed. Take another one.`,
      )
    const aside = `${path}.before-${now.toISOString().replace(/[:.]/g, '-')}`
    await replaceDatabase(path, draft, aside)
    return { ...inspection, aside: former ? aside : undefined }
  } catch (error) {
    for (const name of written) await files.remove(name)
    for (const end of ['', '-wal', '-shm', '-journal']) await rm(draft + end, { force: true })
    throw error
  }
}

/** Whether a database stands in the folder. Refuses a folder that holds anything, unless it may be replaced. */
async function lookAround(folder: string, replace: boolean): Promise<boolean> {
  const there = await readdir(folder).catch(() => [])
  // What a restore that was killed had begun.
  const begun = there.filter((name) => /^newsroom\.db\.[0-9a-f-]{36}\.part/.test(name))
  const rest = there.filter((name) => !begun.includes(name) && name !== 'lost+found')
  if (rest.length > 0 && !replace)
    throw new Refusal(
      'conflict',
      'backup/not-empty',
      `${folder} is not empty. Name an empty folder in DATA_DIR, or add --replace: the database there is then kept under another name.`,
    )
  for (const name of begun) await rm(join(folder, name), { force: true })
  return rest.includes(DATABASE)
}

async function writeDatabase(entry: Entry, draft: string): Promise<string> {
  const target = await open(draft, 'wx', 0o640)
  try {
    const { sha256 } = await entry.pass(async (chunk) => {
      await target.writeFile(chunk)
    })
    await target.sync()
    return sha256
  } finally {
    await target.close()
  }
}

/** Puts an original in its place, unless it is there already as it should be. */
async function putBack(
  files: Files,
  entry: Entry & { kind: 'picture' },
  hashes: Map<string, string>,
  written: string[],
) {
  const name = originalName(entry)
  const there = await files.read(name)
  if (there && createHash('sha256').update(there).digest('hex') === hashes.get(entry.name)) return
  const { bytes, sha256 } = await entry.whole()
  mustMatch(entry, sha256, hashes)
  if (!there) written.push(name)
  await files.write(name, bytes)
}

function mustMatch(entry: Entry, sha256: string, hashes: Map<string, string>) {
  if (hashes.get(entry.name) !== sha256)
    throw new Refusal(
      'conflict',
      'archive/changed',
      'The backup was changed while it was read. Try again when nobody writes to it.',
    )
}
