import { embedKind } from '../../articles/embed-kind.ts'
import type { Conversion } from '../conversion.ts'
import { isPastedPost } from '../figures.ts'
import { webAddress } from '../links.ts'
import { find, readTree, type TreeNode } from '../tree.ts'
import { type Fields, fieldsIn, said } from './fields.ts'
import { card, element } from './tree.ts'

/** Cards that lead somewhere else: bookmarks, embeds, sounds, films and files. */

/** What stands below a card, a line each. */
const lines = (...all: TreeNode[][]): TreeNode[] =>
  all
    .filter((line) => line.length > 0)
    .flatMap((line, at) => (at > 0 ? [element('br'), ...line] : line))

/** Words between middle dots. */
const beside = (...words: string[]): TreeNode[] => {
  const known = words.map((word) => word.trim()).filter(Boolean)
  return known.length > 0 ? [known.join(' · ')] : []
}

const noPicture = (c: Conversion, ...addresses: string[]) => {
  if (addresses.some(Boolean))
    c.note('left out', 'picture on a card', 'a card here is its words alone')
}

export function bookmark(p: Fields, c: Conversion): TreeNode[] {
  const metadata = fieldsIn(p.metadata)
  const about = (name: string) => said(metadata, name) || said(p, name)
  const url = said(p, 'url') || said(metadata, 'url')
  if (!url) return []
  noPicture(c, about('thumbnail'), about('icon'))
  const words = lines(
    beside(about('description')),
    beside(about('publisher'), about('author')),
    readTree(said(p, 'caption')),
  )
  return [card(url, 'link', about('title'), words)]
}

export function embedOf(p: Fields, c: Conversion): TreeNode[] {
  const html = readTree(said(p, 'html'))
  const caption = readTree(said(p, 'caption'))
  // A post of another site that may be gone by now: its words came with it.
  const quote = find(html, 'blockquote')
  if (quote && isPastedPost(quote)) {
    quote.attributes.cite = said(p, 'url') || quote.attributes.cite || ''
    if (caption.length > 0) quote.children.push(element('p', caption))
    return [quote]
  }
  const url = webAddress(said(p, 'url'), c.source.base)
  const title = said(fieldsIn(p.metadata), 'title')
  if (url && (embedKind(url) || html.length === 0)) return [card(url, 'link', title, caption)]
  // Of a player with an address that nobody knows, its frame may be one that is known.
  const frame = find(html, 'iframe')
  const framed = webAddress(frame?.attributes.src, c.source.base)
  if (framed && embedKind(framed)) return [card(framed, 'link', title, caption)]
  return url ? [card(url, 'link', title, caption)] : html
}

export function sound(p: Fields, c: Conversion): TreeNode[] {
  const src = said(p, 'src')
  if (!src) return []
  noPicture(c, said(p, 'thumbnailSrc'))
  return [card(src, 'audio', said(p, 'title'), beside(lengthOf(p)))]
}

export function film(p: Fields, c: Conversion): TreeNode[] {
  const src = said(p, 'src')
  if (!src) return []
  noPicture(c, said(p, 'customThumbnailSrc'), said(p, 'thumbnailSrc'))
  const words = lines(readTree(said(p, 'caption')), beside(lengthOf(p)))
  return [card(src, 'video', said(p, 'title') || said(p, 'fileName'), words)]
}

/** Title and caption of a file are words: what looks like an element in them is none. */
export function file(p: Fields): TreeNode[] {
  const src = said(p, 'src')
  const [name, title] = [said(p, 'fileName'), said(p, 'fileTitle')]
  const words = lines(beside(said(p, 'fileCaption')), beside(title ? name : '', sizeOf(p)))
  return src ? [card(src, 'file', title || name, words)] : []
}

/** How long a sound or a film is: `1:01`, `1:01:01`. */
function lengthOf(p: Fields): string {
  const seconds = Math.round(Number(p.duration))
  if (!(seconds > 0 && seconds < 1_000_000)) return ''
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const two = (count: number) => String(count).padStart(2, '0')
  return `${hours ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`
}

const units = ['B', 'KB', 'MB', 'GB']

function sizeOf(p: Fields): string {
  const bytes = Number(p.fileSize)
  if (!(bytes > 0 && bytes < 1024 ** units.length)) return ''
  const power = Math.floor(Math.log(bytes) / Math.log(1024))
  return `${Math.round(bytes / 1024 ** power)} ${units[power]}`
}
