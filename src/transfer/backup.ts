import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { allOriginals } from '../media/pictures.ts'
import { copyDatabase } from '../platform/copy.ts'
import { openDatabase } from '../platform/database.ts'
import type { Files } from '../platform/files.ts'
import { sqlite } from '../platform/sqlite.ts'
import { writeWhole } from '../platform/whole.ts'
import { DATABASE, pictureEntry } from './archive.ts'
import { type Exported, labelOf, type Origin, writePictures } from './export.ts'
import type { Heard } from './inspection.ts'
import { Tarball } from './tarball.ts'

/**
 * Writes a SQLite database as it is at one moment and the originals of its pictures into one file, while the newsroom
 * runs. The copy of the database stands beside the file until it is written.
 */
export async function backUp(
  newsroom: { database: string; files: Files },
  origin: Origin,
  path: string,
  options: { gzip: boolean; heard?: Heard | undefined },
): Promise<Exported & { bytes: number }> {
  const copy = `${path}.${randomUUID()}.db`
  try {
    options.heard?.({ step: 'copying the database', read: 0, size: 1 })
    await copyDatabase(newsroom.database, copy)
    const { label, pictures } = await lookInto(copy, origin)
    const bytes = (await stat(copy)).size
    return await writeWhole(path, async (sink) => {
      const tarball = new Tarball(label, sink, { gzip: options.gzip, end: true })
      try {
        await tarball.start()
        await tarball.stream(DATABASE, bytes, createReadStream(copy))
        const missing = await writePictures(tarball, newsroom.files, pictures, options.heard)
        const counts = { files: pictures.size - missing.length }
        return { counts, missing, bytes, digest: await tarball.finish(counts, missing) }
      } catch (error) {
        await tarball.abandon()
        throw error
      }
    })
  } finally {
    for (const end of ['', '-wal', '-shm', '-journal']) await rm(copy + end, { force: true })
  }
}

async function lookInto(copy: string, origin: Origin) {
  const database = openDatabase(sqlite(copy))
  try {
    const pictures = new Map<string, { hash: string; format: string }>()
    for await (const { hash, format } of allOriginals(database.db))
      pictures.set(pictureEntry({ hash, format }), { hash, format })
    return { label: await labelOf('dateline backup', database.db, origin), pictures }
  } finally {
    await database.close()
  }
}
