import { isLinkAddress, isWebAddress } from '../addresses/link.ts'
import { dates } from '../design/dates.ts'
import { escaped } from '../design/html.ts'
import { texts } from '../design/texts.ts'
import { languageTag } from '../platform/language.ts'
import type { DocumentNode } from './document.ts'

type Mark = NonNullable<DocumentNode['marks']>[number]

/** Where words stand: the article's language, and the notes found so far. */
type Surroundings = { language: string; timezone: string; notes: DocumentNode[] }

/** The words of a block as HTML. Footnotes are numbered and collected in `notes`. */
export function inlineHtml(
  nodes: readonly DocumentNode[] | undefined,
  surroundings: Surroundings,
): string {
  if (!nodes) return ''
  let html = ''
  const open: Mark[] = []
  for (const node of nodes) {
    // A note is a link of its own and cannot stand inside another.
    const marks = (node.type !== 'footnote' && node.marks) || none
    let kept = 0
    while (kept < open.length && kept < marks.length && same(open[kept]!, marks[kept]!)) kept++
    while (open.length > kept) html += closing(open.pop()!)
    for (let at = kept; at < marks.length; at++) {
      html += opening(marks[at]!)
      open.push(marks[at]!)
    }
    html += inline(node, surroundings)
  }
  while (open.length > 0) html += closing(open.pop()!)
  return html
}

const none: Mark[] = []

function inline(node: DocumentNode, surroundings: Surroundings): string {
  if (node.type === 'text') return escaped(node.text ?? '')
  if (node.type === 'hardBreak') return '<br>'
  if (node.type === 'footnote') return reference(node, surroundings)
  return inlineHtml(node.content, surroundings)
}

function reference(note: DocumentNode, { notes, language, timezone }: Surroundings) {
  const count = notes.push(note)
  const number = dates(language, timezone).number(count)
  const label = escaped(texts(language)('body.note', { number }))
  return `<sup class="ref"><a id="ref:${count}" href="#fn:${count}" aria-label="${label}">${number}</a></sup>`
}

/** Neighbours share an element where their marks are alike, so that a link is one link. */
function same(one: Mark, other: Mark) {
  return (
    one === other ||
    (one.type === other.type &&
      one.attrs?.href === other.attrs?.href &&
      one.attrs?.lang === other.attrs?.lang &&
      one.attrs?.dir === other.attrs?.dir)
  )
}

const elements: Record<string, string> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  code: 'code',
  superscript: 'sup',
  subscript: 'sub',
  highlight: 'mark',
}

const elementOf = (type: string) => (Object.hasOwn(elements, type) ? elements[type] : undefined)

function opening({ type, attrs }: Mark): string {
  if (type === 'link') {
    const href = String(attrs?.href ?? '')
    if (!isLinkAddress(href)) return '<a>'
    return `<a href="${escaped(href)}"${isWebAddress(href) ? ' rel="noopener"' : ''}>`
  }
  if (type === 'foreign') {
    const lang = languageTag(String(attrs?.lang ?? ''))
    const dir = attrs?.dir === 'rtl' || attrs?.dir === 'ltr' ? ` dir="${attrs.dir}"` : ''
    return `<span${lang ? ` lang="${lang}"` : ''}${dir}>`
  }
  const element = elementOf(type)
  return element ? `<${element}>` : ''
}

function closing({ type }: Mark): string {
  if (type === 'link') return '</a>'
  if (type === 'foreign') return '</span>'
  const element = elementOf(type)
  return element ? `</${element}>` : ''
}
