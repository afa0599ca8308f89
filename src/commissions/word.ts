import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { inflateRawSync } from 'node:zlib'
import { Refusal } from '../platform/refusals.ts'

/** Bytes of a Word file, and of everything in it unpacked: a small file can unpack to gigabytes. */
export const LARGEST_WORD = 10 * 1024 * 1024
const MOST_UNPACKED = 40 * 1024 * 1024
const MOST_PARTS = 2000
/** Milliseconds and megabytes that reading one may take. */
const PATIENCE_MS = 20_000
const MEMORY_MB = 256
/** Characters of a text: as many as can be typed. To make a document of more would hold up everybody. */
export const MOST_WORDS = 200_000
/** Characters of HTML: the longest text, with its marks. */
const MOST_HTML = 4_000_000

const unreadable = () =>
  new Refusal(
    'invalid',
    'commissions/file',
    'file: this is no Word document that can be read, or its text is longer than 200,000 characters. Save it as .docx again, or paste the text.',
  )

/**
 * Refuses what is no zip, and what unpacks to more than is sound (APPNOTE 4.3). Readers of zips differ in what they
 * believe of a file that contradicts itself, so that one must be a plain directory from its start to the very end.
 */
function refuseBomb(bytes: Buffer) {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0 || end + 22 > bytes.length) throw unreadable()
  const parts = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  // In one piece, with as many parts as it says, and nothing between the directory and its end: no second one hides.
  const isPlain =
    bytes.readUInt32LE(end + 4) === 0 &&
    bytes.readUInt16LE(end + 8) === parts &&
    at + bytes.readUInt32LE(end + 12) === end
  if (!isPlain || parts === 0 || parts > MOST_PARTS) throw unreadable()
  let left = MOST_UNPACKED
  for (let part = 0; part < parts; part++) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw unreadable()
    const method = bytes.readUInt16LE(at + 10)
    const size = bytes.readUInt32LE(at + 20)
    const local = bytes.readUInt32LE(at + 42)
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const packed = bytes.subarray(start, start + size)
    if (method !== 0 && method !== 8) throw unreadable()
    left -= method === 0 ? size : inflateRawSync(packed, { maxOutputLength: left }).length
    if (left <= 0) throw unreadable()
    at +=
      46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  if (at !== end) throw unreadable()
}

// Plain JavaScript in a text, so that it needs no file of its own beside the built program.
const reader = `
const { parentPort, workerData } = require('node:worker_threads')
const mammoth = require(workerData.mammoth)
mammoth
  .convertToHtml(
    { buffer: Buffer.from(workerData.bytes) },
    { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
  )
  .then(({ value }) => parentPort.postMessage(value.replaceAll('<img src="" />', '')))
`

const isTooLong = (html: string) =>
  html.length > MOST_HTML || html.replace(/<[^>]*>/g, '').length > MOST_WORDS

/** The HTML of a Word document's text, without its pictures. Read beside the newsroom, with bounds. */
export async function htmlOfWord(file: Uint8Array): Promise<string> {
  if (file.length > LARGEST_WORD)
    throw new Refusal(
      'too-large',
      'commissions/file',
      'file: the document is larger than 10 MB. Take the pictures out and send it again.',
    )
  const bytes = Buffer.from(file)
  try {
    refuseBomb(bytes)
  } catch {
    throw unreadable()
  }
  const worker = new Worker(reader, {
    eval: true,
    workerData: { bytes, mammoth: createRequire(import.meta.url).resolve('mammoth') },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    env: {},
  })
  const clock = AbortSignal.timeout(PATIENCE_MS)
  try {
    return await new Promise<string>((resolve, reject) => {
      worker.once('message', (html: string) =>
        isTooLong(html) ? reject(new Error('too long')) : resolve(html),
      )
      worker.once('error', reject)
      worker.once('exit', () => reject(new Error('ended')))
      clock.addEventListener('abort', () => reject(new Error('took too long')))
    })
  } catch {
    throw unreadable()
  } finally {
    await worker.terminate()
  }
}
