import { surfaces } from '../design/colour.ts'
import { decoder } from './decoder.ts'
import { type Icon, iconSizes } from './icon.ts'
import { isDrawable, lettered } from './lettering.ts'
import { MOST_PIXELS } from './originals.ts'

/** How large the letter is, as a fraction of the icon. A mask may cut all but a circle of four fifths (W3C manifest). */
const LETTER = 0.62
const MASKED = 0.46
/** The same of a picture: its corners are to stay within the circle. */
const MASKED_PICTURE = 0.56

type Drawing = { size: number; maskable: boolean }

/** An icon as PNG. `picture` is the file of the picture that stands in place of the letter. */
export const drawIcon = (icon: Icon, drawing: Drawing, picture: Buffer | undefined) =>
  picture ? ofPicture(picture, drawing) : ofLetter(icon, drawing)

async function ofPicture(picture: Buffer, { size, maskable }: Drawing) {
  const sharp = await decoder()
  const room = maskable ? Math.round(size * MASKED_PICTURE) : size
  const scaled = await sharp(picture, { limitInputPixels: MOST_PIXELS })
    .autoOrient()
    .resize({ width: room, height: room, fit: 'inside' })
    .png()
    .toBuffer()
  // A phone would show black where there is nothing.
  const opaque = maskable || size === iconSizes.phone
  const field = await ground(size, opaque ? surfaces.light.paper : '#ffffff00')
  return field
    .composite([{ input: scaled }])
    .png({ compressionLevel: 9 })
    .toBuffer()
}

async function ofLetter({ letter, field, ink }: Icon, { size, maskable }: Drawing) {
  const room = Math.round(size * (maskable ? MASKED : LETTER))
  const overlays = (await isDrawable(letter)) ? await letterIn(letter, ink, room) : []
  const filled = await ground(size, field)
  return (
    filled
      .composite(overlays.length > 0 ? overlays : lines(size, room, ink))
      // Two colours and what lies between them.
      .png({ palette: true, colours: 16, compressionLevel: 9 })
      .toBuffer()
  )
}

async function ground(size: number, background: string) {
  const sharp = await decoder()
  return sharp({ create: { width: size, height: size, channels: 4, background } })
}

/** The letter as large as fits into a square of so many pixels, in the middle. */
async function letterIn(letter: string, colour: string, room: number) {
  const tried = await lettered(letter, { size: room, colour })
  if (!tried) return []
  const size = Math.floor((room * room) / Math.max(tried.width, tried.height))
  const drawn = await lettered(letter, { size, colour })
  if (!drawn || Math.max(drawn.width, drawn.height) > room + 2) return []
  const { pixels, width, height } = drawn
  return [{ input: pixels, raw: { width, height, channels: 4 as const } }]
}

/** Three lines of a newspaper, for a name that begins with nothing that can be drawn. */
const lines = (size: number, room: number, colour: string) =>
  [0, 1, 2].map((line) => {
    const height = Math.round(room / 6)
    return {
      input: {
        create: {
          ...{ width: line === 2 ? Math.round(room * 0.6) : room, height },
          ...{ channels: 3 as const, background: colour },
        },
      },
      left: Math.round((size - room) / 2),
      top: Math.round((size - room) / 2 + line * (room / 2.4)),
    }
  })
