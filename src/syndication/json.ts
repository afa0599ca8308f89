import { writable } from './xml.ts'

/** A value as JSON without characters that strict readers refuse (RFC 8259, 8.2) or that the other formats leave out. */
export const jsonDocument = (value: unknown) =>
  `${JSON.stringify(value, (_, one) => (typeof one === 'string' ? writable(one) : one))}\n`
