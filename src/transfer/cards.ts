import type { DocumentNode } from '../articles/document.ts'
import { embedKind, pageOfPlayer } from '../articles/embed-kind.ts'
import type { Conversion, Mark } from './conversion.ts'
import { embed } from './embeds.ts'
import { orEmpty } from './flow.ts'
import { webAddress } from './links.ts'
import type { TreeElement } from './tree.ts'

/** `#card`: something at an address, with a title, and its caption inside. */
export function cardOf(c: Conversion, card: TreeElement, marks: readonly Mark[]): DocumentNode[] {
  const { url, kind, title } = card.attributes
  const { words, rest } = c.wordsIn(card.children, marks)
  const address = webAddress(url, c.source.base)
  if (!address) {
    c.note('left out', 'card', 'it has no web address')
    return [...(words.length > 0 ? [{ type: 'paragraph', content: words }] : []), ...rest]
  }
  const shown = kind === 'audio' || kind === 'video' || kind === 'file' ? kind : embedKind(address)
  return [embed(pageOfPlayer(address), shown ?? 'link', title || null, words), ...rest]
}

/** `#box`: a title and what is inside, folded or open. */
export function markedBox(c: Conversion, box: TreeElement, marks: readonly Mark[]): DocumentNode[] {
  const { title, folded } = box.attributes
  const content = c.blocksIn(box.children, marks, 'flow')
  if (!title && content.length === 0) return []
  const attrs = { title: title || null, folded: folded !== undefined }
  return [{ type: 'box', attrs, content: orEmpty(content) }]
}
