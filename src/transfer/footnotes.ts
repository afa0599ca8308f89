import { type DocumentNode, documentText } from '../articles/document.ts'
import type { Conversion, Mark } from './conversion.ts'
import { findAll, readTree, type TreeElement, type TreeNode, textIn, without } from './tree.ts'

/** A note set where it is referred to, and what of it is no words. A note within a note becomes part of it. */
export function footnote(
  c: Conversion,
  nodes: readonly TreeNode[],
  marks: readonly Mark[],
): { note: DocumentNode | undefined; rest: DocumentNode[] } {
  const { words, rest } = c.wordsIn(nodes, marks)
  const content = words.flatMap((node) =>
    node.type === 'hardBreak'
      ? [{ type: 'text', text: ' ' }]
      : node.type === 'footnote'
        ? (node.content ?? [])
        : [node],
  )
  if (content.length === 0) return { note: undefined, rest }
  if (rest.length > 0) {
    c.note('left out', 'block in a footnote', 'a footnote holds words; those of the block are kept')
    const text = documentText({ type: 'doc', content: rest }).replaceAll('\n', ' ')
    if (text) content.push({ type: 'text', text: ` ${text}` })
  }
  return { note: { type: 'footnote', content }, rest: [] }
}

/** A reference of the block editor: `<sup data-fn="id">`, with the note's HTML in the item's meta. */
export function noteOfBlock(c: Conversion, element: TreeElement): DocumentNode | undefined {
  const html = c.source.footnotes.get(element.attributes['data-fn'] ?? '')
  if (html === undefined) {
    c.note('left out', 'footnote', 'its text is not in the file')
    return undefined
  }
  const { note } = footnote(c, readTree(html), [])
  if (note) c.note('converted', 'footnote')
  return note
}

/** Characters of what refers to a note: a number, a letter or a sign, in brackets or not. */
const LONGEST_REFERENCE = 20

/** Each note is looked for in the whole text. */
const MOST_NOTES = 500

/**
 * Finds the notes that were written by hand or by a plug-in: a reference that points at a note which points back.
 * Takes the notes out of the tree and puts each where it is referred to, as `#note`.
 */
export function bindFootnotes(nodes: TreeNode[]) {
  const links = findAll(nodes, 'a')
  const references = new Map<string, TreeElement>()
  for (const link of links) {
    const target = /^#(.+)$/.exec(link.attributes.href ?? '')?.[1]
    if (target && !references.has(target) && refers(textIn([link]).trim()))
      references.set(target, link)
  }
  if (references.size === 0 || references.size > MOST_NOTES) return
  const taken = new Set<TreeElement>()
  const notes = findAll(nodes, 'li').concat(findAll(nodes, 'p'), findAll(nodes, 'div'))
  for (const note of notes) {
    if (note.name === 'div' && note.children.length > 20) continue
    const [id] = idsOf(note).filter((own) => references.has(own))
    const reference = id === undefined ? undefined : references.get(id)
    if (!reference || taken.has(note)) continue
    const around = idsAround(nodes, reference)
    const back = findAll(note.children, 'a').filter((link) =>
      around.has((link.attributes.href ?? '').slice(1)),
    )
    if (back.length === 0) continue
    taken.add(note)
    references.delete(id!)
    reference.name = '#note'
    reference.children = without(note.children, new Set(back))
  }
  if (taken.size > 0) remove(nodes, taken)
}

const refers = (text: string) =>
  text.length <= LONGEST_REFERENCE && /^\W*(\d{1,3}|[a-z*†‡]|[ivx]{1,5})\W*$/i.test(text)

/** The names under which an element can be pointed at: its own, and those of anchors that begin it. */
const idsOf = (element: TreeElement): string[] => {
  const anchors = findAll(element.children.slice(0, 3), 'a')
  return [element, ...anchors.slice(0, 2)].flatMap(({ attributes }) =>
    [attributes.id, attributes.name].filter((id): id is string => Boolean(id)),
  )
}

/** Ids of a reference and of what holds it, as far as its paragraph. */
function idsAround(nodes: readonly TreeNode[], reference: TreeElement): Set<string> {
  const ids = new Set<string>()
  const own = (element: TreeElement) => {
    for (const id of [element.attributes.id, element.attributes.name]) if (id) ids.add(id)
  }
  const walk = (inside: readonly TreeNode[]): boolean =>
    inside.some((node) => {
      if (typeof node === 'string') return false
      const here = node === reference || walk(node.children)
      if (here && !/^(div|section|article|block:|#root)/.test(node.name)) own(node)
      return here
    })
  walk(nodes)
  return ids
}

function remove(nodes: TreeNode[], gone: ReadonlySet<TreeElement>) {
  for (let at = nodes.length - 1; at >= 0; at--) {
    const node = nodes[at]!
    if (typeof node === 'string') continue
    if (gone.has(node)) nodes.splice(at, 1)
    else remove(node.children, gone)
  }
}
