import { constants } from 'node:fs'
import { mkdir, open, readdir, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '../platform/refusals.ts'

const { O_CREAT, O_RDWR } = constants

/** Files that colleagues upload in pieces: a cut line or a killed server costs a piece, not the file. */

/** Bytes of a piece. */
export const PIECE = 8 * 1024 * 1024

/** Free bytes that an upload leaves to the newsroom: its database goes on growing while a site moves in. */
const LEFT = 500 * 1024 * 1024

const folderIn = (dataFolder: string) => join(dataFolder, 'imports')

/** Where the file of an arrival is. */
export const uploadAt = (dataFolder: string, id: string) => join(folderIn(dataFolder), id)

/** Bytes that have come so far. */
export async function received(dataFolder: string, id: string): Promise<number> {
  const found = await stat(uploadAt(dataFolder, id)).catch(() => undefined)
  return found?.size ?? 0
}

/** Refuses a file that would not fit on the disk, before anybody waits for it. */
export async function refuseWithoutRoom(dataFolder: string, size: number) {
  await mkdir(folderIn(dataFolder), { recursive: true, mode: 0o750 })
  const { bavail, bsize } = await statfs(dataFolder)
  const free = bavail * bsize
  if (size + LEFT > free)
    throw new Refusal(
      'too-large',
      'import/disk',
      `The newsroom’s disk has ${megabytes(free)} MB free, and needs ${megabytes(size + LEFT)} MB to take this file and go on. Make room there first.`,
    )
}

const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024)

/** Stores the piece that follows at `offset`; returns how many bytes are there now. */
export async function takePiece(
  dataFolder: string,
  id: string,
  size: number,
  offset: number,
  bytes: Uint8Array,
): Promise<number> {
  const there = await received(dataFolder, id)
  if (offset !== there)
    throw new Refusal(
      'conflict',
      'import/offset',
      `${there} bytes are here already: go on from there.`,
    )
  if (bytes.length === 0 || offset + bytes.length > size)
    throw new Refusal(
      'invalid',
      'import/piece',
      'This is more than the file was said to have, or nothing. Upload the file again.',
    )
  const file = await open(uploadAt(dataFolder, id), O_RDWR | O_CREAT, 0o640)
  try {
    // At its place: a piece that comes twice at once is written over itself.
    for (let done = 0; done < bytes.length; ) {
      const { bytesWritten } = await file.write(bytes, done, bytes.length - done, offset + done)
      done += bytesWritten
    }
    await file.sync()
  } catch (error) {
    // Half a piece would shift all that follows.
    await file.truncate(there)
    throw isFull(error) ? full() : error
  } finally {
    await file.close()
  }
  return offset + bytes.length
}

const isFull = (error: unknown) =>
  error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')

const full = () =>
  new Refusal(
    'unavailable',
    'import/disk',
    'The newsroom’s disk is full. Make room there; the upload then goes on where it stopped.',
  )

export const dropUpload = (dataFolder: string, id: string) =>
  rm(uploadAt(dataFolder, id), { force: true })

/** Removes what killed servers have left behind: the files of all arrivals but one. */
export async function dropOtherUploads(dataFolder: string, id: string) {
  const names = await readdir(folderIn(dataFolder)).catch(() => [])
  for (const name of names) if (name !== id) await dropUpload(dataFolder, name)
}
