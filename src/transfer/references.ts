import type { Shape } from '../platform/shape.ts'
import type { ArchivedTable } from './archived.ts'
import type { Mention } from './checks.ts'
import type { Row } from './rows.ts'

/** References to rows that had not come yet, kept until the end; a category's parent, the newsroom's logo and icon. */
const MOST_OPEN = 100_000

/** Which rows an archive holds, and whether what they refer to is among them. */
export class References {
  #shape: Shape
  /** Ids of the tables that others refer to. */
  #ids: Map<string, Set<string>>
  #last: { table: string; key: (string | number)[] } | undefined
  #open: (Mention & { from: string; hard: boolean })[] = []

  constructor(shape: Shape) {
    this.#shape = shape
    this.#ids = new Map(
      ['articles', 'versions', 'pictures', 'categories', 'tags', 'contributors'].map((table) => [
        table,
        new Set(),
      ]),
    )
  }

  /** Notes a row. Throws when it does not follow the one before in the order of their keys. */
  note(table: ArchivedTable, row: Row, mentions: Mention[]) {
    const shape = this.#shape.get(table)!
    const key = shape.key.map((column) => row[column] as string | number)
    if (this.#last?.table === table && !follows(key, this.#last.key))
      throw new Error('it is there twice, or not in its place')
    this.#last = { table, key }
    this.#ids.get(table)?.add(String(key[0]))
    const from = `${table} ${key.join(' ').slice(0, 100)}`
    for (const [column, to] of shape.references) {
      const id = row[column]
      if (typeof id === 'string') this.#refer({ table: to as ArchivedTable, id, from, hard: true })
    }
    for (const mention of mentions) this.#refer({ ...mention, from, hard: false })
  }

  /** What was referred to and never came. `hard`: no database could hold it. */
  *missing(): Generator<{ message: string; hard: boolean }> {
    for (const { from, table, id, hard } of this.#open)
      if (!this.#ids.get(table)?.has(id))
        yield {
          hard,
          message: `${from} refers to ${table} ${id.slice(0, 100)}, which is not there`,
        }
  }

  #refer(reference: Mention & { from: string; hard: boolean }) {
    if (this.#ids.get(reference.table)?.has(reference.id)) return
    if (this.#open.length < MOST_OPEN) this.#open.push(reference)
  }
}

/** Whether a key stands after another, text by its bytes as both databases have it. */
function follows(key: (string | number)[], former: (string | number)[]): boolean {
  for (const [at, part] of key.entries()) {
    const before = former[at]!
    if (part === before) continue
    if (typeof part === 'number' || typeof before === 'number') return part > before
    return Buffer.compare(Buffer.from(part), Buffer.from(before)) > 0
  }
  return false
}
