import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CreateText } from 'sharp'
import { escaped } from '../design/html.ts'
import { DRAWN_FAMILIES, drawnFaces } from '../design/lettering.ts'
import type { Direction } from '../platform/language.ts'
import { decoder } from './decoder.ts'

/** A text as pixels, cut to its ink: RGBA. */
export type Lettering = { pixels: Buffer; width: number; height: number }

type Setting = {
  /** Pixels of an em. */
  size: number
  /** #rrggbb */
  colour: string
  direction?: Direction
  /** Pixels after which a line is broken; without it there is one line. */
  width?: number
}

/** Of lines, as a fraction of what the faces have by nature: headlines are set tight. */
const LEADING = 0.78

let ready: Promise<void> | undefined

/**
 * Sets a text in the faces of headlines; what they have no letters for, in the machine's own. Undefined where nothing
 * is to be seen. Whoever calls bounds the length of the text.
 */
export async function lettered(
  text: string,
  { size, colour, direction = 'ltr', width }: Setting,
): Promise<Lettering | undefined> {
  const clean = lettersOf(text)
  if (!clean) return undefined
  ready ??= bringFaces()
  await ready
  // The first strong character decides in which direction a paragraph runs.
  const mark = direction === 'rtl' ? '\u200f' : '\u200e'
  return draw({
    text: `<span foreground="${colour}" line_height="${LEADING}">${mark}${escaped(clean)}</span>`,
    font: `${DRAWN_FAMILIES} ${size}`,
    ...(width ? { width, wrap: 'word-char' } : {}),
  })
}

async function draw(text: CreateText): Promise<Lettering | undefined> {
  const sharp = await decoder()
  try {
    // At 72 dots an inch a point is a pixel.
    const { data, info } = await sharp({ text: { ...text, dpi: 72, rgba: true } })
      .raw()
      .toBuffer({ resolveWithObject: true })
    return { pixels: data, width: info.width, height: info.height }
  } catch (error) {
    if (String(error).includes('no text to render')) return undefined
    throw error
  }
}

/** In one line, without what cannot be seen or would turn around what follows. */
const lettersOf = (text: string) =>
  text
    .toWellFormed()
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    // No letter has more marks; a tower of them has no height that could be told.
    .replace(/(\p{M}{4})\p{M}+/gu, '$1')
    .trim()

/**
 * Makes the faces known to what draws: it reads them from files, and remembers for each family what it found when the
 * family was first asked for. So all are brought under another name before anything is drawn.
 */
async function bringFaces() {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-faces-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  for (const [index, bytes] of drawnFaces().entries()) {
    const fontfile = join(folder, `${index}.ttf`)
    writeFileSync(fontfile, bytes)
    await draw({ text: '.', font: 'serif 8', fontfile })
  }
}

/** Private characters that no face has a letter for, each with as many digits as others have. */
const unknown = ['\uf8fe', '\u{ffffd}']

/** Characters that are looked at: a headline is of one script, or of two. */
const MOST_TRIED = 12

/** Whether there are letters for most of a text. A character without one is drawn as a box with its number. */
export async function isDrawable(text: string): Promise<boolean> {
  const shapeOf = async (character: string) => {
    const drawn = await lettered(character, { size: 64, colour: '#000000' })
    return drawn && `${drawn.width} × ${drawn.height}`
  }
  const boxes = await Promise.all(unknown.map(shapeOf))
  const tried = [...new Set(text.match(/[\p{L}\p{N}]/gu))].slice(0, MOST_TRIED)
  const shapes = await Promise.all(tried.map(shapeOf))
  const missing = shapes.filter((shape) => shape === undefined || boxes.includes(shape))
  return missing.length <= tried.length / 2
}
