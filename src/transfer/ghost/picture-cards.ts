import type { Conversion } from '../conversion.ts'
import { readTree, type TreeNode } from '../tree.ts'
import { type Fields, fieldsIn, listIn, said } from './fields.ts'
import { element } from './tree.ts'

function figure(inside: TreeNode[], caption: string, kind: string): TreeNode[] {
  const words = caption.trim() ? [element('figcaption', readTree(caption))] : []
  return [element('figure', [...inside, ...words], { class: kind })]
}

const widths: Record<string, string> = { wide: 'alignwide', full: 'alignfull' }

export function image(p: Fields, c: Conversion): TreeNode[] {
  const src = said(p, 'src')
  if (!src) return []
  if (said(p, 'title').trim())
    c.note('left out', 'title of a picture', 'it showed under the pointer alone')
  const href = said(p, 'href')
  const picture = element('img', [], { src, alt: said(p, 'alt') })
  return figure(
    [href ? element('a', [picture], { href }) : picture],
    said(p, 'caption'),
    widths[said(p, 'cardWidth')] ?? '',
  )
}

/** A picture that a card shows beside its words. */
export const pictureAt = (src: unknown, c: Conversion, cardWidth = ''): TreeNode[] =>
  image({ src, cardWidth }, c)

export function gallery(p: Fields): TreeNode[] {
  const pictures = listIn(p.images).map((one) => {
    const fields = fieldsIn(one)
    const words = said(fields, 'caption')
    return element('figure', [
      element('img', [], { src: said(fields, 'src'), alt: said(fields, 'alt') }),
      ...(words ? [element('figcaption', readTree(words))] : []),
    ])
  })
  return pictures.length > 0 ? figure(pictures, said(p, 'caption'), 'wp-block-gallery') : []
}
