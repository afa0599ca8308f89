import { escaped } from '../design/html.ts'

/** What XML 1.0 lets nobody write, not even as a reference (2.2, Char), once surrogates stand in pairs. */
const unwritable = /[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** Text without characters that a format's readers would refuse the whole document for. */
export const writable = (text: string) => text.toWellFormed().replace(unwritable, '')

type Attributes = Record<string, string | number | null | undefined>

const attributesOf = (attributes: Attributes) =>
  Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => ` ${name}="${escaped(writable(String(value)))}"`)
    .join('')

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** An element around text. HTML in it stays readable, since quotes may stand as they are. */
export const textElement = (name: string, text: string, attributes: Attributes = {}) =>
  `<${name}${attributesOf(attributes)}>${writable(text).replace(/[&<>]/g, (character) => entities[character]!)}</${name}>`

/** An element around others, or around nothing. */
export const element = (
  name: string,
  attributes: Attributes = {},
  children: readonly (string | null)[] = [],
) => {
  const inside = children.filter((child) => child !== null).join('\n')
  return inside
    ? `<${name}${attributesOf(attributes)}>\n${inside}\n</${name}>`
    : `<${name}${attributesOf(attributes)}/>`
}

export const xmlDocument = (root: string) => `<?xml version="1.0" encoding="utf-8"?>\n${root}\n`
