const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** Marks within a line. Each expression ends at the next of its own signs, so that none looks twice. */
const marked = (text: string) =>
  escaped(text)
    .replace(/\*\*([^*]{1,2000})\*\*/g, '<strong>$1</strong>')
    .replace(/(?<![\p{L}\p{N}*])\*([^*\s][^*]{0,2000})\*(?![\p{L}\p{N}*])/gu, '<em>$1</em>')
    .replace(/(?<![\p{L}\p{N}_])_([^_\s][^_]{0,2000})_(?![\p{L}\p{N}_])/gu, '<em>$1</em>')
    .replace(/(?<!!)\[([^\][]{1,500})\]\((https?:[^()\s]{1,2000})\)/g, '<a href="$2">$1</a>')

const lists = { ul: /^\s{0,3}[-*+]\s+/, ol: /^\s{0,3}\d{1,9}[.)]\s+/ }

/**
 * The HTML of pasted text or of Markdown as people write it: headings, emphasis, links, lists, quotations, rules. HTML in
 * it is text. In time of its length.
 */
export function htmlOfMarkdown(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .flatMap((block) => blocksOf(block.split('\n').filter((line) => line.trim())))
    .join('\n')
}

/** A heading ends its paragraph without an empty line. */
function blocksOf(lines: string[]): string[] {
  const blocks: string[] = []
  let gathered: string[] = []
  const end = () => {
    if (gathered.length > 0) blocks.push(blockOf(gathered))
    gathered = []
  }
  for (const line of lines) {
    const heading = /^(#{1,6})\s+(.+)$/.exec(line)
    if (!heading) gathered.push(line)
    else {
      end()
      // The article's own headline is the only one of the first level.
      const level = Math.max(2, heading[1]!.length)
      blocks.push(`<h${level}>${marked(heading[2]!.trim())}</h${level}>`)
    }
  }
  end()
  return blocks
}

function blockOf(lines: string[]): string {
  if (lines.length === 1 && /^\s*(?:-{3,}|\*{3,}|_{3,})\s*$/.test(lines[0]!)) return '<hr>'
  if (lines.every((line) => line.startsWith('>')))
    return `<blockquote><p>${marked(lines.map((line) => line.replace(/^>\s?/, '')).join(' '))}</p></blockquote>`
  for (const [name, sign] of Object.entries(lists))
    if (sign.test(lines[0]!)) {
      const items: string[] = []
      for (const line of lines)
        if (sign.test(line)) items.push(line.replace(sign, ''))
        else items.push(`${items.pop()} ${line.trim()}`)
      return `<${name}>${items.map((item) => `<li>${marked(item)}</li>`).join('')}</${name}>`
    }
  return `<p>${marked(lines.map((line) => line.trim()).join(' '))}</p>`
}
