import type { DocumentNode } from '../articles/document.ts'
import type { Conversion, Mark, Reading } from './conversion.ts'
import { plainWords } from './figures.ts'
import { orEmpty } from './flow.ts'
import { type TreeElement, type TreeNode, withoutBlocks } from './tree.ts'

/** A `<table>`, after what stands in it outside of its cells. A table of one cell is only a frame around words. */
export function tableOf(
  c: Conversion,
  table: TreeElement,
  marks: readonly Mark[],
  reading: Reading,
): DocumentNode[] {
  const rows: DocumentNode[] = []
  const strays: TreeNode[] = []
  let caption: string | null = null
  const walk = (nodes: readonly TreeNode[]) => {
    for (const node of withoutBlocks(nodes)) {
      if (typeof node === 'string') strays.push(node)
      else if (/^(thead|tbody|tfoot)$/.test(node.name)) walk(node.children)
      else if (node.name === 'tr') rows.push(...rowOf(c, node, marks, reading))
      else if (node.name === 'td' || node.name === 'th')
        rows.push({ type: 'tableRow', content: [cellOf(c, node, marks, reading)] })
      else if (node.name === 'caption')
        caption = plainWords(c.wordsIn(node.children, marks).words) || null
      else if (!/^col(group)?$/.test(node.name)) strays.push(node)
    }
  }
  walk(table.children)
  const before = c.blocksIn(strays, marks, 'flow')
  const [row, another] = rows
  if (!row) return before
  if (!another && row.content!.length === 1 && !caption)
    return [...before, ...row.content![0]!.content!]
  return [...before, { type: 'table', attrs: { caption }, content: rows }]
}

function rowOf(
  c: Conversion,
  row: TreeElement,
  marks: readonly Mark[],
  reading: Reading,
): DocumentNode[] {
  const cells: DocumentNode[] = []
  for (const node of withoutBlocks(row.children)) {
    if (typeof node === 'string') {
      if (node.trim())
        cells.push({ type: 'tableCell', content: c.blocksIn([node], marks, reading) })
    } else if (node.name === 'td' || node.name === 'th') cells.push(cellOf(c, node, marks, reading))
    else {
      const content = c.blocksIn([node], marks, reading)
      if (content.length > 0) cells.push({ type: 'tableCell', content })
    }
  }
  return cells.length > 0 ? [{ type: 'tableRow', content: cells }] : []
}

const cellOf = (
  c: Conversion,
  cell: TreeElement,
  marks: readonly Mark[],
  reading: Reading,
): DocumentNode => ({
  type: cell.name === 'th' ? 'tableHeader' : 'tableCell',
  attrs: {
    colspan: span(cell.attributes.colspan, 100),
    rowspan: span(cell.attributes.rowspan, 1000),
    align: alignment(cell),
  },
  content: orEmpty(c.blocksIn(cell.children, marks, reading)),
})

const span = (written: string | undefined, most: number) =>
  Math.min(most, Math.max(1, Number.parseInt(written ?? '', 10) || 1))

function alignment({ attributes }: TreeElement): 'start' | 'center' | 'end' | null {
  const said =
    attributes['data-align'] ??
    attributes.align ??
    /text-align:\s*(\w+)/i.exec(attributes.style ?? '')?.[1] ??
    /\bhas-text-align-(\w+)\b/.exec(attributes.class ?? '')?.[1]
  if (said === 'center') return 'center'
  if (said === 'right' || said === 'end') return 'end'
  return said === 'left' || said === 'start' ? 'start' : null
}
