import type { OverlayOptions } from 'sharp'
import { readable, surfaces } from '../design/colour.ts'
import { decoder } from './decoder.ts'
import { isDrawable, type Lettering, lettered } from './lettering.ts'
import { CARD, type SocialCard } from './social-card.ts'

const { paper, ink, line } = surfaces.light

/** Pixels, from the top. */
const MARGIN = 80
const BAND = 14
const LABEL = 76
const RULE = 512
const WIDTH = CARD.width - 2 * MARGIN

/** Characters of a title that are looked at: far more than fit. */
const MOST = 400

/** Lines are even when the last is not much shorter: how far each step narrows them, and to how much at most. */
const STEP = 0.06
const NARROWEST = 0.6

type Box = { sizes: readonly number[]; width: number; height: number }

const boxes = {
  label: { sizes: [32, 28, 24], width: WIDTH, height: 50 },
  title: { sizes: [128, 112, 98, 86, 76, 67, 59, 52, 46], width: WIDTH, height: 340 },
  foot: { sizes: [36, 32, 28, 24], width: WIDTH, height: 56 },
} satisfies Record<string, Box>

/** Letters of Arabic are smaller in an em than those of Latin, on pages too. */
const LARGER = 1.12

/** A card as JPEG: paper with a band of the accent, the label and the title below it, the foot under a rule. */
export async function drawSocialCard({ direction, accent, ...words }: SocialCard): Promise<Buffer> {
  const set = async (part: 'label' | 'title' | 'foot', colour: string) =>
    (await isDrawable(words[part]))
      ? fitted(words[part], { ...boxes[part], colour, direction })
      : undefined
  const label = await set('label', readable(accent, surfaces.light))
  const title = await set('title', ink)
  const foot = await set('foot', ink)
  const at = (lettering: Lettering | undefined, top: number): OverlayOptions[] =>
    lettering
      ? [
          {
            input: lettering.pixels,
            raw: { width: lettering.width, height: lettering.height, channels: 4 },
            left: direction === 'rtl' ? CARD.width - MARGIN - lettering.width : MARGIN,
            top: Math.round(top),
          },
        ]
      : []
  const below = label ? LABEL + label.height + 34 : LABEL
  const middle = (height: number, from: number, to: number) => from + (to - from - height) / 2
  const sharp = await decoder()
  return sharp({ create: { ...CARD, channels: 3, background: paper } })
    .composite([
      bar(0, 0, CARD.width, BAND, accent),
      bar(MARGIN, RULE, WIDTH, 2, line),
      ...at(label, LABEL),
      ...at(title, label ? below : middle(title?.height ?? 0, BAND, RULE)),
      ...at(foot, middle(foot?.height ?? 0, RULE, CARD.height)),
    ])
    .jpeg({ quality: 88, chromaSubsampling: '4:4:4', mozjpeg: true })
    .toBuffer()
}

const bar = (
  left: number,
  top: number,
  width: number,
  height: number,
  background: string,
): OverlayOptions => ({ input: { create: { width, height, channels: 3, background } }, left, top })

type Setting = Box & { colour: string; direction: SocialCard['direction'] }

/** A text in the largest size in which it fits, its lines even; cut with an ellipsis where it fits in none. */
async function fitted(text: string, setting: Setting): Promise<Lettering | undefined> {
  const letters = [...new Intl.Segmenter().segment(text.slice(0, MOST))].map(
    ({ segment }) => segment,
  )
  const tell = (size: number, words = text.slice(0, MOST), width = setting.width) =>
    lettered(words, {
      ...{ colour: setting.colour, direction: setting.direction, width },
      size: Math.round(size * (setting.direction === 'rtl' ? LARGER : 1)),
    })
  for (const size of text.length <= MOST ? setting.sizes : []) {
    const tried = await tell(size)
    if (!tried || fits(tried, setting))
      return tried && even(tried, (width) => tell(size, text, width), setting)
  }
  for (let count = letters.length; count > 0; count = Math.floor(count * 0.9)) {
    const tried = await tell(
      setting.sizes.at(-1)!,
      `${letters.slice(0, count).join('').trimEnd()}…`,
    )
    if (!tried || fits(tried, setting)) return tried
  }
  return undefined
}

/** Ink may stand out a little beyond the line. */
const fits = ({ width, height }: Lettering, box: Box) =>
  width <= box.width + MARGIN / 2 && height <= box.height

/** The same in the narrowest lines that are not more of them. */
async function even(
  widest: Lettering,
  tell: (width: number) => Promise<Lettering | undefined>,
  { width }: Box,
): Promise<Lettering> {
  let best = widest
  for (let part = 1 - STEP; part >= NARROWEST; part -= STEP) {
    const tried = await tell(Math.round(width * part))
    if (!tried || tried.height > widest.height + 2 || tried.width > width) return best
    best = tried
  }
  return best
}
