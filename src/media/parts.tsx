import { raw } from 'hono/html'
import { escaped } from '../design/html.ts'
import { captionLink, type Picture, renditionPath, srcset, widthsOf } from './picture.ts'

/** How wide a picture is shown, in the words of the `sizes` attribute. */
export const pictureSizes = {
  text: '(min-width:46em) 40em,100vw',
  wide: '(min-width:76em) 70em,100vw',
  full: '100vw',
  gallery: '(min-width:60em) 22em,50vw',
  lead: '(min-width:76em) 42em,(min-width:60em) 56vw,100vw',
  card: '(min-width:76em) 20em,(min-width:60em) 24vw,(min-width:36em) 40vw,100vw',
  thumb: '8em',
  portrait: '6em',
  logo: '16em',
} as const
export type PictureSize = keyof typeof pictureSizes

/** Where a crop keeps its picture, in quarters: a style rule for each, since pages carry no inline styles. */
const quarter = (fraction: number) => Math.round(Math.min(1, Math.max(0, fraction)) * 4)

type Showing = {
  size: PictureSize
  /** In place of the library's. */
  alt?: string | null
  /** The first picture of a page is fetched at once, the others as the reader comes near. */
  first?: boolean
}

/**
 * A picture in the formats that browsers know, as HTML. There is a WebP for all that do not know AVIF; the
 * dimensions keep its place while it loads.
 */
export function pictureHtml(picture: Picture, { size, alt, first }: Showing): string {
  const sizes = pictureSizes[size]
  const fallback = renditionPath(picture, middleOf(picture), 'webp')
  const crop = `x${quarter(picture.focalX)} y${quarter(picture.focalY)}`
  const priority = first ? ' fetchpriority="high"' : ' loading="lazy"'
  return (
    `<picture><source type="image/avif" srcset="${srcset(picture, 'avif')}" sizes="${sizes}">` +
    `<img src="${fallback}" srcset="${srcset(picture, 'webp')}" sizes="${sizes}" width="${picture.width}"` +
    ` height="${picture.height}" alt="${escaped(alt ?? picture.alt)}" class="${crop}"${priority} decoding="async"></picture>`
  )
}

const middleOf = (picture: Picture) =>
  widthsOf(picture).findLast((width) => width <= 960) ?? widthsOf(picture)[0]!

export const PictureImage = ({ picture, ...showing }: { picture: Picture } & Showing) =>
  raw(pictureHtml(picture, showing))

/** Who made a picture and how it may be used, in one line. */
export const creditOf = ({ credit, licence }: Pick<Picture, 'credit' | 'licence'>) =>
  [credit, licence].filter(Boolean).join(' · ')

/** A caption with its links. */
const linkedCaption = (written: string) => {
  let html = ''
  let at = 0
  for (const { index, 0: whole, 1: words, 2: href } of written.matchAll(captionLink)) {
    html += `${escaped(written.slice(at, index))}<a href="${escaped(href!)}" rel="noopener">${escaped(words!)}</a>`
    at = index + whole.length
  }
  return html + escaped(written.slice(at))
}

/** The line below a picture: what it shows, then whose it is. */
export const captionHtml = (
  picture: Picture,
  caption = linkedCaption(picture.linked ?? picture.caption),
) => {
  const credit = creditOf(picture)
  if (!caption && !credit) return ''
  return `<figcaption>${caption}${credit ? ` <small class="credit">${escaped(credit)}</small>` : ''}</figcaption>`
}

/** A picture with its caption and credit. */
export const PictureFigure = ({
  picture,
  kind,
  ...showing
}: { picture: Picture; kind: string } & Showing) => (
  <figure class={kind}>
    {raw(pictureHtml(picture, showing))}
    {raw(captionHtml(picture))}
  </figure>
)
