/** A picture of the library as pages show it. */
export type Picture = {
  id: string
  /** SHA-256 of the original, 32 hexadecimal digits of it: its address. */
  hash: string
  /** Pixels of the original, after its orientation is applied. */
  width: number
  height: number
  alt: string
  /** Words alone: see `linked`. */
  caption: string
  /** The caption as it was written where links stand in it. */
  linked?: string
  credit: string
  licence: string
  /** The point that crops keep in view, as fractions of width and height. */
  focalX: number
  focalY: number
}

/** A picture as the desk sees it. */
export type LibraryPicture = Picture & {
  /** What its file was called, or empty. */
  name: string
  format: string
  /** Size of the original in bytes. */
  bytes: number
  source: string
  /** What the licence asks for, in the words of whoever gave it. */
  terms: string
  /** When it may not be shown any more (ISO 8601 UTC), or null. */
  expires: string | null
  /** When it was taken off every page, or null. */
  expired: string | null
  added: string
  addedBy: string | null
  /** When readers first had it, or null. */
  shown: string | null
  /** Grows with every change. */
  version: number
  /** In how many places it stands. */
  uses: number
  /** What of its words was read from its file, and nobody has changed since. */
  fromFile: Embeddable[]
}

/** Characters that are kept of what is said of a picture. */
export const longest = {
  alt: 1000,
  caption: 2000,
  credit: 300,
  licence: 300,
  source: 1000,
  terms: 2000,
} as const

/** What a picture's file can say of it. */
export const embeddables = [
  'alt',
  'caption',
  'credit',
  'licence',
  'source',
  'terms',
  'expires',
] as const
export type Embeddable = (typeof embeddables)[number]

/** What must be known of a picture before readers see it, and is not. */
export const lackingIn = (picture: Pick<Picture, 'credit' | 'licence'>) =>
  (['credit', 'licence'] as const).filter((what) => !picture[what].trim())

/** A link in a caption, as it is written: words in square brackets, then where they lead in round ones. */
export const captionLink = /\[([^[\]\n]{1,300})\]\((https?:\/\/[^\s()<>"]{1,1000})\)/g

/** A caption as words alone. */
export const captionWords = (written: string) => written.replace(captionLink, '$1')

/** What a picture is called where it cannot be shown. */
export const titleOf = ({ caption, alt, name }: { caption: string; alt: string; name: string }) =>
  captionWords(caption) || alt || name

/** Bytes of one file that the library takes. */
export const LARGEST_FILE = 50 * 1024 * 1024

/** Widths in pixels that renditions are made in; none is wider than the original. */
export const renditionWidths = [320, 640, 960, 1280, 1920] as const
export type RenditionFormat = 'avif' | 'webp' | 'jpeg'

/** The widths one picture has: those that fit it, and its own where it is smaller than the largest. */
export function widthsOf(picture: Pick<Picture, 'width'>): number[] {
  const fitting = renditionWidths.filter((width) => width <= picture.width)
  const largest = Math.min(picture.width, renditionWidths.at(-1)!)
  return fitting.at(-1) === largest ? fitting : [...fitting, largest]
}

/** The height in pixels that a picture has at a width. */
export const heightAt = (picture: Pick<Picture, 'width' | 'height'>, width: number) =>
  Math.max(1, Math.round((picture.height * width) / picture.width))

/** Where one rendition is served, for ever: the address changes with the content. */
export const renditionPath = (
  picture: Pick<Picture, 'hash'>,
  width: number,
  format: RenditionFormat,
) => `/pictures/${picture.hash}/${width}.${format}`

/** A `srcset` of every width in one format. */
export const srcset = (picture: Picture, format: RenditionFormat) =>
  widthsOf(picture)
    .map((width) => `${renditionPath(picture, width, format)} ${width}w`)
    .join(', ')

/** The width for browsers that know no `srcset`: the largest up to 960. */
export const fallbackWidth = (picture: Picture) =>
  widthsOf(picture)
    .filter((width) => width <= 960)
    .at(-1) ?? widthsOf(picture)[0]!
