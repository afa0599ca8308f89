import { createHash } from 'node:crypto'
import { scriptOf } from '../platform/language.ts'
import cyrillic from './fonts/literata-cyrillic.woff2?inline'
import cyrillicItalic from './fonts/literata-cyrillic-italic.woff2?inline'
import latin from './fonts/literata-latin.woff2?inline'
import latinExtended from './fonts/literata-latin-ext.woff2?inline'
import latinItalic from './fonts/literata-latin-italic.woff2?inline'
import arabic from './fonts/naskh-arabic.woff2?inline'

/** The faces that pages are set in. `fonts/subset.ts` makes the files and says what is in them. */
export type Font = {
  /** Where it is served, for ever: the address changes with the content. */
  path: string
  bytes: Uint8Array
}

const font = (name: string, dataAddress: string): Font => {
  const bytes = Buffer.from(dataAddress.slice(dataAddress.indexOf(',') + 1), 'base64')
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
  return { path: `/assets/${name}-${hash}.woff2`, bytes }
}

const files = {
  latin: font('literata-latin', latin),
  latinItalic: font('literata-latin-italic', latinItalic),
  latinExtended: font('literata-latin-ext', latinExtended),
  cyrillic: font('literata-cyrillic', cyrillic),
  cyrillicItalic: font('literata-cyrillic-italic', cyrillicItalic),
  arabic: font('naskh-arabic', arabic),
}

export const fonts: readonly Font[] = Object.values(files)

const ranges = {
  latin:
    'U+20-7E,U+A0-A3,U+A5,U+A7,U+A9-AB,U+AD-AE,U+B0,U+B7,U+BA-BB,U+BF-FF,U+152-153,U+160-161,U+178,U+17D-17E,U+2013-2014,U+2018-201A,U+201C-201E,U+2022,U+2026,U+2039-203A,U+20AC,U+2212',
  latinExtended:
    'U+100-151,U+154-15F,U+162-177,U+179-17C,U+17F,U+218-21B,U+1E9E,U+20B4,U+20BA,U+20BD',
  cyrillic: 'U+400-45F,U+490-491,U+2116',
  arabic:
    'U+60C,U+61B-61F,U+621-63A,U+640-655,U+660-66D,U+670-671,U+67E,U+686,U+698,U+6A4,U+6A9,U+6AF,U+6CC,U+6D5,U+6F0-6F9,U+200C-200F',
}

const face = (family: string, file: Font, range: string, style = 'normal', more = '') =>
  `@font-face{font-family:${family};font-style:${style};font-weight:400${style === 'normal' ? ' 600;font-display:optional' : ';font-display:swap'};src:url(${file.path})format("woff2");unicode-range:${range}${more}}`

/** A system's serif by its names, and how much narrower than Literata it runs, measured on a paragraph of news. */
const standIns: [locals: string[], width: number][] = [
  [['Georgia', 'Gelasio'], 1.068],
  [['Times New Roman', 'Liberation Serif', 'Tinos'], 1.172],
  [['Noto Serif', 'Droid Serif'], 0.986],
]

/** Of Literata, in ems. */
const ASCENT = 1.177
const DESCENT = 0.308

const percent = (fraction: number) => `${(100 * fraction).toFixed(1)}%`

function standIn([locals, width]: [string[], number], index: number) {
  const sources = locals.map((name) => `local("${name}")`).join()
  return `@font-face{font-family:Fallback${index};src:${sources};size-adjust:${percent(width)};ascent-override:${percent(ASCENT / width)};descent-override:${percent(DESCENT / width)};line-gap-override:0%}`
}

const fallbacks = standIns.map(standIn).join('')

const latinFaces = [
  face('Literata', files.latin, ranges.latin),
  face('Literata', files.latinItalic, ranges.latin, 'italic'),
  face('Literata', files.latinExtended, ranges.latinExtended),
].join('')

const cyrillicFaces = [
  face('Literata', files.cyrillic, ranges.cyrillic),
  face('Literata', files.cyrillicItalic, ranges.cyrillic, 'italic'),
].join('')

const arabicFace = face('Naskh', files.arabic, ranges.arabic, 'normal', ';size-adjust:112%')

/**
 * The faces of the script that a language is written in, and fallbacks of a system's fonts scaled to their width and
 * height, so that nothing moves when a face arrives late. A name or a phrase in another script is set in the system's
 * own: it is not worth the weight of a face to a reader on a slow network.
 */
export function fontCss(language: string): string {
  const script = scriptOf(language)
  if (script === 'Arab') return latinFaces + arabicFace + fallbacks
  if (script === 'Cyrl') return latinFaces + cyrillicFaces + fallbacks
  return latinFaces + fallbacks
}

/** The faces to fetch with the page, by the script that its language is written in. */
export function fontsFor(language: string): Font[] {
  const script = scriptOf(language)
  if (script === 'Arab') return [files.arabic, files.latin]
  if (script === 'Cyrl') return [files.cyrillic, files.latin]
  return [files.latin]
}
