import { Parser } from 'htmlparser2'

/** Words of a file that anybody may have written: in some encoding, of any length, with anything among them. */

/** Text that does not say how it is encoded. What is no UTF-8 is what Western programs wrote before it. */
export function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** What no database holds, no reader sees, or what turns the words after it around. */
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\uffff]/g

/** Characters that are looked at: many times what any field takes. */
const MOST_RAW = 20_000

/** One line of plain text, cut where it is too long. */
export function legible(text: string, most: number): string {
  const line = unmarked(text.slice(0, MOST_RAW).toWellFormed())
    .replace(unseen, '')
    .replace(/\s+/g, ' ')
    .trim()
  return line.length <= most
    ? line
    : `${line
        .slice(0, most - 1)
        .toWellFormed()
        .trimEnd()}…`
}

/** Without the markup that some programs write into what should be plain. */
function unmarked(text: string): string {
  if (!/<[/!a-z][^>]*>|&#?\w+;/i.test(text)) return text
  const words: string[] = []
  let silent = 0
  const parser = new Parser({
    onopentagname: (name) => {
      if (isSilent(name)) silent++
      words.push(' ')
    },
    onclosetag: (name) => {
      if (isSilent(name)) silent--
      words.push(' ')
    },
    ontext: (said) => {
      if (silent === 0) words.push(said)
    },
  })
  parser.end(text)
  return words.join('')
}

const isSilent = (name: string) => name === 'script' || name === 'style'
