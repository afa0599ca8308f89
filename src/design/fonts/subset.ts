/**
 * Makes the woff2 files beside it from the OFL sources on npm. To make them anew:
 *
 *   cd "$(mktemp -d)"
 *   for face in literata noto-naskh-arabic; do npm pack @fontsource-variable/$face; done
 *   for file in *.tgz; do mkdir "${file%.tgz}"; tar xzf "$file" -C "${file%.tgz}"; done
 *   node /path/to/dateline/src/design/fonts/subset.ts .
 *
 * Then compare the ranges here with those in `../fonts.ts`.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import subsetFont from 'subset-font'

const folder = process.argv[2] ?? '.'

const letters = (...ranges: (number | [number, number])[]) =>
  ranges
    .map((range) => (typeof range === 'number' ? ([range, range] as const) : range))
    .flatMap(([from, to]) =>
      Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)),
    )
    .join('')

/** Western Europe's letters and signs, without those that hardly stand in the news, such as ¤ and ¶. */
const latin = `${letters(
  ...([0xa5, 0xa7, 0xb0, 0xb7] as const),
  ...([
    [0x20, 0x7e],
    [0xa0, 0xa3],
    [0xa9, 0xab],
    [0xad, 0xae],
    [0xba, 0xbb],
    [0xbf, 0xff],
    [0x2013, 0x2014],
    [0x2018, 0x201a],
    [0x201c, 0x201e],
    [0x2039, 0x203a],
  ] as [number, number][]),
)}ŒœŠšŸŽž•…€−`
const latinExtended = letters(
  [0x100, 0x151],
  [0x154, 0x15f],
  [0x162, 0x177],
  [0x179, 0x17c],
  0x17f,
  [0x218, 0x21b],
  0x1e9e,
  0x20b4,
  0x20ba,
  0x20bd,
)
const cyrillic = letters([0x400, 0x45f], 0x490, 0x491, 0x2116)
const arabic = letters(
  ...([0x60c, 0x670, 0x671, 0x67e, 0x686, 0x698, 0x6a4, 0x6a9, 0x6af, 0x6cc, 0x6d5] as const),
  ...([
    [0x61b, 0x61f],
    [0x621, 0x63a],
    [0x640, 0x655],
    [0x660, 0x66d],
    [0x6f0, 0x6f9],
    [0x200c, 0x200f],
  ] as [number, number][]),
)

/** Tables of vertical writing, names and hints: nothing that a screen shows. */
const dropTables = ['vhea', 'vmtx', 'STAT', 'MVAR', 'prep', 'gasp']

async function make(
  source: string,
  target: string,
  text: string,
  wght: number | { min: number; max: number },
  keepFeatures: string[],
) {
  const path = globSync(join(folder, `*/package/files/${source}.woff2`))[0]
  if (!path) throw new Error(`${source} is not in ${folder}`)
  const options = { targetFormat: 'truetype' as const, noHinting: true, dropTables, keepFeatures }
  const original = readFileSync(path)
  let font = await subsetFont(original, text, { ...options, variationAxes: { wght } })
  // Kerning that varies with the weight is a third of the file. That of one weight serves all.
  if (typeof wght === 'object' && !source.includes('naskh'))
    font = withTables(
      font,
      await subsetFont(original, text, { ...options, variationAxes: { wght: 480 } }),
      ['GPOS'],
    )
  const file = join(import.meta.dirname, `${target}.woff2`)
  writeFileSync(
    file,
    await subsetFont(font, text, { targetFormat: 'woff2', keepFeatures, noHinting: true }),
  )
  console.info(target, readFileSync(file).length)
}

/** A font with some tables of another that has the same glyphs (OpenType 1.9, "Organization of an OpenType Font"). */
function withTables(font: Buffer, other: Buffer, names: string[]): Buffer {
  const tables = new Map([
    ...tablesOf(font),
    ...[...tablesOf(other)].filter(([name]) => names.includes(name)),
  ])
  const head = Buffer.from(font.subarray(0, 12))
  const entries: Buffer[] = []
  const bodies: Buffer[] = []
  let offset = 12 + 16 * tables.size
  for (const [name, table] of tables) {
    const entry = Buffer.alloc(16)
    entry.write(name, 'latin1')
    entry.writeUInt32BE(offset, 8)
    entry.writeUInt32BE(table.length, 12)
    entries.push(entry)
    const padded = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)])
    bodies.push(padded)
    offset += padded.length
  }
  return Buffer.concat([head, ...entries, ...bodies])
}

function tablesOf(font: Buffer): Map<string, Buffer> {
  const tables = new Map<string, Buffer>()
  for (let at = 12; at < 12 + 16 * font.readUInt16BE(4); at += 16) {
    const from = font.readUInt32BE(at + 8)
    tables.set(
      font.toString('latin1', at, at + 4),
      font.subarray(from, from + font.readUInt32BE(at + 12)),
    )
  }
  return tables
}

const text = { min: 400, max: 600 }
const kerning = ['kern', 'liga']
const joining = [
  'ccmp',
  'isol',
  'init',
  'medi',
  'fina',
  'rlig',
  'liga',
  'calt',
  'mark',
  'mkmk',
  'kern',
  'curs',
]

await make('literata-latin-wght-normal', 'literata-latin', latin, text, kerning)
await make('literata-latin-wght-italic', 'literata-latin-italic', latin, 400, kerning)
await make('literata-latin-ext-wght-normal', 'literata-latin-ext', latinExtended, text, kerning)
await make('literata-cyrillic-wght-normal', 'literata-cyrillic', cyrillic, text, kerning)
await make('literata-cyrillic-wght-italic', 'literata-cyrillic-italic', cyrillic, 400, kerning)
await make('noto-naskh-arabic-arabic-wght-normal', 'naskh-arabic', arabic, text, joining)
