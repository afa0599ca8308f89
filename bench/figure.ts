import { readFileSync, writeFileSync } from 'node:fs'

/** One row of what was measured. */
export type Figure = {
  what: string
  /** The figure as it is read, with its unit. */
  is: string
  /** What it stands beside: something measured in the same run, or a peer's figure, and the ratio. */
  beside: string
  /** What the design asks for, or empty. */
  target: string
  /** Null where nothing is asked for. */
  met: boolean | null
}

/** A figure that must stay under, or reach, a bound. */
export const bounded = (
  what: string,
  is: number,
  show: (value: number) => string,
  beside: string,
  bound: { under: number } | { atLeast: number } | null,
): Figure => ({
  what,
  is: show(is),
  beside,
  target:
    bound === null
      ? ''
      : 'under' in bound
        ? `under ${show(bound.under)}`
        : `at least ${show(bound.atLeast)}`,
  met: bound === null ? null : 'under' in bound ? is < bound.under : is >= bound.atLeast,
})

/** The middle of some numbers: one noisy round does not move it. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return sorted.length % 2 === 1
    ? sorted[Math.floor(middle)]!
    : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** The value that a share (0 to 1) of some numbers stays below. */
export const quantile = (numbers: readonly number[], share: number) =>
  [...numbers].sort((a, b) => a - b)[
    Math.min(numbers.length - 1, Math.floor(numbers.length * share))
  ]!

export const count = (value: number) => Math.round(value).toLocaleString('en-GB')
export const times = (value: number) => `${value.toPrecision(3)}×`
export const percent = (value: number) => `${(100 * value).toFixed(0)} %`
export const milliseconds = (value: number) =>
  `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`
export const megabytes = (value: number) => `${value.toFixed(0)} MB`
export const kilobytes = (value: number) => `${value.toFixed(1)} KB`
export const perSecond = (value: number) => `${count(value)}/s`

const columns = ['what', 'is', 'beside', 'target', 'met'] as const
const heads = { what: 'what', is: 'figure', beside: 'beside', target: 'target', met: '' }
const cell = (figure: Figure, column: (typeof columns)[number]) =>
  column === 'met' ? { true: 'met', false: 'NOT MET', null: '' }[`${figure.met}`] : figure[column]

/** The rows as a table for a terminal. */
export function table(figures: readonly Figure[]): string {
  const rows = [
    columns.map((column) => heads[column]),
    ...figures.map((f) => columns.map((c) => cell(f, c))),
  ]
  const widths = columns.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)))
  return rows
    .map((row) =>
      row
        .map((text, at) => text.padEnd(widths[at]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const BEGIN = '<!-- figures -->'
const END = '<!-- end of figures -->'

/** Writes the rows as a table into a Markdown file, in place of the one that stands between its two marks. */
export function publishIn(file: string, about: string, figures: readonly Figure[]) {
  const text = readFileSync(file, 'utf8')
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)]
  if (from < 0 || to < from) throw new Error(`${file} has no ${BEGIN} … ${END}`)
  const lines = [
    BEGIN,
    '',
    `Measured on ${about}.`,
    '',
    `| ${columns.map((column) => heads[column]).join(' | ')} |`,
    `|${columns.map(() => ' --- ').join('|')}|`,
    ...figures.map((figure) => `| ${columns.map((column) => cell(figure, column)).join(' | ')} |`),
    '',
  ]
  writeFileSync(file, text.slice(0, from) + lines.join('\n') + text.slice(to))
}
