import type { Files } from '../platform/files.ts'
import { decoder } from './decoder.ts'
import { drawnOnce } from './drawing.ts'
import { MOST_PIXELS, type Original, originalName } from './originals.ts'
import { type RenditionFormat, widthsOf } from './picture.ts'

/** The width of the JPEG that other sites show in a card for a link. */
export const SOCIAL_WIDTH = 1200

export const renditionName = (hash: string, width: number, format: RenditionFormat) =>
  `renditions/${hash.slice(0, 2)}/${hash}/${width}.${format}`

/** Whether an original has such a rendition; anything else would let a stranger fill the disk. */
export const hasRendition = (original: Original, width: number, format: RenditionFormat) =>
  format === 'jpeg' ? width === SOCIAL_WIDTH : widthsOf(original).includes(width)

/** A rendition's bytes: from where it is kept, or made now. Undefined without its original. */
export const rendition = (
  files: Files,
  original: Original,
  width: number,
  format: RenditionFormat,
): Promise<Buffer | undefined> =>
  drawnOnce(files, renditionName(original.hash, width, format), async () => {
    const source = await files.read(originalName(original))
    return source && draw(source, width, format)
  })

/** Pixels that WebP can be high. A taller picture is narrower than it was asked for. */
const TALLEST = 16_383

/** Scales and encodes. Metadata stays behind; the colours are turned to sRGB and the orientation is applied. */
async function draw(source: Buffer, width: number, format: RenditionFormat) {
  const sharp = await decoder()
  const scaled = sharp(source, { limitInputPixels: MOST_PIXELS })
    .autoOrient()
    .resize({ width, height: TALLEST, fit: 'inside', withoutEnlargement: true })
  if (format === 'avif') return scaled.avif({ quality: 55, effort: 2 }).toBuffer()
  if (format === 'webp') return scaled.webp({ quality: 78 }).toBuffer()
  return scaled.flatten({ background: '#ffffff' }).jpeg({ quality: 82, mozjpeg: true }).toBuffer()
}

/** Makes every rendition of an original that is not there yet. */
export async function makeRenditions(files: Files, original: Original) {
  for (const width of widthsOf(original))
    for (const format of ['webp', 'avif'] as const)
      if ((await files.size(renditionName(original.hash, width, format))) === undefined)
        await rendition(files, original, width, format)
}
