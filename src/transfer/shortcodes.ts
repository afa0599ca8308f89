import type { DocumentNode } from '../articles/document.ts'
import type { Conversion, Mark, Reading } from './conversion.ts'
import { embed } from './embeds.ts'
import { embedded } from './figures.ts'
import { footnote } from './footnotes.ts'
import { webAddress } from './links.ts'
import { galleryOf, pictureOf, placed } from './pictures.ts'
import { readShortcode, type Shortcode } from './shortcode.ts'
import { find, type TreeElement, textIn, without } from './tree.ts'

// Whoever converts what is enclosed must not answer “enclosed”: done twice at every level, it would never end.
/** What a shortcode becomes: body elements, a footnote among the words, or nothing but what it encloses. */
export type Shown = { blocks: DocumentNode[] } | { inline: DocumentNode } | 'enclosed'

/** Addresses of players by what their shortcodes say. */
const players: Record<string, (id: string) => string> = {
  youtube: (id) => `https://www.youtube.com/watch?v=${id}`,
  vimeo: (id) => `https://vimeo.com/${id}`,
  dailymotion: (id) => `https://www.dailymotion.com/video/${id}`,
  ted: (id) => `https://www.ted.com/talks/${id}`,
  tweet: (id) => `https://twitter.com/i/web/status/${id}`,
  videopress: (id) => `https://videopress.com/v/${id}`,
}
const addressed = new Set(
  'embed youtube vimeo dailymotion ted tweet twitter videopress soundcloud spotify instagram facebook tiktok googlemaps googlemap mixcloud bandcamp scribd slideshare flickr archiveorg documentcloud datawrapper iframe'.split(
    ' ',
  ),
)
const notes = new Set('ref efn_note footnote fn mfn efn footnotes_note sidenote'.split(' '))
const programs = new Set(
  'code sourcecode php css html javascript js python bash text plain'.split(' '),
)

export function shortcodeOf(
  c: Conversion,
  element: TreeElement,
  marks: readonly Mark[],
  reading: Reading,
): Shown {
  const code = readShortcode(element.name, element.attributes.code ?? '')
  const shown = shownOf(c, code, element, marks, reading)
  if (shown) {
    c.note('converted', `shortcode ${code.name}`)
    return shown
  }
  const words = textIn(element.children).trim() !== ''
  c.note(
    'left out',
    `shortcode ${code.name}`,
    words
      ? 'only its plug-in knows what it does; the words inside it are kept'
      : 'only its plug-in knows what it shows',
  )
  return 'enclosed'
}

function shownOf(
  c: Conversion,
  code: Shortcode,
  element: TreeElement,
  marks: readonly Mark[],
  reading: Reading,
): Shown | undefined {
  const { name, attributes } = code
  if (name === 'caption' || name === 'wp_caption')
    return captionOf(c, code, element, marks, reading)
  if (name === 'gallery') return { blocks: galleryOf(pictures(c, code)) }
  if (name === 'playlist')
    return { blocks: list(attributes.ids).flatMap((id) => player(c, id, attributes.type)) }
  if (name === 'audio' || name === 'video') return mediaOf(c, code, element)
  if (notes.has(name)) {
    const { note, rest } = footnote(c, element.children, marks)
    return note ? { inline: note } : { blocks: rest }
  }
  if (name === 'pullquote') {
    const { words, rest } = c.wordsIn(element.children, marks)
    if (words.length === 0) return undefined
    return {
      blocks: [{ type: 'pullQuote', attrs: { attribution: null }, content: words }, ...rest],
    }
  }
  if (name === 'quote' || name === 'blockquote') {
    const content = c.blocksIn(element.children, marks, reading)
    const by = attributes.cite ?? attributes.author ?? null
    const quote = { type: 'blockquote', attrs: { attribution: by }, content }
    return { blocks: content.length > 0 ? [quote] : [] }
  }
  if (programs.has(name)) {
    const text = textIn(element.children).replace(/^\n|\n$/g, '')
    if (!text) return undefined
    const language =
      attributes.language ?? attributes.lang ?? (/^(source)?code$/.test(name) ? null : name)
    return {
      blocks: [{ type: 'codeBlock', attrs: { language }, content: [{ type: 'text', text }] }],
    }
  }
  if (addressed.has(name)) return elsewhere(c, code, element)
  return undefined
}

function captionOf(
  c: Conversion,
  { attributes }: Shortcode,
  element: TreeElement,
  marks: readonly Mark[],
  reading: Reading,
): Shown {
  const image = find(element.children, 'img')
  if (!image) return { blocks: c.blocksIn(element.children, marks, reading) }
  const id = /^attachment_(\d+)$/.exec(attributes.id ?? '')?.[1]
  if (id && !/\bwp-image-\d/.test(image.attributes.class ?? '')) image.attributes['data-id'] = id
  const around = without(element.children, new Set([image]))
  const said = attributes.caption && textIn(around).trim() === '' ? [attributes.caption] : around
  const { words, rest } = c.wordsIn(said, marks, 'lines')
  const picture = pictureOf(c, image, words)
  if (typeof picture === 'object') return { blocks: [picture, ...rest] }
  return { blocks: [...(words.length > 0 ? [{ type: 'paragraph', content: words }] : []), ...rest] }
}

const list = (ids: string | undefined) => (ids ?? '').match(/\d+/g) ?? []

function pictures(c: Conversion, { attributes }: Shortcode): (DocumentNode | undefined)[] {
  const named = list(attributes.ids ?? attributes.include)
  const left = new Set(list(attributes.exclude))
  const ids = (named.length > 0 ? named : c.source.attached()).filter((id) => !left.has(id))
  if (ids.length === 0) c.note('left out', 'gallery', 'no picture of it is in the file')
  return ids.map((id) => {
    const attachment = c.source.attachment(id)
    if (attachment) return placed(c, { id, address: attachment.address }, null, [])
    c.note('left out', 'picture', `a gallery names it by its number, and it is not in the file`)
    return undefined
  })
}

function player(c: Conversion, id: string, type = 'audio'): DocumentNode[] {
  const attachment = c.source.attachment(id)
  if (attachment)
    return [
      embed(attachment.address, type === 'video' ? 'video' : 'audio', attachment.caption || null),
    ]
  c.note('left out', type, 'a playlist names it by its number, and it is not in the file')
  return []
}

function mediaOf(
  c: Conversion,
  { name, attributes, bare }: Shortcode,
  element: TreeElement,
): Shown | undefined {
  const kinds = [
    'src',
    'mp3',
    'm4a',
    'ogg',
    'wav',
    'wma',
    'mp4',
    'm4v',
    'webm',
    'ogv',
    'flv',
    'wmv',
    'url',
  ]
  const written = [...kinds.map((kind) => attributes[kind]), ...bare, textIn(element.children)]
  const address = written
    .map((text) => webAddress(text?.split('|')[0], c.source.base))
    .find((found) => found && /^https?:/.test(found) && found !== c.source.base)
  return address
    ? { blocks: [embed(address, name as 'audio' | 'video', attributes.title ?? null)] }
    : undefined
}

function elsewhere(c: Conversion, code: Shortcode, element: TreeElement): Shown | undefined {
  const inside = textIn(element.children).trim()
  const said = [
    code.attributes.url,
    code.attributes.src,
    code.attributes.href,
    ...code.bare,
    inside,
  ]
  const address = said.find((text) => text && /^https?:\/\/\S+$/.test(text) && URL.canParse(text))
  if (address) {
    if (code.name === 'iframe') return undefined
    return { blocks: [embedded(c, address.replaceAll('&amp;', '&'), null)] }
  }
  const id = code.attributes.id ?? code.bare[0] ?? inside
  const page =
    Object.hasOwn(players, code.name) && id && /^[\w-]+$/.test(id) && players[code.name]!(id)
  return page ? { blocks: [embedded(c, page, null)] } : undefined
}

/** The elements of shortcodes carry their names before everything else. */
export const isShortcodeElement = ({ name }: TreeElement) => name.startsWith('shortcode-')
