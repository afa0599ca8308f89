import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-stream'
import { Refusal } from '../platform/refusals.ts'
import { DIGEST, type EntryKind, entryNamed, LABEL, largest, MOST_ENTRIES } from './archive.ts'

/** One entry of an archive. Its bytes are read before the next is asked for, or passed over. */
export type Entry = EntryKind & {
  name: string
  /** Bytes. */
  size: number
  /** Its bytes, and their SHA-256 in hexadecimal digits. */
  whole: () => Promise<{ bytes: Buffer; sha256: string }>
  /** As `whole`, for what is too large for memory. */
  pass: (take?: (chunk: Buffer) => void | Promise<void>) => Promise<{ sha256: string }>
}

const damaged = (why: string) =>
  new Refusal(
    'invalid',
    'archive/damaged',
    `The archive is damaged: ${why}. Copy it again, or take another one.`,
  )

/** Whether a file begins like an archive or a backup of ours, packed or not. */
export async function isArchive(file: string): Promise<boolean> {
  try {
    for await (const entry of entriesIn(file)) return entry.name === LABEL
  } catch {
    // Then it is something else, for others to read.
  }
  return false
}

/**
 * The entries of an archive, in its order. Refuses what is no tar file, links and devices, names that no archive has,
 * an entry that says it is larger than its kind may be, and padding without end.
 */
export async function* entriesIn(
  file: string,
  heard?: (read: number, size: number) => void,
): AsyncGenerator<Entry> {
  const { size, gzip } = await lookAt(file)
  const source = createReadStream(file, { highWaterMark: 256 * 1024 })
  const tar = extract()
  let expected = 0
  const guarded = async function* (chunks: AsyncIterable<Buffer>) {
    let come = 0
    for await (const chunk of chunks) {
      come += chunk.length
      if (come > expected + SLACK) throw damaged('it goes on without an entry')
      heard?.(source.bytesRead, size)
      yield chunk
    }
  }
  const flowing = gzip
    ? pipeline(source, createGunzip(), guarded, tar)
    : pipeline(source, guarded, tar)
  flowing.catch(() => {})
  const seen = new Set<string>()
  try {
    for await (const stream of tar) {
      const { name, size, type } = stream.header as { name: string; size: number; type: string }
      const kind = entryNamed(name)
      if (type !== 'file' || !kind) throw stranger(name, type)
      if (seen.size === 0 && name !== LABEL) throw notOurs()
      if (seen.has(name)) throw damaged(`“${name}” stands in it twice`)
      if (!(size <= largest[kind.kind])) throw damaged(`“${name}” says that it has ${size} bytes`)
      if (seen.size === MOST_ENTRIES) throw damaged('it has too many entries')
      seen.add(name)
      expected = (stream.header as { byteOffset?: number }).byteOffset! + size
      yield { ...kind, name, size, ...readings(stream as AsyncIterable<Buffer>) }
      if (name === DIGEST) return
      // What nobody has read is passed over.
      stream.resume()
    }
    await flowing
    if (seen.size === 0) throw notOurs()
  } catch (error) {
    throw told(error)
  } finally {
    tar.destroy()
    source.destroy()
    await flowing.catch(() => {})
  }
}

/** Bytes that may come beside entries: headers, padding, and what waits in streams. */
const SLACK = 4 * 1024 * 1024

async function lookAt(file: string) {
  const opened = await open(file).catch(() => {
    throw new Refusal(
      'invalid',
      'archive/file',
      `${file} cannot be opened. Check its path and that it may be read.`,
    )
  })
  try {
    const stat = await opened.stat()
    if (!stat.isFile()) throw new Refusal('invalid', 'archive/file', `${file} is not a file.`)
    const { buffer, bytesRead } = await opened.read(Buffer.alloc(2), 0, 2, 0)
    return { size: stat.size, gzip: bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b }
  } finally {
    await opened.close()
  }
}

function readings(stream: AsyncIterable<Buffer>): Pick<Entry, 'whole' | 'pass'> {
  const pass: Entry['pass'] = async (take) => {
    const hash = createHash('sha256')
    for await (const chunk of stream) {
      hash.update(chunk)
      await take?.(chunk)
    }
    return { sha256: hash.digest('hex') }
  }
  return {
    pass,
    whole: async () => {
      const chunks: Buffer[] = []
      const { sha256 } = await pass((chunk) => void chunks.push(chunk))
      return { bytes: Buffer.concat(chunks), sha256 }
    },
  }
}

const stranger = (name: string, type: string) =>
  new Refusal(
    'invalid',
    'archive/entry',
    `“${name.slice(0, 100)}” (${type}) has no place in an archive. Only archives as “dateline export” writes them are read.`,
  )

const notOurs = () =>
  new Refusal(
    'invalid',
    'archive/format',
    'This is not an archive of Dateline. Name a file that “dateline export” has written.',
  )

/** What the unpacking says, in the operator's words. */
function told(error: unknown) {
  if (!(error instanceof Error) || error instanceof Refusal) return error
  const code = 'code' in error ? String(error.code) : ''
  if (code === 'Z_BUF_ERROR' || /Unexpected end of data|Premature close/.test(error.message))
    return damaged('it ends before its end')
  if (code.startsWith('Z_')) return damaged('it cannot be unpacked')
  if (/Invalid (tar )?header|Header exceeds/.test(error.message))
    return damaged('its parts cannot be told apart')
  return error
}
