import type { Column, Table } from '../platform/shape.ts'

export type Row = Record<string, string | number | null>

/** A row as a line of an archive: an object by column. JSON stands as what it means, where it comes back the same. */
export function lineOf(row: Row, json: ReadonlySet<string>): string {
  const shown: Record<string, unknown> = {}
  for (const [column, value] of Object.entries(row))
    shown[column] = json.has(column) && typeof value === 'string' ? meaning(value) : value
  return `${JSON.stringify(shown)}\n`
}

function meaning(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    // A text in quotation marks would be taken for the text itself.
    if (typeof value === 'object' && value !== null && JSON.stringify(value) === text) return value
  } catch {}
  return text
}

/** The row that a line stands for. Throws with what is wrong when the table could not hold it. */
export function rowIn(line: string, table: Table, json: ReadonlySet<string>): Row {
  const given: unknown = JSON.parse(line)
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new Error('it is not an object')
  const values = new Map(Object.entries(given))
  const row: Row = {}
  for (const column of table.columns) {
    if (!values.has(column.name)) {
      if (column.optional) continue
      throw new Error(`it lacks “${column.name}”`)
    }
    row[column.name] = fitting(values.get(column.name), column, json.has(column.name))
    values.delete(column.name)
  }
  const [more] = values.keys()
  if (more !== undefined) throw new Error(`it has “${more.slice(0, 60)}”, which is not known here`)
  return row
}

function fitting(value: unknown, column: Column, json: boolean): string | number | null {
  const no = (what: string) => new Error(`“${column.name}” must be ${what}`)
  if (value === null && column.nullable) return null
  if (column.type === 'text') {
    if (json && typeof value === 'object' && value !== null) return JSON.stringify(value)
    // Postgres keeps no NUL, and a lone surrogate is no text.
    if (typeof value !== 'string' || value.includes('\0') || !value.isWellFormed()) throw no('text')
    if (json) JSON.parse(value)
    return value
  }
  if (typeof value !== 'number') throw no('a number')
  if (column.type === 'integer' && !Number.isSafeInteger(value)) throw no('a whole number')
  return value
}

/** The lines of a part. */
export function* linesOf(bytes: Buffer): Generator<string> {
  const newline = 10
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(newline, at)
    const to = end < 0 ? bytes.length : end
    yield bytes.toString('utf8', at, to)
    at = to + 1
  }
}
