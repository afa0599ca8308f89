import { createHash } from 'node:crypto'
import type { Files } from '../platform/files.ts'
import { Refusal } from '../platform/refusals.ts'
import { decoder } from './decoder.ts'
import { LARGEST_FILE } from './picture.ts'
import { MOST_UNPACKED, unpackedBytes, unpacking } from './unpacking.ts'

/** A picture's file as it came, never shown to readers: it may say where and by whom it was taken. */
export type Original = {
  hash: string
  format: string
  /** Pixels, after its orientation is applied. */
  width: number
  height: number
  /** Size of the file in bytes. */
  bytes: number
}

/** Pixels of one picture: a small file can unpack to gigabytes. */
export const MOST_PIXELS = 100_000_000

/** What a file is, told by its first bytes and never by its name. */
function sniff(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 32))
  const latin = head.toString('latin1')
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'jpeg'
  if (latin.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (latin.startsWith('GIF87a') || latin.startsWith('GIF89a')) return 'gif'
  if (latin.startsWith('RIFF') && latin.slice(8, 12) === 'WEBP') return 'webp'
  if (latin.slice(4, 8) === 'ftyp' && /^avi[fs]/.test(latin.slice(8, 12))) return 'avif'
  return undefined
}

/**
 * Looks at a picture's file without keeping it. Refuses what is no JPEG, PNG, GIF, WebP or AVIF (SVG among them: it
 * is a program, not a picture), what is too large, and what cannot be decoded.
 */
export async function examine(bytes: Uint8Array): Promise<Original> {
  if (bytes.length > LARGEST_FILE)
    throw new Refusal(
      'too-large',
      'pictures/size',
      `The file is larger than ${LARGEST_FILE / 1024 / 1024} MB. Export it smaller.`,
    )
  const format = sniff(bytes)
  if (!format)
    throw new Refusal(
      'invalid',
      'pictures/format',
      'The file is not a JPEG, PNG, GIF, WebP or AVIF picture. Export it as one of these.',
    )
  const sharp = await decoder()
  let width: number
  let height: number
  try {
    const facts = await sharp(bytes, { limitInputPixels: MOST_PIXELS }).metadata()
    width = facts.autoOrient.width
    height = facts.autoOrient.height
    if (width * height > MOST_PIXELS) throw new Error('Input image exceeds pixel limit')
    const unpacked = unpackedBytes({
      ...facts,
      format,
      isProgressive: facts.isProgressive === true,
    })
    if (unpacked > MOST_UNPACKED) throw tooLarge()
    // Decoding the whole finds a truncated file now and not when a reader asks.
    await unpacking(unpacked, () =>
      sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'truncated' })
        .resize(8)
        .raw()
        .toBuffer(),
    )
  } catch (error) {
    if (error instanceof Refusal) throw error
    if (String(error).includes('pixel limit'))
      throw new Refusal(
        'too-large',
        'pictures/pixels',
        `The picture has more than ${MOST_PIXELS / 1e6} million pixels. Export it smaller.`,
      )
    throw new Refusal(
      'invalid',
      'pictures/damaged',
      'The picture is damaged and cannot be read. Export it again.',
    )
  }
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32)
  return { hash, format, width, height, bytes: bytes.length }
}

const tooLarge = () =>
  new Refusal(
    'too-large',
    'pictures/pixels',
    `Unpacked, the picture takes more than ${MOST_UNPACKED / 1e6} MB. Export it smaller, with 8 bits a colour and not interlaced.`,
  )

/** Examines a file and keeps it. Keeping the same file twice is harmless. */
export async function keepOriginal(files: Files, bytes: Uint8Array): Promise<Original> {
  const original = await examine(bytes)
  const name = originalName(original)
  if ((await files.size(name)) !== bytes.length) await files.write(name, bytes)
  return original
}

export const originalName = ({ hash, format }: Pick<Original, 'hash' | 'format'>) =>
  `originals/${hash.slice(0, 2)}/${hash}.${format}`
