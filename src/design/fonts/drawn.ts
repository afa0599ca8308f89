/**
 * Makes the TrueType files that pictures are lettered with from the woff2 files beside it, in the one weight of
 * headlines: what draws pictures reads no woff2. To make them anew: `node src/design/fonts/drawn.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import subsetFont from 'subset-font'

/** More than is in any of them: nothing is left out here. */
const everything = Array.from({ length: 0x3000 - 0x20 }, (_, at) =>
  String.fromCodePoint(0x20 + at),
).join('')

const joining = ['ccmp', 'isol', 'init', 'medi', 'fina', 'rlig', 'calt', 'mark', 'mkmk', 'curs']

for (const name of ['literata-latin', 'literata-latin-ext', 'literata-cyrillic', 'naskh-arabic']) {
  const source = readFileSync(join(import.meta.dirname, `${name}.woff2`))
  const drawn = await subsetFont(source, everything, {
    targetFormat: 'truetype',
    noHinting: true,
    variationAxes: { wght: 600 },
    keepFeatures: ['kern', 'liga', ...joining],
  })
  writeFileSync(join(import.meta.dirname, `${name}.ttf`), drawn)
  console.info(name, drawn.length)
}
