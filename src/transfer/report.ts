import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { detached } from './detached.ts'

/** What became of something in the file. */
export type Fate = 'new' | 'changed' | 'unchanged' | 'converted' | 'kept' | 'left out' | 'failed'

/** So many of one kind with one fate, and the first few of them. */
export type Row = { fate: Fate; what: string; why: string; count: number; examples: Example[] }
export type Example = { line: number; id: string; title: string }

/** One item of the file and what became of it. */
export type Entry = Example & {
  type: string
  status: string
  fate: Fate
  why?: string | undefined
  path?: string | undefined
}

export type Trouble = { line: number; message: string; lost: boolean }

export type Totals = {
  format: 'dateline-import-report/1'
  system: 'wordpress' | 'ghost'
  file: string
  site: { title: string; address: string; language: string; version: string }
  dryRun: boolean
  started: string
  seconds: number
  /** Of the command: 0 all accounted for, 3 some could not be brought in. */
  exitCode: 0 | 3
  /** Articles, pages, authors, categories, comments and all else that the file lists. */
  things: Row[]
  /** Blocks, shortcodes, embeds and other parts of texts. */
  parts: Row[]
  /** Old addresses that lead to their articles, categories and authors now. */
  redirects: number
  /** Articles that could not keep their address. */
  moved: { from: string; to: string }[]
  /** Pictures that texts show and that are still on the old site alone. */
  picturesLacking: string[]
  problems: Trouble[]
  /** Problems beyond those listed. */
  furtherProblems: number
}

const EXAMPLES = 3
/** Bounds of what is listed by name; everything is counted all the same. */
const MOST_PROBLEMS = 2000
const MOST_ADDRESSES = 100_000

/**
 * Accounts for everything in a file. With a path, every single item goes into a JSON file as it is met, so that
 * memory stays bounded; the file appears under its name when it is complete.
 */
export class Report {
  redirects = 0
  #things = new Map<string, Row>()
  #parts = new Map<string, Row>()
  #problems: Trouble[] = []
  #further = 0
  #lost = false
  #moved: { from: string; to: string }[] = []
  #lacking = new Set<string>()
  #path: string | undefined
  #file: number | undefined
  #pending = ''

  constructor(path?: string) {
    this.#path = path
    if (path === undefined) return
    this.#file = openSync(`${path}.part`, 'w')
    this.#pending = '{"items":[\n'
  }

  item(entry: Entry, what: string) {
    this.count(entry.fate, what, entry.why, entry)
    if (entry.fate === 'failed') this.#lost = true
    if (this.#file === undefined) return
    this.#pending += `${JSON.stringify(entry)},\n`
    if (this.#pending.length > 65_536) this.#flush()
  }

  count(fate: Fate, what: string, why = '', example?: Example, times = 1) {
    add(this.#things, fate, what, why, times, example)
  }

  /** Whether the run has brought anything in that was not there before. */
  get anythingNew() {
    return (
      this.redirects > 0 ||
      [...this.#things.values()].some(({ fate }) => fate === 'new' || fate === 'changed')
    )
  }

  /** What the conversion of a text has noted (`Converted.notes`). */
  parts(notes: ReadonlyMap<string, number>, example: Example) {
    for (const [key, times] of notes) {
      const [fate, what, why] = key.split('\t')
      add(this.#parts, fate as Fate, what!, why!, times, example)
    }
  }

  problem({ line, message, lost }: Trouble) {
    if (lost) this.#lost = true
    if (this.#problems.length < MOST_PROBLEMS) this.#problems.push({ line, message, lost })
    else this.#further++
  }

  moved(from: string, to: string) {
    if (this.#moved.length < MOST_ADDRESSES) this.#moved.push({ from, to })
  }

  lacks(address: string) {
    if (this.#lacking.size < MOST_ADDRESSES && !this.#lacking.has(address))
      this.#lacking.add(detached(address))
  }

  /** The totals; also ends the JSON file. */
  finish(
    about: Pick<Totals, 'system' | 'file' | 'site' | 'dryRun' | 'started' | 'seconds'>,
  ): Totals {
    const totals: Totals = {
      format: 'dateline-import-report/1',
      ...about,
      exitCode: this.#lost ? 3 : 0,
      things: sorted(this.#things),
      parts: sorted(this.#parts),
      redirects: this.redirects,
      moved: this.#moved,
      picturesLacking: [...this.#lacking],
      problems: this.#problems,
      furtherProblems: this.#further,
    }
    if (this.#file !== undefined) {
      this.#pending = `${this.#pending.replace(/,\n$/, '\n')}`
      this.#flush()
      this.#pending = `],\n${JSON.stringify(totals, null, 1).slice(1)}\n`
      this.#flush(true)
      closeSync(this.#file)
      this.#file = undefined
      renameSync(`${this.#path}.part`, this.#path!)
    }
    return totals
  }

  /** Gives up the JSON file of a run that failed. */
  abandon() {
    if (this.#file === undefined) return
    closeSync(this.#file)
    this.#file = undefined
    rmSync(`${this.#path}.part`, { force: true })
  }

  #flush(all = false) {
    // The last comma stays back until it is known whether another item follows.
    const keep = !all && this.#pending.endsWith(',\n') ? 2 : 0
    const ready = keep ? this.#pending.slice(0, -keep) : this.#pending
    if (this.#file !== undefined) writeSync(this.#file, ready)
    this.#pending = keep ? ',\n' : ''
  }
}

function add(
  rows: Map<string, Row>,
  fate: Fate,
  what: string,
  why: string,
  times: number,
  example?: Example,
) {
  const key = `${fate}\t${what}\t${why}`
  let row = rows.get(key)
  if (!row) {
    row = { fate, what: detached(what), why: detached(why), count: 0, examples: [] }
    rows.set(key, row)
  }
  row.count += times
  if (example && row.examples.length < EXAMPLES) {
    const { line, id, title } = example
    row.examples.push({ line, id, title: detached(title.slice(0, 100)) })
  }
}

const fates: Fate[] = ['new', 'changed', 'unchanged', 'converted', 'kept', 'left out', 'failed']

const sorted = (rows: Map<string, Row>) =>
  [...rows.values()].sort(
    (a, b) =>
      compare(a.what, b.what) ||
      fates.indexOf(a.fate) - fates.indexOf(b.fate) ||
      compare(a.why, b.why),
  )

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
