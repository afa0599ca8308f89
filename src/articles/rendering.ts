import type { Picture } from '../media/picture.ts'
import type { DocumentNode } from './document.ts'
import { inlineHtml } from './inline.ts'

export type BodyOptions = {
  /** Of the article: what the renderer says itself (labels, times) is said in it. */
  language: string
  timezone: string
  /** The library's pictures by id. One that is missing is left out with its caption. */
  pictures: ReadonlyMap<string, Picture>
  /** HTML to set at the start of the first paragraph, or above the text where it begins otherwise. */
  dateline?: string
}

/** What one rendering carries through its document. */
export type Rendering = BodyOptions & {
  notes: DocumentNode[]
  /** The ids of the text, each with the number that makes the next of its name. */
  ids: Map<string, number>
  blocks: (nodes: readonly DocumentNode[] | undefined) => string
}

/** An attribute that is text, or nothing. */
export const textAttribute = (node: DocumentNode, name: string) => {
  const value = node.attrs?.[name]
  return typeof value === 'string' ? value : ''
}

/** A block's own direction as an attribute. */
export const direction = (node: DocumentNode) => {
  const dir = node.attrs?.dir
  return dir === 'rtl' || dir === 'ltr' ? ` dir="${dir}"` : ''
}

/** The blocks of an item or a cell; a lone paragraph gives its words without an element around them. */
export function compact(node: DocumentNode, rendering: Rendering): string {
  const [first, second] = node.content ?? []
  return first?.type === 'paragraph' && !second && !direction(first)
    ? inlineHtml(first.content, rendering)
    : rendering.blocks(node.content)
}

/** An id that no other element of the text has. */
export function uniqueId(wanted: string, { ids }: Rendering) {
  let turn = ids.get(wanted) ?? 1
  let id = turn === 1 ? wanted : `${wanted}-${turn}`
  while (ids.has(id)) id = `${wanted}-${++turn}`
  ids.set(id, 2)
  ids.set(wanted, turn + 1)
  return id
}
