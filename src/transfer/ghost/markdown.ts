import { readTree, type TreeNode } from '../tree.ts'

/**
 * The Markdown that people write in Ghost's card: headings, paragraphs, lists in lists, quotations, fenced code,
 * rules, links, pictures, emphasis, footnotes, tables, HTML as it stands.
 */
export const writtenInMarkdown = (text: string): TreeNode[] =>
  readTree(blocks(text.split(/\r?\n/), 0))

/** Quotations and lists in one another; what is deeper is a paragraph. */
const DEEPEST = 20

const item = /^(\s*)([-*+]|\d{1,9}[.)])\s+(.*)$/

function blocks(lines: string[], depth: number): string {
  const out: string[] = []
  const notes: string[] = []
  let words: string[] = []
  const end = () => {
    if (words.length > 0) out.push(`<p>${inline(words.join('\n'))}</p>`)
    words = []
  }
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!
    const fence = /^\s{0,3}(```+|~~~+)\s*([\w+#-]*)/.exec(line)
    const heading = /^\s{0,3}(#{1,6})\s+(.*)$/.exec(line)
    const note = /^\[\^([\w-]{1,40})\]:\s*(.*)$/.exec(line)
    if (fence) {
      end()
      let last = at + 1
      while (last < lines.length && !lines[last]!.trim().startsWith(fence[1]!)) last++
      const code = lines.slice(at + 1, last).join('\n')
      out.push(`<pre class="language-${fence[2] || 'text'}">${escaped(code)}</pre>`)
      at = last
    } else if (heading) {
      end()
      out.push(
        `<h${heading[1]!.length}>${inline(heading[2]!.trim().replace(/\s#+$/, ''))}</h${heading[1]!.length}>`,
      )
    } else if (note) {
      end()
      const [, name, said] = note
      notes.push(`<li id="fn-${name}"><p>${inline(said!)} <a href="#fnref-${name}">↩</a></p></li>`)
    } else if (/^\s{0,3}([-*_])(\s*\1){2,}\s*$/.test(line)) {
      end()
      out.push('<hr>')
    } else if (/^\s{0,3}>/.test(line) && depth < DEEPEST) {
      end()
      const from = at
      while (at + 1 < lines.length && /^\s{0,3}>/.test(lines[at + 1]!)) at++
      const said = lines.slice(from, at + 1).map((one) => one.replace(/^\s{0,3}> ?/, ''))
      out.push(`<blockquote>${blocks(said, depth + 1)}</blockquote>`)
    } else if (item.test(line) && depth < DEEPEST) {
      end()
      const from = at
      while (at + 1 < lines.length && continues(lines, at + 1)) at++
      out.push(list(lines.slice(from, at + 1), depth))
    } else if (line.includes('|') && underTable.test(lines[at + 1] ?? '')) {
      end()
      const from = at
      while (at + 1 < lines.length && lines[at + 1]!.includes('|')) at++
      out.push(table(lines.slice(from, at + 1)))
    } else if (line.trim() === '') end()
    else if (/^\s{0,3}<[a-z!/]/i.test(line) && words.length === 0) {
      const from = at
      while (at + 1 < lines.length && lines[at + 1]!.trim() !== '') at++
      out.push(lines.slice(from, at + 1).join('\n'))
    } else words.push(line.trimStart())
  }
  end()
  if (notes.length > 0) out.push(`<ol class="footnotes">${notes.join('')}</ol>`)
  return out.join('\n')
}

/** Whether a line belongs to the list above it. */
const continues = (lines: string[], at: number) =>
  item.test(lines[at]!) ||
  /^\s{2,}\S/.test(lines[at]!) ||
  (lines[at]!.trim() === '' &&
    at + 1 < lines.length &&
    /^\s*([-*+]|\d{1,9}[.)])\s|^\s{2,}\S/.test(lines[at + 1]!))

function list(lines: string[], depth: number): string {
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
    return `<li>${more === undefined ? inline(only!) : blocks(one, depth + 1)}</li>`
  })
  const number = /\d+/.exec(first[2]!)?.[0]
  return number ? `<ol start="${number}">${inside.join('')}</ol>` : `<ul>${inside.join('')}</ul>`
}

/** The line below the head of a table: `| --- | :-: |`. */
const underTable = /^\s{0,3}\|?(\s{0,20}:?-{1,200}:?\s{0,20}\|)+(\s{0,20}:?-{1,200}:?\s{0,20})?$/

function table([head, under, ...rows]: string[]): string {
  const aligned = cellsOf(under!).map((cell) =>
    /^:-+:$/.test(cell) ? 'center' : /^-+:$/.test(cell) ? 'right' : '',
  )
  // No cell but those that are written: a short text could ask for a million empty ones.
  const row = (line: string, name: 'th' | 'td') => {
    const inside = cellsOf(line).map((cell, at) => {
      const attribute = aligned[at] && ` align="${aligned[at]}"`
      return `<${name}${attribute ?? ''}>${inline(cell)}</${name}>`
    })
    return `<tr>${inside.join('')}</tr>`
  }
  return `<table>${row(head!, 'th')}${rows.map((line) => row(line, 'td')).join('')}</table>`
}

/** The cells of a row; a bar after a backslash is none. */
const cellsOf = (line: string) =>
  line
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replaceAll('\\|', '|').trim())

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const quoted = (text: string) => escaped(text).replaceAll('"', '&quot;')

/** Words with their marks. Code is set aside first: nothing in it is a mark. */
function inline(text: string): string {
  return text
    .split(/(`[^`\n]{1,2000}`)/)
    .map((part, at) => (at % 2 ? `<code>${escaped(part.slice(1, -1))}</code>` : marked(part)))
    .join('')
}

const marked = (text: string) =>
  text
    .replace(/\[\^([\w-]{1,40})\]/g, '<sup id="fnref-$1"><a href="#fn-$1">$1</a></sup>')
    .replace(
      /!\[([^\]\n]{0,500})\]\(\s*<?([^\s()<>]{1,2000})>?(?:\s+"([^"\n]{0,500})")?\s*\)/g,
      (_, alt: string, src: string) => `<img src="${quoted(src)}" alt="${quoted(alt)}">`,
    )
    .replace(
      /\[([^[\]\n]{1,1000})\]\(\s*<?([^\s()<>]{1,2000})>?(?:\s+"[^"\n]{0,500}")?\s*\)/g,
      (_, words: string, href: string) => `<a href="${quoted(href)}">${words}</a>`,
    )
    .replace(
      /<(https?:\/\/[^\s<>]{1,2000})>/g,
      (_, href: string) => `<a href="${quoted(href)}">${escaped(href)}</a>`,
    )
    .replace(/(\*\*|__)(?=\S)([^*_\n]{1,2000})\1/g, '<strong>$2</strong>')
    .replace(/(?<![\w*])\*(?=\S)([^*\n]{1,2000})\*/g, '<em>$1</em>')
    .replace(/(?<![\w_])_(?=\S)([^_\n"<>]{1,2000})_(?!\w)/g, '<em>$1</em>')
    .replace(/~~([^~\n]{1,2000})~~/g, '<s>$1</s>')
    .replace(/==([^=\n]{1,2000})==/g, '<mark>$1</mark>')
    .replace(/ {2,}\n|\\\n/g, '<br>')
