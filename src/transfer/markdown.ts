import {
  escaped,
  LONGEST_REFERRED,
  labelOf,
  type Manner,
  type References,
  Words,
} from './markdown-words.ts'
import { readTree, type TreeNode } from './tree.ts'

/**
 * Markdown as people write it: headings, paragraphs, lists in lists, quotations, code, rules, links, pictures, emphasis,
 * footnotes, tables. In time of its length, whatever it says.
 */
export function readMarkdown(text: string, manner: Manner): TreeNode[] {
  const lines = text.split(/\r\n?|\n/)
  const references = referencesIn(lines)
  const words = new Words(references, manner)
  const writer = new Writer(references, manner, (said) => words.html(said))
  const html = writer.blocks(lines, 0)
  return withNotes(readTree(html), new Map([...writer.notes, ...words.notes]))
}

/** Puts each note where it is referred to. */
function withNotes(nodes: TreeNode[], notes: ReadonlyMap<string, string>): TreeNode[] {
  let length = 0
  const place = (inside: TreeNode[], isNote: boolean): TreeNode[] =>
    inside.flatMap((node): TreeNode[] => {
      if (typeof node === 'string') return [node]
      const note = node.name === 'sup' ? notes.get(node.attributes['data-note'] ?? '') : undefined
      if (note === undefined) {
        node.children = place(node.children, isNote)
        return [node]
      }
      length += note.length
      // A note within a note is no note; one that is long is not repeated without end.
      if (isNote || length > LONGEST_REFERRED) return []
      return [{ name: '#note', attributes: {}, children: place(readTree(note), true) }]
    })
  return place(nodes, false)
}

/** Quotations and lists in one another; what is deeper is a paragraph. */
const DEEPEST = 20

const item = /^(\s*)([-*+]|\d{1,9}[.)])\s+(.*)$/
const fenced = /^\s{0,3}(```+|~~~+)\s*([\w+#-]*)/
const headed = /^\s{0,3}(#{1,6})(?!#)\s*(\S.*)$/
const spaced = /^\s{0,3}#+\s/
const ruled = /^\s{0,3}([-*_])(\s*\1){2,}\s*$/
const underlined = /^\s{0,3}(=+|-+)\s*$/
const quotation = /^\s{0,3}>/
const noted = /^\[\^([\w-]{1,40})\]:\s*(.*)$/
const defined =
  /^\s{0,3}\[([^\]^][^\]]{0,199})\]:\s*<?([^\s<>]{1,2000})>?\s*(?:["'(][^\n]{0,500})?$/
const indented = /^( {4}|\t)/
/** Elements that are a block of their own; a line that begins with another is a paragraph, unless it is one tag alone. */
const element =
  /^\s{0,3}<(?:\/?(?:address|article|aside|audio|blockquote|center|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|iframe|legend|li|main|menu|nav|object|ol|p|pre|script|section|style|summary|svg|table|tbody|td|tfoot|th|thead|tr|ul|video)\b|!--)|^\s{0,3}<\/?[a-z][^<>]{0,5000}>\s*$/i
/** What runs to its end, whatever stands in it. */
const verbatim = /^\s{0,3}<(pre|script|style|textarea)\b/i

function referencesIn(lines: string[]): References {
  const links = new Map<string, string>()
  const notes = new Set<string>()
  for (const line of lines) {
    const note = noted.exec(line)
    const link = note ? null : defined.exec(line)
    if (note) notes.add(note[1]!)
    if (link && !links.has(labelOf(link[1]!))) links.set(labelOf(link[1]!), link[2]!)
  }
  return { links, notes }
}

class Writer {
  /** The HTML of notes that stand apart, by their names. */
  notes = new Map<string, string>()
  #references: References
  #manner: Manner
  #inline: (said: string) => string

  constructor(references: References, manner: Manner, inline: (said: string) => string) {
    this.#references = references
    this.#manner = manner
    this.#inline = inline
  }

  blocks(lines: string[], depth: number): string {
    const out: string[] = []
    const isGhost = this.#manner === 'ghost'
    let words: string[] = []
    const end = () => {
      if (words.length > 0) out.push(`<p>${this.#inline(joined(words))}</p>`)
      words = []
    }
    for (let at = 0; at < lines.length; at++) {
      const line = lines[at]!
      const fence = fenced.exec(line)
      const heading = headed.exec(line)
      const note = noted.exec(line)
      const from = at
      const until = (goesOn: (next: string) => boolean) => {
        while (at + 1 < lines.length && goesOn(lines[at + 1]!)) at++
        return lines.slice(from, at + 1)
      }
      if (words.length > 0 && (isGhost || words.length === 1) && underlined.test(line)) {
        const level = line.includes('=') ? 1 : 2
        out.push(`<h${level}>${this.#inline(joined(words))}</h${level}>`)
        words = []
      } else if (line.trim() === '') end()
      else if (isGhost && indented.test(line) && words.length === 0) {
        const code = until((next) => indented.test(next) || next.trim() === '')
        out.push(
          preformatted(
            code
              .map((one) => one.replace(indented, ''))
              .join('\n')
              .trimEnd(),
          ),
        )
      } else if (fence) {
        end()
        const code = until((next) => !next.trim().startsWith(fence[1]!)).slice(1)
        at++
        out.push(preformatted(code.join('\n'), fence[2]))
      } else if (heading && (isGhost || spaced.test(line))) {
        end()
        const level = heading[1]!.length
        out.push(`<h${level}>${this.#inline(heading[2]!.trim().replace(/\s#+$/, ''))}</h${level}>`)
      } else if (note) {
        end()
        const [, name, first] = note
        const said = [first!, ...until((next) => indented.test(next)).slice(1)]
        const html = this.#inline(said.map((one) => one.trim()).join('\n'))
        if (!this.notes.has(name!)) this.notes.set(name!, html)
      } else if (this.#references.links.size > 0 && defined.test(line)) end()
      else if (ruled.test(line)) {
        end()
        out.push('<hr>')
      } else if (quotation.test(line) && depth < DEEPEST) {
        end()
        const said = until((next) => quotation.test(next))
        const inside = said.map((one) => one.replace(/^\s{0,3}> ?/, ''))
        out.push(`<blockquote>${this.blocks(inside, depth + 1)}</blockquote>`)
      } else if (item.test(line) && depth < DEEPEST && (isGhost || begins(line, words))) {
        end()
        const kind = kindOf(line)
        while (at + 1 < lines.length && continues(lines, at + 1, kind)) at++
        out.push(this.#list(lines.slice(from, at + 1), depth))
      } else if (line.includes('|') && underTable.test(lines[at + 1] ?? '')) {
        end()
        out.push(this.#table(until((next) => next.includes('|'))))
      } else if (isGhost && element.test(line) && words.length === 0) {
        const name = verbatim.exec(line)?.[1]?.toLowerCase()
        const close = name && `</${name}`
        const isClosed = (one: string) => !close || one.toLowerCase().includes(close)
        const ends = (one: string) => (close ? isClosed(one) : one.trim() === '')
        if (!close || !isClosed(line)) {
          until((next) => !ends(next))
          if (close) at++
        }
        out.push(lines.slice(from, at + 1).join('\n'))
      } else {
        const ends = isGhost || /(?: {2}|\\)$/.test(line)
        words.push(line.trim().replace(/\\$/, '') + (ends ? '\n' : ' '))
      }
    }
    end()
    return out.join('\n')
  }

  #list(lines: string[], depth: number): string {
    const first = item.exec(lines[0]!)!
    const indent = first[1]!.length
    const items: string[][] = []
    for (const line of lines) {
      const match = item.exec(line)
      if (match && match[1]!.length <= indent + 1) items.push([match[3]!])
      else items.at(-1)!.push(line.replace(/^( {2,4}|\t)/, ''))
    }
    const inside = items.map((one) => {
      const [only, more] = one
      return `<li>${more === undefined ? this.#inline(only!) : this.blocks(one, depth + 1)}</li>`
    })
    const number = /\d+/.exec(first[2]!)?.[0]
    return number ? `<ol start="${number}">${inside.join('')}</ol>` : `<ul>${inside.join('')}</ul>`
  }

  #table([head, under, ...rows]: string[]): string {
    const aligned = cellsOf(under!).map((cell) =>
      /^:-+:$/.test(cell) ? 'center' : /^-+:$/.test(cell) ? 'right' : '',
    )
    // No cell but those that are written: a short text could ask for a million empty ones.
    const row = (line: string, name: 'th' | 'td') => {
      const inside = cellsOf(line).map((cell, at) => {
        const attribute = aligned[at] && ` align="${aligned[at]}"`
        return `<${name}${attribute ?? ''}>${this.#inline(cell)}</${name}>`
      })
      return `<tr>${inside.join('')}</tr>`
    }
    return `<table>${row(head!, 'th')}${rows.map((line) => row(line, 'td')).join('')}</table>`
  }
}

/** A year or a house number at the start of a line that was broken there begins no list. */
const begins = (line: string, words: string[]) =>
  words.length === 0 || !/^\s*\d/.test(line) || /^\s*1[.)]/.test(line)

const joined = (lines: string[]) => lines.join('').trimEnd()

const preformatted = (code: string, language = '') =>
  `<pre class="language-${language || 'text'}">${escaped(code)}</pre>`

type ListKind = { indent: number; isNumbered: boolean }

function kindOf(line: string): ListKind {
  const [, blanks, sign] = item.exec(line)!
  return { indent: blanks!.length, isNumbered: /^\d/.test(sign!) }
}

/** Whether a line belongs to the list above it. */
function continues(lines: string[], at: number, list: ListKind): boolean {
  const line = lines[at]!
  const belongs = (one: string) => {
    if (!item.test(one)) return /^\s{2,}\S/.test(one)
    const { indent, isNumbered } = kindOf(one)
    return indent > list.indent + 1 || isNumbered === list.isNumbered
  }
  if (line.trim() === '') return at + 1 < lines.length && belongs(lines[at + 1]!)
  // A paragraph in a list goes on without being indented.
  return belongs(line) || (lines[at - 1]!.trim() !== '' && !opens.some((one) => one.test(line)))
}

/** What begins something else than a paragraph. */
const opens = [item, fenced, headed, ruled, quotation, noted, defined, element]

/** The line below the head of a table: `| --- | :-: |`. */
const underTable = /^\s{0,3}\|?(\s{0,20}:?-{1,200}:?\s{0,20}\|)+(\s{0,20}:?-{1,200}:?\s{0,20})?$/

/** The cells of a row; a bar after a backslash is none. */
const cellsOf = (line: string) =>
  line
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replaceAll('\\|', '|').trim())
