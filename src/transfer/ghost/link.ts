import type { Conversion } from '../conversion.ts'
import type { TreeElement, TreeNode } from '../tree.ts'
import { element } from './tree.ts'

/** A link; Portal's own (`#/portal/…`) open a window that only Ghost has. */
export function linkOf(c: Conversion, href: string, children: TreeNode[]): TreeElement {
  if (!/^(https?:\/\/[^/]*\/)?#\/(portal|share|search)/i.test(href))
    return element('a', children, { href })
  c.note('left out', 'link to Portal', 'it opens a window of Ghost; its words stand')
  return element('span', children)
}

/** A button as a paragraph that is a link. */
export const buttonTo = (c: Conversion, href: string, text: string): TreeElement[] =>
  href && text.trim() ? [element('p', [linkOf(c, href, [text])])] : []
