import { copyFileSync, existsSync, linkSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import { Refusal } from './refusals.ts'
import { syncFolder } from './whole.ts'

/** Whole SQLite databases: copied while they are in use, checked, put in each other's place. */

/** All pages in one step: in smaller ones each write of another process would begin the copy anew. */
const ALL_PAGES = 2 ** 31 - 1

/** Copies a database as it is at one moment, while others write to it. Ends when a copy is damaged. */
export async function copyDatabase(from: string, to: string) {
  const source = new DatabaseSync(from, { timeout: 10_000 })
  try {
    await backup(source, to, { rate: ALL_PAGES })
  } finally {
    source.close()
  }
  const copy = new DatabaseSync(to)
  try {
    // Then it is one file, without a log beside it.
    copy.exec('pragma journal_mode = delete')
    const ill = illnessOf(copy)
    if (ill)
      throw new Refusal(
        'invalid',
        'database/damaged',
        `The database is damaged (${ill}). Restore the last backup that is whole.`,
      )
  } finally {
    copy.close()
  }
}

/** What SQLite finds wrong in a database, or undefined. */
export function illnessIn(path: string): string | undefined {
  try {
    const file = new DatabaseSync(path, { timeout: 10_000 })
    try {
      return illnessOf(file)
    } finally {
      file.close()
    }
  } catch (error) {
    return (error as Error).message
  }
}

function illnessOf(file: DatabaseSync): string | undefined {
  const rows = file.prepare('pragma quick_check(1)').all()
  const said = String(Object.values(rows[0] ?? {})[0])
  return said === 'ok' ? undefined : said
}

/** Makes sure that nobody has a database open, and keeps others out until `release`. */
export function seize(path: string): { release: () => void } {
  if (!existsSync(path)) return { release: () => {} }
  let file: DatabaseSync | undefined
  try {
    file = new DatabaseSync(path, { timeout: 500 })
    // SQLite takes the log away only from a database that nobody else has open.
    file.exec('pragma journal_mode = delete; begin exclusive')
    return { release: () => file!.close() }
  } catch (error) {
    file?.close()
    const { errcode } = error as { errcode?: number }
    if (errcode === 5 || errcode === 6)
      throw new Refusal(
        'conflict',
        'database/in-use',
        'The newsroom is running on this data folder. Stop it first.',
      )
    // What cannot even be opened is damaged: nobody runs on it.
    return { release: () => {} }
  }
}

function alsoCalled(path: string, name: string) {
  try {
    linkSync(path, name)
  } catch (error) {
    // Some file systems give a file one name only.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error
    copyFileSync(path, name)
  }
}

/**
 * Puts a database in the place of another, which stays under the name `aside`. At every moment the one or the other
 * stands there.
 */
export async function replaceDatabase(path: string, replacement: string, aside: string) {
  const { release } = seize(path)
  try {
    if (existsSync(path)) alsoCalled(path, aside)
    // Only a damaged database still has a log here, and a log must not be taken for the new one's.
    if (existsSync(`${path}-wal`)) renameSync(`${path}-wal`, `${aside}-wal`)
    rmSync(`${path}-shm`, { force: true })
    renameSync(replacement, path)
  } finally {
    release()
  }
  await syncFolder(dirname(path))
}
