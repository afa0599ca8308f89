/** What stands in rows that anybody may have written: read by name, and only what is of the right kind. */
export type Fields = Record<string, unknown>

export const fieldsIn = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}

/** A field as text: a number in digits, anything else empty. */
export function said(fields: Fields, name: string): string {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

export const isTrue = (fields: Fields, name: string) =>
  Object.hasOwn(fields, name) && (fields[name] === true || Number(fields[name]) === 1)

/** Whether a field says no, which is more than saying nothing. */
export const isFalse = (fields: Fields, name: string) =>
  Object.hasOwn(fields, name) && (fields[name] === false || fields[name] === 0)

export const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** Plain words as the HTML that records hold. */
export const asText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
