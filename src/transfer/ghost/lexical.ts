import type { Conversion } from '../conversion.ts'
import type { TreeElement, TreeNode } from '../tree.ts'
import { cardOf } from './cards.ts'
import { type Fields, fieldsIn, listIn, said } from './fields.ts'
import { linkOf } from './link.ts'
import { element } from './tree.ts'

/** Elements nest no deeper than this; of what is deeper only the words are taken. */
const DEEPEST = 60

/** The bits of a text's format (Lexical, TEXT_TYPE_TO_FORMAT), the outermost element first. */
const formats: [bit: number, name: string][] = [
  [1, 'strong'],
  [2, 'em'],
  [4, 's'],
  [8, 'u'],
  [128, 'mark'],
  [16, 'code'],
  [32, 'sub'],
  [64, 'sup'],
]

/** A text of Ghost 5 and 6 as HTML elements, or undefined when it is no such text. */
export function lexicalTree(c: Conversion, written: string): TreeNode[] | undefined {
  try {
    const root = fieldsIn(fieldsIn(JSON.parse(written)).root)
    return Array.isArray(root.children) ? childrenOf(c, root, 0) : undefined
  } catch {
    return undefined
  }
}

function childrenOf(c: Conversion, node: Fields, depth: number): TreeNode[] {
  const children = listIn(node.children)
  if (depth < DEEPEST) return children.flatMap((child) => nodeOf(c, fieldsIn(child), depth + 1))
  c.note('converted', 'nesting', 'it was too deep: its words stand without it')
  return [wordsBelow(children)]
}

/** All text below some nodes, however deep. */
function wordsBelow(children: unknown[]): string {
  const words: string[] = []
  const waiting = [...children].reverse()
  while (waiting.length > 0) {
    const node = fieldsIn(waiting.pop())
    if (said(node, 'text')) words.push(said(node, 'text'))
    for (const child of [...listIn(node.children)].reverse()) waiting.push(child)
  }
  return words.join(' ')
}

function nodeOf(c: Conversion, node: Fields, depth: number): TreeNode[] {
  const type = said(node, 'type').replace(/^extended-/, '')
  const inside = () => childrenOf(c, node, depth)
  switch (type) {
    case 'text':
    case 'tk':
      return [formatted(said(node, 'text'), Number(node.format) || 0)]
    case 'linebreak':
      return [element('br')]
    case 'tab':
      return [' ']
    case 'zwnj':
      return []
    case 'paragraph':
      return [turned(element('p', inside()), node)]
    case 'heading':
      return [turned(element(/^h[1-6]$/.exec(said(node, 'tag'))?.[0] ?? 'h2', inside()), node)]
    case 'quote':
      return [element('blockquote', inside())]
    case 'aside':
      return [element('blockquote', inside(), { class: 'wp-block-pullquote' })]
    case 'list': {
      const ordered = said(node, 'listType') === 'number' || said(node, 'tag') === 'ol'
      return [element(ordered ? 'ol' : 'ul', inside(), { start: said(node, 'start') })]
    }
    case 'listitem': {
      const children = inside()
      // Lexical keeps a list in an item of its own; it belongs to the item before it.
      const nested = children.every((one) => typeof one !== 'string' && /^[ou]l$/.test(one.name))
      return nested && children.length > 0 ? children : [element('li', children)]
    }
    case 'link':
    case 'autolink':
    case 'at-link':
      return [linkOf(c, said(node, 'url'), inside())]
    default:
      if (Array.isArray(node.children)) {
        c.note('kept', `node ${type.slice(0, 60)}`, 'nobody here knows it; what is in it stands')
        return inside()
      }
      return cardOf(c, type, node)
  }
}

const formatted = (text: string, format: number): TreeNode =>
  formats.reduceRight<TreeNode>(
    (inside, [bit, name]) => (format & bit ? element(name, [inside]) : inside),
    text,
  )

/** Ghost marks every paragraph with a direction; it says something only where letters run right to left. */
function turned(made: TreeElement, node: Fields): TreeElement {
  if (said(node, 'direction') === 'rtl') made.attributes.dir = 'rtl'
  return made
}
