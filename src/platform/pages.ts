import { AsyncLocalStorage } from 'node:async_hooks'
import { hash } from 'node:crypto'
import { brotliCompressSync, brotliDecompressSync, constants, gunzipSync } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import { type Beginning, beginningOf } from './beginning.ts'
import type { Touch } from './changes.ts'
import { gzip } from './gzip.ts'

export type Encoding = 'br' | 'gzip' | 'identity'

/** A page as it is answered: rendered once, kept as bytes. */
export type Page = {
  status: number
  /** Headers that belong to the content: type, policy, language. Lower-case names. */
  headers: Record<string, string>
  etag: string
  /** When it was rendered, on pages that readers ask for by `If-Modified-Since`: feeds. */
  dated?: Date
  /** By encoding; others are made from what is here when somebody asks for them. */
  bytes: Partial<Record<Encoding, Buffer>>
  /** What other pages begin with, too. */
  beginning: Beginning | undefined
}

/** A list was read between two places in its order (ISO times); `null` is its open end. */
type Span = { from: string | null; to: string | null }
type Reads = Map<string, Span[] | 'all'>

const recording = new AsyncLocalStorage<Reads>()

/**
 * Notes that what is being rendered depends on `key`. Call it before the query, so that a change in between is heard.
 * With a span it depends only on list entries from `from` (inclusive) to `to` (exclusive).
 */
export function reading(key: string, span?: Span) {
  const reads = recording.getStore()
  if (!reads) return
  const known = reads.get(key)
  if (!span) reads.set(key, 'all')
  else if (known !== 'all') reads.set(key, [...(known ?? []), span])
}

/**
 * Reads a stretch of a list that ends (exclusively) at `to`; `load` says where it began. Until it has loaded, the
 * stretch counts as open below, so that a change meanwhile is not missed.
 */
reading.list = async <T>(
  key: string,
  to: string | null,
  load: () => Promise<{ value: T; from: string | null }>,
) => {
  const span: Span = { from: null, to }
  reading(key, span)
  const { value, from } = await load()
  span.from = from
  return value
}

const meets = (read: Span[] | 'all' | undefined, { at }: Touch) =>
  read !== undefined &&
  (read === 'all' ||
    at === undefined ||
    read.some(({ from, to }) => (from === null || from <= at) && (to === null || at < to)))

/** Pages that are there, and those that say that something is gone. Errors are made anew each time. */
export const isKept = (status: number) => status === 200 || status === 410

type Kept = { key: string; page: Page; reads: Reads }
type Rendering = { promise: Promise<Page>; reads: Reads; stale: boolean }
type Memo = { promise: Promise<unknown>; reads: Reads }

/** Touching this key drops everything: for imports, where naming each page would cost more than rendering it. */
export const EVERYTHING = '*'

/**
 * Public pages and what they were made from. A render records what it read, a change names what it touched, and
 * exactly the pages that meet are dropped. Nothing here expires by time.
 */
export class Pages {
  readonly #kept: LRUCache<string, Kept>
  readonly #readers = new Map<string, Set<Kept>>()
  readonly #rendering = new Map<string, Rendering>()
  readonly #memos = new Map<string, Memo>()
  readonly counts = { hits: 0, renders: 0, dropped: 0 }

  /** `bytes`: how much memory the pages may take. */
  constructor({ bytes }: { bytes: number }) {
    this.#kept = new LRUCache({
      maxSize: bytes,
      sizeCalculation: (kept) => sizeOf(kept),
      dispose: (kept) => this.#forget(kept),
    })
  }

  /** The page kept for an address, or undefined. */
  answer(key: string): Page | undefined {
    const kept = this.#kept.get(key)
    if (kept) this.counts.hits++
    return kept?.page
  }

  /** Whether a page is kept for an address. */
  keeps(key: string): boolean {
    return this.#kept.has(key)
  }

  /** The page for `key`, rendered once however many ask at the same time. What is neither there nor gone is not kept. */
  async page(key: string, render: () => Promise<Page>): Promise<Page> {
    const kept = this.answer(key)
    if (kept) return kept
    const running = this.#rendering.get(key)
    if (running) return running.promise
    const reads: Reads = new Map()
    // Entered before it begins, so that a change at any moment of it is heard.
    const promise = Promise.resolve().then(() => recording.run(reads, render))
    const rendering: Rendering = { promise, reads, stale: false }
    this.#rendering.set(key, rendering)
    this.counts.renders++
    try {
      const page = await rendering.promise
      if (!rendering.stale && isKept(page.status)) this.#keep({ key, page, reads })
      return page
    } finally {
      if (this.#rendering.get(key) === rendering) this.#rendering.delete(key)
    }
  }

  /** Something small that many pages show, kept in memory until what it read is touched. */
  async memo<T>(key: string, load: () => Promise<T>): Promise<T> {
    let memo = this.#memos.get(key)
    if (!memo) {
      const reads: Reads = new Map()
      memo = { promise: Promise.resolve().then(() => recording.run(reads, load)), reads }
      this.#memos.set(key, memo)
      const failing = memo
      memo.promise.catch(() => {
        if (this.#memos.get(key) === failing) this.#memos.delete(key)
      })
    }
    // What a memo read, its page has read too. Noted before and after: a change may come while it loads.
    const made = memo
    const note = () => {
      for (const [read, spans] of made.reads)
        if (spans === 'all') reading(read)
        else for (const span of spans) reading(read, span)
    }
    note()
    const value = (await memo.promise) as T
    note()
    // Touched while it loaded: the page that asked must not keep what it was given.
    if (this.#memos.get(key) !== memo) return this.memo(key, load)
    return value
  }

  /** Drops every page that read something of what was touched. Returns their addresses. */
  drop(touches: Touch[]): string[] {
    const dropped = new Set<string>()
    for (const touch of touches) {
      if (touch.key === EVERYTHING) {
        this.clear()
        return ['*']
      }
      for (const kept of [...(this.#readers.get(touch.key) ?? [])])
        if (meets(kept.reads.get(touch.key), touch)) {
          this.#kept.delete(kept.key)
          dropped.add(kept.key)
        }
      for (const [key, rendering] of this.#rendering)
        if (meets(rendering.reads.get(touch.key), touch)) {
          rendering.stale = true
          this.#rendering.delete(key)
        }
      for (const [key, memo] of this.#memos)
        if (meets(memo.reads.get(touch.key), touch)) this.#memos.delete(key)
    }
    this.counts.dropped += dropped.size
    return [...dropped]
  }

  clear() {
    this.#kept.clear()
    this.#memos.clear()
    for (const rendering of this.#rendering.values()) rendering.stale = true
    this.#rendering.clear()
  }

  /** Addresses of the pages kept now. */
  addresses(): string[] {
    return [...this.#kept.keys()]
  }

  get size() {
    return { pages: this.#kept.size, bytes: this.#kept.calculatedSize }
  }

  #keep(kept: Kept) {
    this.#kept.set(kept.key, kept)
    if (this.#kept.peek(kept.key) !== kept) return
    for (const key of kept.reads.keys()) {
      let readers = this.#readers.get(key)
      if (!readers) {
        readers = new Set()
        this.#readers.set(key, readers)
      }
      readers.add(kept)
    }
  }

  #forget(kept: Kept) {
    for (const key of kept.reads.keys()) {
      const readers = this.#readers.get(key)
      readers?.delete(kept)
      if (readers?.size === 0) this.#readers.delete(key)
    }
  }
}

// A page grows when a second encoding is asked for: counted from the start, and a key weighs about 150 bytes.
const sizeOf = ({ page, reads, key }: Kept) => {
  const { br, gzip, identity } = page.bytes
  return (
    2 * (br ?? gzip ?? identity)!.length +
    (identity ? identity.length : 0) +
    150 * reads.size +
    2 * key.length +
    500
  )
}

/**
 * Makes the bytes of a page in the encoding of the first reader who asks for it. `alikeUntil` ends what other pages
 * begin with, too.
 */
export function pageOf(
  status: number,
  headers: Record<string, string>,
  body: string,
  encoding: Encoding,
  alikeUntil?: string,
): Page {
  const beginning = alikeUntil === undefined ? undefined : beginningOf(body, alikeUntil)
  const rest = Buffer.from(body.slice(beginning?.text.length ?? 0))
  return {
    status,
    headers,
    etag: `W/"${beginning?.mark ?? ''}${hash('sha256', rest, 'base64url').slice(0, 22)}"`,
    bytes: { [encoding]: encode(rest, encoding, beginning) },
    beginning,
  }
}

/** The bytes of a kept page in one encoding. */
export function bytesOf(page: Page, encoding: Encoding): Buffer {
  const made = page.bytes[encoding]
  if (made) return made
  const { br, gzip, identity: plain } = page.bytes
  const identity = plain ?? (br ? brotliDecompressSync(br) : gunzipSync(gzip!))
  // Plain bytes are several times larger and nearly nobody asks for them: made anew each time.
  if (encoding === 'identity') return identity
  const { beginning } = page
  const bytes = encode(identity.subarray(beginning?.bytes.length ?? 0), encoding, beginning)
  page.bytes[encoding] = bytes
  return bytes
}

function encode(rest: Buffer, encoding: Encoding, beginning: Beginning | undefined) {
  if (encoding === 'gzip') return gzip(rest, beginning)
  const whole = beginning ? Buffer.concat([beginning.bytes, rest]) : rest
  return encoding === 'br' ? brotli(whole) : whole
}

// Quality 5 is as small as 9 for pages and takes half a millisecond.
const brotli = (bytes: Buffer) =>
  brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 5,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  })
