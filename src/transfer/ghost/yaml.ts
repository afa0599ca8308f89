import { Refusal } from '../../platform/refusals.ts'

export type Yaml = string | { [key: string]: Yaml }

/** Characters. The longest lines of these files are filters and patterns of a few hundred. */
const LONGEST_LINE = 5000

/**
 * Reads the YAML that Ghost documents for routes and redirects: mappings by indentation, with plain or quoted keys and
 * values, and comments. Lists, anchors and blocks of text, which these files have no use for, stay text or are refused.
 */
export function yamlOf(written: string, name: string): { [key: string]: Yaml } {
  const root: { [key: string]: Yaml } = Object.create(null)
  const open: { indent: number; fields: { [key: string]: Yaml } }[] = [{ indent: -1, fields: root }]
  for (const [at, line] of written
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    if (/^\s*(#|$|---|\.\.\.)/.test(line)) continue
    if (line.length > LONGEST_LINE)
      throw new Refusal(
        'invalid',
        'transfer/yaml',
        `${name}, line ${at + 1}, is longer than ${LONGEST_LINE} characters. Correct it, or leave the file out.`,
      )
    const indent = line.search(/\S/)
    // The first colon that ends its word ends the key, so that a long line is read once.
    const match = /^("(?:[^"\\]|\\.)*"\s*|'[^']*'\s*|[^\s"'#].*?):(?:\s+(.*))?$/s.exec(line.trim())
    if (!match || /^- /.test(line.trim())) {
      // The lists of a route's data are not used: whatever stands below a key is part of it.
      if (/^- /.test(line.trim())) continue
      throw new Refusal(
        'invalid',
        'transfer/yaml',
        `${name}, line ${at + 1}, is not of the form “key: value”. Correct it, or leave the file out.`,
      )
    }
    while (open.at(-1)!.indent >= indent) open.pop()
    const key = bare(match[1]!.trimEnd())
    const value = (match[2] ?? '').replace(/(^|\s)#.*$/s, '').trim()
    if (value === '') {
      const fields: { [key: string]: Yaml } = Object.create(null)
      open.at(-1)!.fields[key] = fields
      open.push({ indent, fields })
    } else open.at(-1)!.fields[key] = bare(value)
  }
  return root
}

const bare = (written: string) =>
  /^".*"$/.test(written)
    ? written.slice(1, -1).replace(/\\(.)/g, '$1')
    : /^'.*'$/.test(written)
      ? written.slice(1, -1).replaceAll("''", "'")
      : written
