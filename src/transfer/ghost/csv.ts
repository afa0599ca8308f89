/** Characters of one row: more is no row, but a quote that nobody closed. */
const LONGEST_ROW = 1_000_000

export type CsvRow = { line: number; cells: string[] }

/** The rows of a CSV file (RFC 4180) as it comes in. Of a row that is too long the rest is dropped. */
export async function* csvRows(text: AsyncIterable<string>): AsyncGenerator<CsvRow> {
  let cells: string[] = []
  let cell = ''
  let state: 'bare' | 'quoted' | 'closing' = 'bare'
  let [line, began, size] = [1, 1, 0]
  for await (const piece of text)
    for (const sign of piece) {
      if (sign === '\n') line++
      size++
      if (state === 'quoted' && size < LONGEST_ROW) {
        if (sign === '"') state = 'closing'
        else cell += sign
      } else if (sign === '"' && state === 'closing') {
        cell += sign
        state = 'quoted'
      } else if (sign === '"' && cell === '') state = 'quoted'
      else if (sign === ',') {
        cells.push(cell)
        cell = ''
        state = 'bare'
      } else if (sign === '\n') {
        yield { line: began, cells: [...cells, cell] }
        cells = []
        cell = ''
        state = 'bare'
        began = line
        size = 0
      } else if (sign !== '\r' && sign !== '\ufeff' && size < LONGEST_ROW) cell += sign
    }
  if (cell !== '' || cells.length > 0) yield { line: began, cells: [...cells, cell] }
}
