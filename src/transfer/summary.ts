import type { Row, Totals } from './report.ts'

/** The report as a person reads it in a terminal. */
export function summary(totals: Totals): string {
  const { site, things, parts, problems, picturesLacking: lacking, moved } = totals
  // Ghost writes an export on one line: its rows are counted within their table.
  const place = totals.system === 'ghost' ? 'row' : 'line'
  const lines = [
    `${totals.dryRun ? 'What importing would do: ' : ''}${site.title || 'a site without a name'}${site.address ? ` (${site.address})` : ''}, ${totals.system === 'ghost' ? 'Ghost' : 'WXR'} ${site.version || 'without a version'}`,
    '',
    ...table(things, place),
  ]
  if (parts.length > 0) lines.push('', 'Parts of texts', ...table(parts, place))
  lines.push('')
  if (!totals.dryRun) lines.push(`${totals.redirects} old addresses redirect from now on.`)
  if (moved.length > 0) {
    lines.push(`${moved.length} could not keep their address:`)
    lines.push(
      ...moved.slice(0, 10).map(({ from, to }) => `  ${from} is at ${to}`),
      more(moved, 10),
    )
  }
  if (lacking.length > 0) {
    lines.push(
      `${lacking.length} pictures are not here yet; cards with their addresses keep their places.`,
      'Run the import again with --uploads DIR or --fetch-pictures to bring them in:',
      ...lacking.slice(0, 5).map((address) => `  ${address}`),
      more(lacking, 5),
    )
  }
  if (problems.length > 0) {
    lines.push('', 'Problems')
    lines.push(
      ...problems
        .slice(0, 50)
        .map(({ line, message }) => (line > 0 ? `  ${place} ${line}: ${message}` : `  ${message}`)),
    )
    const further = totals.furtherProblems + Math.max(0, problems.length - 50)
    if (further > 0) lines.push(`  … and ${further} more`)
  }
  lines.push(
    '',
    totals.exitCode === 0
      ? `Done in ${totals.seconds} s. Everything is accounted for.`
      : `Done in ${totals.seconds} s, but some could not be brought in: see the problems above.`,
  )
  return `${lines.map(printable).join('\n')}\n`
}

/** What a file says must not steer the terminal that shows it. */
export const printable = (line: string) =>
  line.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')

const more = (list: unknown[], shown: number) =>
  list.length > shown ? `  … and ${list.length - shown} more` : ''

function table(rows: Row[], place: string): string[] {
  const width = Math.max(0, ...rows.map((row) => String(row.count).length))
  const fate = Math.max(0, ...rows.map((row) => row.fate.length))
  return rows.map((row) => {
    const where =
      row.fate === 'left out' || row.fate === 'failed'
        ? row.examples
            .filter(({ line }) => line > 0)
            .map(({ line }) => line)
            .join(', ')
        : ''
    return `  ${String(row.count).padStart(width)}  ${row.fate.padEnd(fate)}  ${row.what}${row.why ? `: ${row.why}` : ''}${where ? ` (${place} ${where}${row.count > row.examples.length ? ' …' : ''})` : ''}`
  })
}
