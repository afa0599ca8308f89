import { Refusal } from '../../platform/refusals.ts'

/** A row of a table of an export. `row` counts from 1 within its table, `at` is the character it begins at. */
export type Row = { kind: 'row'; table: string; row: number; at: number; value: unknown }
export type Cut =
  | Row
  | { kind: 'version'; version: string }
  | { kind: 'problem'; line: number; message: string; lost: true }

/** Characters of one row: more is no article. */
const LONGEST_ROW = 64 * 1024 * 1024
/** How deep the tables lie at most: `{"db": [{"data": {"posts": […`. */
const DEEPEST = 6

/** Where the next row begins when one is damaged: Ghost writes the id first. */
const nextRow = /\}\s*,\s*(?=\{\s*"id"\s*:)/g

/**
 * Cuts the tables of a Ghost export (`{db: [{meta, data}]}`, `{meta, data}` or `{data}`) into rows as the text comes
 * in: no more than one row is held at a time. A damaged row is named and left out; reading goes on at the next.
 */
export async function* cutRows(
  text: AsyncIterable<string>,
  wanted: (table: string) => boolean,
): AsyncGenerator<Cut> {
  const window = new Window(text)
  const path: { array: boolean; key: string; tables: boolean }[] = []
  let found = false
  for (;;) {
    const sign = await window.sign()
    if (sign === '' || path.length > DEEPEST) break
    const open = path.at(-1)
    if (sign === ',') window.at++
    else if (sign === '}' || sign === ']') {
      window.at++
      path.pop()
      if (path.length === 0) break
    } else if (open && !open.array && sign === '"' && open.key === '') {
      const end = await window.valueEnd()
      if (end < 0) break
      open.key = nameIn(window.text.slice(window.at, end))
      window.at = end
      if ((await window.sign()) === ':') window.at++
    } else {
      const key = open && !open.array ? open.key : ''
      if (open) open.key = ''
      if (open?.tables && sign === '[') {
        found = true
        window.at++
        yield* rowsOf(window, key, wanted(key))
      } else if (sign === '{' || sign === '[') {
        if (key === 'meta') {
          const end = await window.valueEnd()
          if (end < 0) break
          const version = /"version"\s*:\s*"([^"\\]{1,40})"/.exec(window.text.slice(window.at, end))
          if (version) yield { kind: 'version', version: version[1]! }
          window.at = end
          continue
        }
        window.at++
        path.push({ array: sign === '[', key: '', tables: key === 'data' && sign === '{' })
      } else {
        const end = await window.valueEnd()
        if (end < 0 || end === window.at) break
        window.at = end
      }
    }
  }
  if (!found)
    throw new Refusal(
      'invalid',
      'transfer/format',
      'This is JSON, but no Ghost export: it has no tables of data. In Ghost: Settings, Import/Export, Export.',
    )
  if (path.length > 0)
    yield {
      kind: 'problem',
      line: 0,
      message: `The file ends, or cannot be read, after character ${window.position}. What should follow is missing.`,
      lost: true,
    }
}

function nameIn(written: string): string {
  try {
    return String(JSON.parse(written))
  } catch {
    return written
  }
}

async function* rowsOf(window: Window, table: string, wanted: boolean): AsyncGenerator<Cut> {
  for (let row = 1; ; ) {
    const sign = await window.sign()
    if (sign === '') return
    if (sign === ']') {
      window.at++
      return
    }
    if (sign === ',') {
      window.at++
      continue
    }
    const at = window.position
    const found = await window.valueEnd()
    const end = found < 0 ? window.text.length : Math.max(found, window.at + 1)
    const text = window.text.slice(window.at, end)
    const value = found < 0 ? undefined : wanted ? parsed(text) : null
    if (value !== undefined) {
      window.at = end
      if (wanted) yield { kind: 'row', table, row, at, value }
    } else {
      nextRow.lastIndex = 1
      const next = nextRow.exec(text)
      window.at = next ? window.at + next.index + next[0].length : end
      if (wanted)
        yield {
          kind: 'problem',
          line: row,
          message: `Row ${row} of “${table.slice(0, 40)}”, at character ${at}, cannot be read. It is left out.`,
          lost: true,
        }
    }
    row++
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The part of the text that is being looked at. */
class Window {
  text = ''
  at = 0
  #before = 0
  #source: AsyncIterator<string>

  constructor(source: AsyncIterable<string>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  get position() {
    return this.#before + this.at
  }

  async #more(): Promise<boolean> {
    const next = await this.#source.next()
    if (next.done) return false
    if (this.at > 0) {
      this.text = this.text.slice(this.at)
      this.#before += this.at
      this.at = 0
    }
    this.text += next.value
    return true
  }

  /** The next character that is no blank; empty at the end. */
  async sign(): Promise<string> {
    for (;;) {
      while (this.at < this.text.length) {
        const code = this.text.charCodeAt(this.at)
        if (code > 0x20 && code !== 0xfeff) return this.text[this.at]!
        this.at++
      }
      if (!(await this.#more())) return ''
    }
  }

  /** Where the value that begins here ends, -1 when it does not, or is too long. */
  async valueEnd(): Promise<number> {
    let depth = 0
    let quoted = false
    const signs = /["{}[\],]/g
    // Counted from the beginning of the value, since the window moves when more text is read.
    for (let from = 0; ; ) {
      const { text } = this
      let at = this.at + from
      while (at < text.length) {
        if (quoted) {
          const quote = closingQuote(text, at)
          if (quote < 0) break
          at = quote + 1
          quoted = false
          if (depth === 0) return at
          continue
        }
        signs.lastIndex = at
        const match = signs.exec(text)
        if (!match) {
          at = text.length
          break
        }
        at = match.index
        const sign = match[0]
        if (sign === '"') quoted = true
        else if (sign === '{' || sign === '[') depth++
        else if (sign === ',') {
          if (depth === 0) return at
        } else {
          if (depth === 0) return at
          depth--
          if (depth === 0) return at + 1
        }
        at++
      }
      from = at - this.at
      if (from > LONGEST_ROW || !(await this.#more())) return -1
    }
  }
}

/** The quote that ends a string in which `from` stands, -1 when it is not here yet. */
function closingQuote(text: string, from: number): number {
  for (let at = from; ; ) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return -1
    let slashes = 0
    while (quote - 1 - slashes >= from && text.charCodeAt(quote - 1 - slashes) === 0x5c) slashes++
    if (slashes % 2 === 0) return quote
    at = quote + 1
  }
}
