/** Finding one's way in the text of an export. */

/** A name without its prefix. */
export const local = (name: string) => name.slice(name.indexOf(':') + 1)

export function newlines(text: string, from: number, to: number): number {
  let count = 0
  if (to - from < 100) {
    // The next line may be far away: looking for it at every step would read all there is at every step.
    for (let at = from; at < to; at++) if (text.charCodeAt(at) === 0x0a) count++
    return count
  }
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1))
    count++
  return count
}

export const past = (text: string, end: string, from: number) => {
  const at = text.indexOf(end, from)
  return at < 0 ? -1 : at + end.length
}

/** Whether an item has swallowed the next: a CDATA section that is not closed ends with the next one's. */
export const hasSwallowed = (text: string) => {
  const end = text.indexOf('</item')
  return (
    end < text.length - '</item>'.length - 4 &&
    /<\/item\s*>\s*<item[\s>]/.test(text) &&
    itemInside(text) >= 0
  )
}

/** Where the next item begins after an unclosed one. Text that only talks of `<item>` has no post type. */
export function itemInside(text: string): number {
  const opening = /<item[\s>]/g
  opening.lastIndex = 1
  for (let tries = 0; tries < 100; tries++) {
    const match = opening.exec(text)
    if (!match) return -1
    const stretch = text.slice(match.index, match.index + 1_000_000)
    const close = stretch.indexOf('</item')
    if (/post_(type|id)\s*>/.test(close < 0 ? stretch : stretch.slice(0, close))) return match.index
  }
  return -1
}

/** The `>` of a tag, past any in its quoted values. */
export function tagEnd(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x3e) return at
    if (code === 0x22 || code === 0x27) {
      at = text.indexOf(text[at]!, at + 1)
      if (at < 0) return -1
    }
  }
  return -1
}
