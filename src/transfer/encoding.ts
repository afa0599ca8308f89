import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Refusal } from '../platform/refusals.ts'

/** How much of a file is looked at to tell what it is and how its letters are written, in bytes. */
const HEAD = 1024

/**
 * The text of an export, piece by piece: unpacked when it is gzip, decoded by its byte order mark or its XML
 * declaration, UTF-8 otherwise (XML 1.0, appendix F). Bytes that are no letters become U+FFFD. Refuses archives and
 * encodings that nobody knows.
 */
export async function* textOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const { head, all } = await peek(bytes)
  if (head[0] === 0x1f && head[1] === 0x8b) {
    const unpacked = Readable.from(all, { objectMode: false }).pipe(createGunzip())
    yield* decoded(unpacked)
    return
  }
  if (head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4)
    throw new Refusal(
      'invalid',
      'transfer/archive',
      'This is a ZIP archive. Unpack it and import the files in it, one after the other; pictures come from a folder, with --uploads.',
    )
  yield* decoded(all)
}

async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const { head, all } = await peek(bytes)
  const decoder = decoderFor(head)
  for await (const chunk of all) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

function decoderFor(head: Uint8Array) {
  const mark = byteOrderMark(head)
  const declared = /<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(
    Buffer.from(head).toString('latin1').replaceAll('\0', ''),
  )?.[1]
  // A file that was saved anew often keeps a declaration of UTF-16 that is no longer true.
  const believed = declared && /^utf-?16|ucs-?2/i.test(declared) ? undefined : declared
  const label = mark ?? believed ?? 'utf-8'
  try {
    return new TextDecoder(label)
  } catch {
    throw new Refusal(
      'invalid',
      'transfer/encoding',
      `The file says that it is written in “${label}”, which nobody here can read. Save it as UTF-8.`,
    )
  }
}

function byteOrderMark([a, b, c]: Uint8Array) {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a === 0x3c && b === 0) return 'utf-16le'
  if (a === 0 && b === 0x3c) return 'utf-16be'
  return undefined
}

async function peek(bytes: AsyncIterable<Uint8Array>) {
  const source = bytes[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let size = 0
  while (size < HEAD) {
    const next = await source.next()
    if (next.done) break
    first.push(next.value)
    size += next.value.length
  }
  const head = Buffer.concat(first)
  async function* all() {
    try {
      if (head.length > 0) yield head
      for (;;) {
        const next = await source.next()
        if (next.done) return
        yield Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength)
      }
    } finally {
      await source.return?.()
    }
  }
  return { head: head.subarray(0, HEAD), all: all() }
}
