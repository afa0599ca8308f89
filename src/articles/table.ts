import { escaped } from '../design/html.ts'
import { texts } from '../design/texts.ts'
import type { DocumentNode } from './document.ts'
import { compact, type Rendering } from './rendering.ts'

/** A table in a frame of its own that scrolls sideways, with the keyboard too. */
export function tableHtml(node: DocumentNode, rendering: Rendering): string {
  const rows = (node.content ?? []).filter((row) => row.type === 'tableRow')
  if (rows.length === 0) return ''
  const given = node.attrs?.caption
  const caption = typeof given === 'string' ? given : ''
  const heads = rows.findIndex((row) => !isHead(row))
  const above = heads < 0 ? [] : rows.slice(0, heads)
  const below = heads < 0 ? rows : rows.slice(heads)
  const label = escaped(caption || texts(rendering.language)('body.table'))
  return (
    `<div class="table" role="region" aria-label="${label}" tabindex="0"><table>` +
    (caption && `<caption>${escaped(caption)}</caption>`) +
    (above.length > 0 ? `<thead>${rowsHtml(above, 'col', rendering)}</thead>` : '') +
    `<tbody>${rowsHtml(below, 'row', rendering)}</tbody></table></div>`
  )
}

const isHead = (row: DocumentNode) =>
  (row.content ?? []).length > 0 && row.content!.every((cell) => cell.type === 'tableHeader')

const rowsHtml = (rows: DocumentNode[], scope: 'col' | 'row', rendering: Rendering) =>
  rows
    .map(
      (row) =>
        `<tr>${(row.content ?? []).map((cell) => cellHtml(cell, scope, rendering)).join('')}</tr>`,
    )
    .join('')

function cellHtml(cell: DocumentNode, scope: 'col' | 'row', rendering: Rendering) {
  const head = cell.type === 'tableHeader'
  const span = (name: 'colspan' | 'rowspan', most: number) => {
    const value = cell.attrs?.[name]
    return Number.isInteger(value) && Number(value) > 1 && Number(value) <= most
      ? ` ${name}="${value}"`
      : ''
  }
  const align = cell.attrs?.align
  const aligned =
    align === 'start' || align === 'center' || align === 'end' ? ` class="${align}"` : ''
  const element = head ? 'th' : 'td'
  return `<${element}${head ? ` scope="${scope}"` : ''}${span('colspan', 100)}${span('rowspan', 1000)}${aligned}>${compact(cell, rendering)}</${element}>`
}
