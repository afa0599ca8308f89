import type { DocumentNode } from '../articles/document.ts'
import { embedKind, pageOfPlayer } from '../articles/embed-kind.ts'
import type { Conversion, Mark } from './conversion.ts'
import { embed } from './embeds.ts'
import { hostOf, webAddress } from './links.ts'
import { galleryIn, pictureOf, sizeOf } from './pictures.ts'
import { find, findAll, hasClass, type TreeElement, textIn, withoutBlocks } from './tree.ts'

/** A `<figure>`: its picture, embed, table or quotation with its caption. */
export function figureOf(
  c: Conversion,
  figure: TreeElement,
  marks: readonly Mark[],
): DocumentNode[] {
  const children = withoutBlocks(figure.children)
  if (hasClass(figure, 'wp-block-gallery') || findAll(children, 'img').length > 1)
    return galleryIn(c, children, marks)
  const isCaption = (node: (typeof children)[number]) =>
    typeof node !== 'string' && node.name === 'figcaption'
  const captions = children.filter(isCaption) as TreeElement[]
  const { words, rest } = c.wordsIn(
    captions.flatMap((caption) => caption.children),
    marks,
  )
  const inside = children.filter((node) => !isCaption(node))
  if (hasClass(figure, 'wp-block-embed') || hasClass(figure, 'wp-block-embed-wrapper')) {
    const address = textIn(inside).trim()
    if (/^https?:\/\/\S+$/.test(address) && URL.canParse(address))
      return [embedded(c, address, null, words), ...rest]
  }
  const blocks = c.blocksIn(inside, marks, 'flow')
  const [only] = blocks
  const size = sizeOf(figure)
  if (only && blocks.length === 1) {
    if (only.type === 'picture' || only.type === 'embed') {
      if (only.type === 'picture' && size !== 'text') only.attrs = { ...only.attrs, size }
      if (words.length > 0) only.content = words
      return [only, ...rest]
    }
    if (only.type === 'table' && words.length > 0) {
      only.attrs = { caption: plainWords(words) }
      return [only, ...rest]
    }
  }
  return [...blocks, ...(words.length > 0 ? [{ type: 'paragraph', content: words }] : []), ...rest]
}

export const plainWords = (words: DocumentNode[]): string =>
  words
    .map((node) => (node.type === 'text' ? node.text : node.type === 'hardBreak' ? ' ' : ''))
    .join('')
    .trim()

/** A pull quote with who said it. */
export function pullQuoteOf(
  c: Conversion,
  element: TreeElement,
  marks: readonly Mark[],
): DocumentNode[] {
  const quote = find(element.children, 'blockquote') ?? element
  const { said, by } = attributionOf(quote)
  const { words, rest } = c.wordsIn(said, marks)
  if (words.length === 0) return rest
  return [{ type: 'pullQuote', attrs: { attribution: by }, content: words }, ...rest]
}

/** What is said in a quotation, and by whom: `<cite>` or `<footer>` at its end. */
export function attributionOf(quote: TreeElement) {
  const children = withoutBlocks(quote.children)
  const cites = children.filter(
    (node): node is TreeElement =>
      typeof node !== 'string' &&
      (node.name === 'cite' ||
        node.name === 'footer' ||
        (node.name === 'p' && onlyCite(node) !== undefined)),
  )
  const by = textIn(cites)
    .replace(/\s+/g, ' ')
    .replace(/^\s*[—–-]+\s*/, '')
    .trim()
  if (!by) return { said: children, by: null }
  return { said: children.filter((node) => !cites.includes(node as TreeElement)), by }
}

const onlyCite = ({ children }: TreeElement) => {
  const seen = children.filter((node) => typeof node !== 'string' || node.trim() !== '')
  const [only] = seen
  return seen.length === 1 && typeof only === 'object' && only.name === 'cite' ? only : undefined
}

/** Something on another site by an address that a player or a plug-in gave. */
export function embedded(
  c: Conversion,
  address: string,
  title: string | null,
  words: DocumentNode[] = [],
): DocumentNode {
  const kind = embedKind(address) ?? 'link'
  c.note('converted', `embed ${hostOf(address)}`)
  return embed(pageOfPlayer(address), kind, title, words)
}

/** A frame becomes an embed where its site is known. Others are left out: hacked sites are full of hidden ones. */
export function frameOf(c: Conversion, element: TreeElement): DocumentNode | undefined {
  const { attributes } = element
  const address = [
    attributes.src,
    attributes['data-src'],
    attributes['data-lazy-src'],
    attributes.data,
  ]
    .map((written) => webAddress(written, c.source.base))
    .find((found) => found !== undefined)
  if (address && embedKind(address)) return embedded(c, address, attributes.title ?? null)
  const host = address ? hostOf(address) : ''
  c.note(
    'left out',
    `frame ${host}`.trim(),
    address ? 'its site is not on the list of known ones' : 'it has no web address',
  )
  return undefined
}

/** `<audio>` and `<video>` as a card with the file's address. */
export function playerOf(c: Conversion, element: TreeElement): DocumentNode | undefined {
  const sources = [element, ...findAll(element.children, 'source')]
  const address = sources
    .map(({ attributes }) => webAddress(attributes.src ?? attributes['data-src'], c.source.base))
    .find((found) => found !== undefined)
  if (!address) {
    c.note('left out', element.name, 'it has no web address')
    return undefined
  }
  return embed(
    address,
    element.name === 'audio' ? 'audio' : 'video',
    element.attributes.title ?? null,
  )
}

const pasted =
  /\b(twitter-tweet|twitter-video|instagram-media|tiktok-embed|bluesky-embed|mastodon-embed|reddit-card|reddit-embed-bq|fb-post|fb-video|fb-xfbml-parse-ignore|telegram-post|text-post-media)\b/

export const isPastedPost = ({ attributes }: TreeElement) => pasted.test(attributes.class ?? '')

/** A post of another site that was pasted with its words and a script: the words stay, with a link to the post. */
export function pastedPost(
  c: Conversion,
  quote: TreeElement,
  marks: readonly Mark[],
): DocumentNode | undefined {
  const { attributes } = quote
  if (!isPastedPost(quote)) return undefined
  const links = findAll(quote.children, 'a').map((link) => link.attributes.href)
  const address = [
    attributes['data-instgrm-permalink'],
    attributes['data-text-post-permalink'],
    attributes['data-href'],
    attributes.cite,
    ...links.reverse(),
  ]
    .map((written) => webAddress(written, c.source.base))
    .find((found) => found !== undefined && embedKind(found) !== undefined)
  if (!address) return undefined
  const { words } = c.wordsIn(quote.children, marks)
  return embedded(c, address, null, words)
}

/** A file block: a card with the file's name. */
export function fileOf(c: Conversion, block: TreeElement): DocumentNode[] {
  const link = findAll(block.children, 'a').find((a) =>
    webAddress(a.attributes.href, c.source.base),
  )
  if (!link) return c.blocksIn(block.children, [], 'flow')
  const address = webAddress(link.attributes.href, c.source.base)!
  return [embed(address, 'file', textIn(link.children) || null)]
}

/** The picture behind a cover's words where it is a style and no `<img>`. */
export function coverPicture(
  c: Conversion,
  address: unknown,
  id: unknown,
): DocumentNode | undefined {
  const web = typeof address === 'string' ? webAddress(address, c.source.base) : undefined
  if (!web) return undefined
  const image: TreeElement = {
    name: 'img',
    attributes: { src: web, ...(Number.isInteger(id) ? { 'data-id': String(id) } : {}) },
    children: [],
  }
  const node = pictureOf(c, image)
  return typeof node === 'object' ? node : undefined
}
