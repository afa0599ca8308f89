import type { DocumentNode } from '../articles/document.ts'
import type { Conversion, Mark } from './conversion.ts'
import { embed } from './embeds.ts'
import { wordsOf } from './flow.ts'
import { linkAddress, webAddress } from './links.ts'
import {
  findAll,
  hasClass,
  type TreeElement,
  type TreeNode,
  textIn,
  withoutBlocks,
} from './tree.ts'

/**
 * An `<img>` as a picture of the library; while the library lacks it, a card with its address keeps its place.
 * A string stands for a sign such as a smiley; nothing for what no reader sees.
 */
export function pictureOf(
  c: Conversion,
  image: TreeElement,
  caption: DocumentNode[] = [],
  size: 'text' | 'wide' | 'full' = 'text',
): DocumentNode | string | undefined {
  const { attributes } = image
  if (/\b(wp-smiley|emoji)\b/.test(attributes.class ?? '')) return attributes.alt ?? ''
  if (/^[01](px)?$/.test(attributes.width ?? '') && /^[01](px)?$/.test(attributes.height ?? '')) {
    c.note('left out', 'counting pixel', 'it shows nothing and reports readers to others')
    return undefined
  }
  const address = sourceOf(image, c.source.base)
  const id =
    /\bwp-image-(\d+)\b/.exec(attributes.class ?? '')?.[1] ??
    /^\d+$/.exec(attributes['data-attachment-id'] ?? attributes['data-id'] ?? '')?.[0]
  const alt = attributes.alt?.trim() || null
  if (!address) {
    const known = id ? c.source.attachment(id) : undefined
    if (known) return placed(c, { id, address: known.address }, alt, caption, size)
    c.note(
      'left out',
      'picture',
      /^\s*data:/i.test(attributes.src ?? '')
        ? 'it is written into the text itself (a data address)'
        : 'it has no address',
    )
    return alt ?? undefined
  }
  return placed(c, { id, address }, alt, caption, size)
}

/** A picture by its address, or the card that keeps its place. */
export function placed(
  c: Conversion,
  asked: { id: string | undefined; address: string },
  alt: string | null,
  caption: DocumentNode[],
  size: 'text' | 'wide' | 'full' = 'text',
): DocumentNode {
  const picture = c.source.picture(asked)
  if (picture)
    return {
      type: 'picture',
      attrs: { picture, alt, size },
      ...(caption.length > 0 ? { content: caption } : {}),
    }
  c.lacks(asked)
  return embed(asked.address, 'picture', alt, caption)
}

/** Where the picture is: lazy-loading plug-ins put another address, or a blank picture, into `src`. */
function sourceOf({ attributes }: TreeElement, base: string): string | undefined {
  for (const name of ['src', 'data-src', 'data-lazy-src', 'data-original', 'data-orig-file']) {
    const address = webAddress(attributes[name], base)
    if (address && !/\/(blank|transparent|placeholder|spacer|pixel)\.(gif|png)$/i.test(address))
      return address
  }
  const [first] = (attributes.srcset ?? attributes['data-srcset'] ?? '').trim().split(/[\s,]+/)
  return webAddress(first, base)
}

export const sizeOf = (element: TreeElement): 'text' | 'wide' | 'full' =>
  hasClass(element, 'alignfull') ? 'full' : hasClass(element, 'alignwide') ? 'wide' : 'text'

/** The pictures of one gallery; those that the library lacks follow it as cards. */
export function galleryOf(pictures: (DocumentNode | string | undefined)[]): DocumentNode[] {
  const nodes = pictures.filter((node): node is DocumentNode => typeof node === 'object')
  const inside = nodes.filter((node) => node.type === 'picture')
  const beside = nodes.filter((node) => node.type !== 'picture')
  return [...(inside.length > 0 ? [{ type: 'gallery', content: inside }] : []), ...beside]
}

/** A gallery block or a gallery in HTML: each `<img>` with the caption of its own figure. */
export function galleryIn(
  c: Conversion,
  children: readonly TreeNode[],
  marks: readonly Mark[],
): DocumentNode[] {
  const pictures: (DocumentNode | string | undefined)[] = []
  const own: DocumentNode[] = []
  const after: DocumentNode[] = []
  const walk = (nodes: readonly TreeNode[]) => {
    for (const node of withoutBlocks(nodes)) {
      if (typeof node === 'string') {
        if (node.trim()) after.push(...c.blocksIn([node], marks, 'flow'))
      } else if (node.name === 'img') pictures.push(pictureOf(c, node))
      else if (node.name === 'figcaption' || hasClass(node, 'gallery-caption'))
        own.push(...c.blocksIn(node.children, marks, 'flow'))
      else {
        const images = findAll(node.children, 'img')
        const [image] = images
        const captions = captionsIn(node)
        if (image && images.length === 1) {
          const words = captions.flatMap((caption) => c.wordsIn(caption.children, marks).words)
          pictures.push(pictureOf(c, image, words))
          if (captions.length === 0 && textIn([node]).trim())
            after.push(...c.blocksIn(withoutImages(node.children), marks, 'flow'))
        } else walk(node.children)
      }
    }
  }
  walk(children)
  const [gallery, ...beside] = galleryOf(pictures)
  if (gallery?.type !== 'gallery')
    return [...(gallery ? [gallery] : []), ...beside, ...own, ...after]
  const { words, rest } = wordsOf(own)
  if (words.length > 0) gallery.content!.push({ type: 'caption', content: words })
  return [gallery, ...beside, ...rest, ...after]
}

const captionsIn = (node: TreeElement): TreeElement[] => [
  ...findAll(node.children, 'figcaption'),
  ...findAll(node.children, 'dd').filter((dd) => hasClass(dd, 'gallery-caption')),
]

const withoutImages = (nodes: readonly TreeNode[]): TreeNode[] =>
  nodes.map((node) =>
    typeof node === 'string'
      ? node
      : node.name === 'img'
        ? ''
        : { ...node, children: withoutImages(node.children) },
  )

/** Notes a link on a picture that leads elsewhere than to the picture: pictures carry no links. */
export function noteLinkOnPicture(c: Conversion, link: TreeElement) {
  const href = link.attributes.href
  if (
    !href ||
    /\.(jpe?g|png|gif|webp|avif)(\?|$)/i.test(href) ||
    /attachment/.test(link.attributes.rel ?? '')
  )
    return
  if (linkAddress(href, c.source.base, c.source.hosts)?.startsWith('http'))
    c.note('left out', 'link on a picture', 'pictures open themselves, large')
}
