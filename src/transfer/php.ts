/** A value as PHP's `serialize` writes it. Objects keep their properties and lose their class. */
export type PhpValue = string | number | boolean | null | PhpValue[] | { [key: string]: PhpValue }

const DEEPEST = 50

/**
 * Reads what PHP's `serialize` has written (php.net, "serialize"), or returns undefined when it is anything else.
 * Lengths count bytes of UTF-8, and are wrong in exports whose addresses were searched and replaced: then the
 * closing quote decides.
 */
export function readPhp(text: string): PhpValue | undefined {
  if (!/^\s*(?:[aOs]:\d|[bid]:-?[\d.]|N;)/.test(text)) return undefined
  try {
    return new PhpReader(text.trim()).value(0)
  } catch {
    return undefined
  }
}

class PhpReader {
  #text: string
  #at = 0
  /** Characters that may still be counted in vain: lengths that lie must not cost the text for each. */
  #patience: number
  constructor(text: string) {
    this.#text = text
    this.#patience = 4 * text.length
  }

  value(depth: number): PhpValue {
    if (depth > DEEPEST) throw new Error('too deep')
    const type = this.#text[this.#at]
    if (type === 'N') {
      this.#at += 2
      return null
    }
    this.#at += 2
    if (type === 's') return this.#string()
    if (type === 'i' || type === 'd') return Number(this.#until(';'))
    if (type === 'b') return this.#until(';') === '1'
    if (type === 'r' || type === 'R') {
      this.#until(';')
      return null
    }
    if (type === 'O') {
      this.#until(':')
      this.#until('"')
      this.#until('"')
      this.#at++
    } else if (type !== 'a') throw new Error('not serialised')
    return this.#entries(depth)
  }

  #entries(depth: number): PhpValue {
    const count = Number(this.#until(':'))
    if (!(count >= 0 && count <= 100_000)) throw new Error('not a count')
    this.#until('{')
    const found: [string, PhpValue][] = []
    for (let n = 0; n < count; n++) {
      const key = this.value(depth + 1)
      found.push([String(key), this.value(depth + 1)])
    }
    this.#until('}')
    return found.every(([key], at) => key === String(at))
      ? found.map(([, value]) => value)
      : Object.fromEntries(found)
  }

  #string(): string {
    const bytes = Number(this.#until(':'))
    if (this.#text[this.#at] !== '"') throw new Error('no quote')
    const from = this.#at + 1
    let end = this.#patience > 0 ? this.#byBytes(from, bytes) : from
    if (this.#text.slice(end, end + 2) !== '";') {
      this.#patience -= end - from
      end = this.#text.indexOf('";', from)
      if (end < 0) throw new Error('no closing quote')
    }
    this.#at = end + 2
    return this.#text.slice(from, end)
  }

  #byBytes(from: number, bytes: number): number {
    let left = bytes
    let at = from
    while (left > 0 && at < this.#text.length) {
      const code = this.#text.codePointAt(at)!
      left -= code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
      at += code > 0xffff ? 2 : 1
    }
    return at
  }

  #until(mark: string): string {
    const end = this.#text.indexOf(mark, this.#at)
    if (end < 0) throw new Error(`no ${mark}`)
    const text = this.#text.slice(this.#at, end)
    this.#at = end + 1
    return text
  }
}
