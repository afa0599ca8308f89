import type { DocumentNode } from '../articles/document.ts'
import { sanitiseKept } from '../articles/kept-html.ts'
import type { Conversion, Mark, Reading } from './conversion.ts'
import { attributionOf, pastedPost, pullQuoteOf } from './figures.ts'
import { orEmpty } from './flow.ts'
import { direction, marksIn } from './inline.ts'
import { linkAddress } from './links.ts'
import {
  find,
  findAll,
  hasClass,
  type TreeElement,
  type TreeNode,
  textIn,
  withoutBlocks,
  writeTree,
} from './tree.ts'

export function headingOf(
  c: Conversion,
  element: TreeElement,
  marks: readonly Mark[],
): DocumentNode[] {
  const { dir, ...attributes } = element.attributes
  const inside = marksIn(c, { ...element, attributes }, marks)
  const { words, rest } = c.wordsIn(element.children, inside)
  if (words.length === 0) return rest
  const level = Math.max(2, Number(element.name[1]))
  return [{ type: 'heading', attrs: { level, dir: direction(dir) }, content: words }, ...rest]
}

export function listOf(
  c: Conversion,
  element: TreeElement,
  marks: readonly Mark[],
  reading: Reading,
): DocumentNode[] {
  const items: DocumentNode[] = []
  for (const node of withoutBlocks(element.children)) {
    if (typeof node === 'string' && node.trim() === '') continue
    const isItem = typeof node !== 'string' && node.name === 'li'
    const content = isItem
      ? c.blocksIn(node.children, marksIn(c, node, marks), reading)
      : c.blocksIn([node], marks, reading)
    const last = items.at(-1)
    // A list that stands between the items of another belongs to the item before it.
    if (!isItem && last && /List$/.test(content[0]?.type ?? '')) last.content!.push(...content)
    else if (content.length > 0) items.push({ type: 'listItem', content })
  }
  if (items.length === 0) return []
  if (element.name !== 'ol') return [{ type: 'bulletList', content: items }]
  const start = Number.parseInt(element.attributes.start ?? '1', 10) || 1
  return [
    {
      type: 'orderedList',
      attrs: { start: Math.min(1_000_000, Math.max(-1_000_000, start)) },
      content: items,
    },
  ]
}

export function quotationOf(
  c: Conversion,
  element: TreeElement,
  marks: readonly Mark[],
  reading: Reading,
): DocumentNode[] {
  const post = pastedPost(c, element, marks)
  if (post) return [post]
  if (hasClass(element, 'wp-embedded-content')) return c.blocksIn(element.children, marks, 'flow')
  if (hasClass(element, 'wp-block-pullquote')) return pullQuoteOf(c, element, marks)
  const { said, by } = attributionOf(element)
  const content = c.blocksIn(said, marksIn(c, element, marks), reading)
  if (content.length === 0 && !by) return []
  return [{ type: 'blockquote', attrs: { attribution: by }, content: orEmpty(content) }]
}

export function preformattedOf(
  c: Conversion,
  element: TreeElement,
  marks: readonly Mark[],
): DocumentNode[] {
  if (hasClass(element, 'wp-block-verse')) return c.blocksIn(element.children, marks, 'verse')
  const text = textIn(element.children).replace(/^\n/, '').trimEnd()
  if (text === '') return c.blocksIn(findAll(element.children, 'img'), marks, 'flow')
  const inner = find(element.children, 'code')
  const classes = `${element.attributes.class ?? ''} ${inner?.attributes.class ?? ''}`
  const language =
    element.attributes.lang ??
    /\b(?:language|lang|brush)[-:]\s*([\w+#-]{1,20})/.exec(classes)?.[1] ??
    null
  return [{ type: 'codeBlock', attrs: { language }, content: [{ type: 'text', text }] }]
}

export function boxOf(
  c: Conversion,
  element: TreeElement,
  marks: readonly Mark[],
  reading: Reading,
): DocumentNode[] {
  const children = withoutBlocks(element.children)
  const isSummary = (node: TreeNode) => typeof node !== 'string' && node.name === 'summary'
  const title = textIn(children.filter(isSummary)).replace(/\s+/g, ' ').trim()
  const content = c.blocksIn(
    children.filter((node) => !isSummary(node)),
    marks,
    reading,
  )
  if (!title && content.length === 0) return []
  return [{ type: 'box', attrs: { title: title || null, folded: true }, content: orEmpty(content) }]
}

/** HTML that no body element can hold, sanitised; its pictures and frames follow it. */
export function keptOf(
  c: Conversion,
  element: TreeElement,
  marks: readonly Mark[],
): DocumentNode[] {
  for (const link of findAll(element.children, 'a')) {
    const href = linkAddress(link.attributes.href ?? '', c.source.base, c.source.hosts)
    if (href) link.attributes.href = href
    else delete link.attributes.href
  }
  const html = sanitiseKept(writeTree([element])).trim()
  const beside = [
    ...findAll(element.children, 'img'),
    ...findAll(element.children, 'iframe'),
    ...findAll(element.children, 'video'),
    ...findAll(element.children, 'audio'),
  ]
  const after = c.blocksIn(beside, marks, 'flow')
  if (html.replace(/<[^>]*>/g, '').trim() === '') {
    c.note('left out', `<${element.name}>`, 'nothing of it is words')
    return after
  }
  c.note('kept', `<${element.name}>`, 'as sanitised HTML: no body element is like it')
  return [{ type: 'keptHtml', attrs: { html } }, ...after]
}
