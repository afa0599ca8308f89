import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, normalize, sep } from 'node:path'

/** Where pictures and their renditions are kept. Names are relative, with slashes. */
export type Files = {
  read: (name: string) => Promise<Buffer | undefined>
  /** Size in bytes, or undefined when there is none. */
  size: (name: string) => Promise<number | undefined>
  stream: (name: string) => NodeJS.ReadableStream
  /** Whole or not at all, also when the process is killed or the disk is full. */
  write: (name: string, bytes: Uint8Array) => Promise<void>
  remove: (name: string) => Promise<void>
}

/** Files in a folder of this machine. */
export function onDisk(folder: string): Files {
  const at = (name: string) => {
    const path = normalize(join(folder, name))
    if (!path.startsWith(normalize(folder) + sep)) throw new Error(`${name} leaves the folder`)
    return path
  }
  return {
    read: async (name) => {
      try {
        return await readFile(at(name))
      } catch (error) {
        if (isMissing(error)) return undefined
        throw error
      }
    },
    size: async (name) => {
      try {
        return (await stat(at(name))).size
      } catch (error) {
        if (isMissing(error)) return undefined
        throw error
      }
    },
    stream: (name) => createReadStream(at(name)),
    write: async (name, bytes) => {
      const path = at(name)
      await mkdir(dirname(path), { recursive: true })
      const draft = `${path}.${randomUUID()}.part`
      try {
        const file = await open(draft, 'w')
        try {
          await file.writeFile(bytes)
          await file.sync()
        } finally {
          await file.close()
        }
        await rename(draft, path)
      } catch (error) {
        await rm(draft, { force: true })
        throw error
      }
    },
    remove: async (name) => rm(at(name), { force: true }),
  }
}

const isMissing = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'
