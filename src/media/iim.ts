import { decoded } from './legible.ts'

/** IPTC-IIM, which agencies have written into JPEG files since 1991 and still do: numbered fields in record 2. */

/** Where Photoshop keeps it among its own. */
const RESOURCE = 0x0404

/** The words of each field by its number. Of what is broken, as much as comes before that. */
export function readIim(block: Buffer): Map<number, string[]> {
  const found = new Map<number, string[]>()
  const fields = [...fieldsOf(block)]
  const isUtf8 = fields.some(
    ({ record, number, value }) =>
      record === 1 && number === 90 && value.toString('latin1') === '\x1b%G',
  )
  for (const { record, number, value } of fields) {
    if (record !== 2) continue
    const text = isUtf8 ? new TextDecoder().decode(value) : decoded(value)
    found.set(number, [...(found.get(number) ?? []), text])
  }
  return found
}

type Field = { record: number; number: number; value: Buffer }

/** Fields that are looked at: keywords come one a field. */
const MOST_FIELDS = 500

function* fieldsOf(block: Buffer): Generator<Field> {
  const data = resourceOf(block)
  let at = 0
  for (let count = 0; count < MOST_FIELDS && data[at] === 0x1c && at + 5 <= data.length; count++) {
    const length = data.readUInt16BE(at + 3)
    // Longer ones say their length in another way, and are no words.
    if (length > 0x7fff || at + 5 + length > data.length) return
    yield {
      record: data[at + 1]!,
      number: data[at + 2]!,
      value: data.subarray(at + 5, at + 5 + length),
    }
    at += 5 + length
  }
}

/** The fields' bytes: Photoshop's resources carry a signature, a number, a name and a length each. */
function resourceOf(block: Buffer): Buffer {
  if (block[0] === 0x1c) return block
  let at = block.indexOf('8BIM')
  while (at >= 0 && at + 12 <= block.length && block.toString('latin1', at, at + 4) === '8BIM') {
    const number = block.readUInt16BE(at + 4)
    const name = even(1 + block[at + 6]!)
    const start = at + 6 + name + 4
    if (start > block.length) break
    const length = block.readUInt32BE(start - 4)
    if (number === RESOURCE) return block.subarray(start, start + length)
    at = start + even(length)
  }
  return Buffer.alloc(0)
}

const even = (length: number) => length + (length % 2)
