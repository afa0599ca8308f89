import { createHash } from 'node:crypto'
import { onAccent } from '../design/colour.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import type { Picture } from './picture.ts'

/** The newsroom's mark in tabs, bookmarks and on the screens of phones: a picture, or a letter on its colour. */
export type Icon = {
  /** Of all that it shows: its address. */
  hash: string
  /** The hash of a picture of the library that stands in place of the letter. */
  picture: string | null
  letter: string
  /** #rrggbb, of the field and of the letter on it. */
  field: string
  ink: string
}

/** Grows when icons are drawn in another way. */
const DRAWING = 1

/** Pixels of each side: in tabs (a multiple of 48 is what search engines ask for), on phones, in a manifest. */
export const iconSizes = { tab: 48, phone: 180, small: 192, large: 512 } as const

/** What may be asked for: each size, and the two of a manifest with room around for a mask. */
export const iconFile = /^(maskable-)?(48|180|192|512)\.png$/

export function iconOf(
  { name, language, colours }: Pick<Newsroom, 'name' | 'language' | 'colours'>,
  picture: Pick<Picture, 'hash'> | null,
): Icon {
  const shown = {
    picture: picture?.hash ?? null,
    letter: initialOf(name, language),
    field: colours.accent,
    ink: onAccent(colours.accent),
  }
  const said = JSON.stringify([DRAWING, shown])
  return { ...shown, hash: createHash('sha256').update(said).digest('hex').slice(0, 12) }
}

/** Where one size is served, for ever: the address changes with what it shows. */
export const iconPath = ({ hash }: Pick<Icon, 'hash'>, size: number, maskable = false) =>
  `/icons/${hash}/${maskable ? 'maskable-' : ''}${size}.png`

/** A name without the article that it begins with, by which nobody knows it. */
export const withoutArticle = (name: string) =>
  name.replace(/^(the|der|die|das|le|la|les|el|los|las|il)\s+(?=\S)|^l[’']|^ال(?=\p{L}{2})/iu, '')

/** The letter or digit that a name begins with. */
function initialOf(name: string, language: string) {
  const begin = /[\p{L}\p{N}]\p{M}*/u.exec(withoutArticle(name))?.[0] ?? ''
  return begin.toLocaleUpperCase(language)
}
