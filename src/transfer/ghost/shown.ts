import type { Conversion } from '../conversion.ts'
import { find, hasClass, type TreeElement, type TreeNode, textIn, writeTree } from '../tree.ts'
import { cardOf } from './cards.ts'
import type { Fields } from './fields.ts'

/** Cards in the HTML that Ghost made of them, where nothing but that HTML came: what its editor would say of each. */

/** The first element of a class, at any depth. */
function partOf(nodes: readonly TreeNode[], name: string): TreeElement | undefined {
  for (const node of nodes) {
    if (typeof node === 'string') continue
    const found = hasClass(node, name) ? node : partOf(node.children, name)
    if (found) return found
  }
  return undefined
}

/** What a card says where: by class, or by the name of an element. */
const reading = ({ children }: TreeElement) => ({
  text: (name: string) =>
    textIn(partOf(children, name)?.children ?? [])
      .replace(/\s+/g, ' ')
      .trim(),
  html: (name: string) => writeTree(partOf(children, name)?.children ?? []),
  caption: () => writeTree(find(children, 'figcaption')?.children ?? []),
  at: (name: string, attribute = 'src') => find(children, name)?.attributes[attribute] ?? '',
  pictureIn: (name: string) => {
    const part = partOf(children, name)
    const picture = part?.name === 'img' ? part : part && find(part.children, 'img')
    return picture?.attributes.src ?? ''
  },
})

type Reading = ReturnType<typeof reading>

const cards: Record<string, [name: string, payload: (card: Reading) => Fields]> = {
  'kg-bookmark-card': [
    'bookmark',
    ({ text, at, caption, pictureIn }) => ({
      url: at('a', 'href'),
      metadata: {
        title: text('kg-bookmark-title'),
        description: text('kg-bookmark-description'),
        // Ghost has these two classes the wrong way round, for the sake of old themes.
        publisher: text('kg-bookmark-author'),
        author: text('kg-bookmark-publisher'),
        icon: pictureIn('kg-bookmark-icon'),
        thumbnail: pictureIn('kg-bookmark-thumbnail'),
      },
      caption: caption(),
    }),
  ],
  'kg-toggle-card': [
    'toggle',
    ({ html }) => ({ heading: html('kg-toggle-heading-text'), content: html('kg-toggle-content') }),
  ],
  'kg-callout-card': [
    'callout',
    ({ text, html }) => ({
      calloutEmoji: text('kg-callout-emoji'),
      calloutText: html('kg-callout-text'),
    }),
  ],
  'kg-file-card': [
    'file',
    ({ text, at }) => ({
      src: at('a', 'href'),
      fileTitle: text('kg-file-card-title'),
      fileCaption: text('kg-file-card-caption'),
      fileName: [text('kg-file-card-filename'), text('kg-file-card-filesize')]
        .filter(Boolean)
        .join(' · '),
    }),
  ],
  'kg-audio-card': [
    'audio',
    ({ text, at, pictureIn }) => ({
      src: at('audio'),
      title: text('kg-audio-title'),
      thumbnailSrc: pictureIn('kg-audio-thumbnail'),
    }),
  ],
  'kg-video-card': ['video', ({ at, caption }) => ({ src: at('video'), caption: caption() })],
  'kg-signup-card': ['signup', () => ({})],
}

/** The nodes with Ghost's cards among them as what they were made of. */
export const withCards = (c: Conversion, nodes: readonly TreeNode[]): TreeNode[] =>
  nodes.flatMap((node): TreeNode[] => {
    if (typeof node === 'string') return [node]
    const written = node.attributes.class ?? ''
    const known = written.includes('kg-')
      ? written.split(/\s+/).find((name) => Object.hasOwn(cards, name))
      : undefined
    if (known) {
      const [name, payload] = cards[known]!
      return cardOf(c, name, payload(reading(node)))
    }
    if (hasClass(node, 'kg-blockquote-alt')) node.attributes.class = 'wp-block-pullquote'
    node.children = withCards(c, node.children)
    return [node]
  })
