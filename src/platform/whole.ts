import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Writable } from 'node:stream'

/**
 * Writes a file that is there whole or not at all: under a temporary name beside its own, which it takes once it is
 * on the disk. A former file of that name stays until then. Only its owner may read it.
 */
export async function writeWhole<T>(
  path: string,
  fill: (sink: Writable) => Promise<T>,
): Promise<T> {
  const draft = `${path}.${randomUUID()}.part`
  try {
    const sink = createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true })
    const made = await fill(sink)
    await rename(draft, path)
    await syncFolder(dirname(path))
    return made
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

/** Makes names that were given in a folder outlast a power cut, where the system can. */
export async function syncFolder(path: string) {
  try {
    const folder = await open(path)
    try {
      await folder.sync()
    } finally {
      await folder.close()
    }
  } catch (error) {
    // Windows opens no folders.
    if (!['EISDIR', 'EPERM', 'EACCES'].includes(String((error as NodeJS.ErrnoException).code)))
      throw error
  }
}
