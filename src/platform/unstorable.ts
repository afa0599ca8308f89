/**
 * The one character that Postgres stores in no text. What a program sends with it is refused at the desk's doors; where
 * people type and paste, the sign for what cannot be shown stands for it, as in HTML.
 */
export const holdsNul = (value: unknown): boolean =>
  typeof value === 'string'
    ? value.includes('\0')
    : typeof value === 'object' &&
      value !== null &&
      Object.entries(value).some(([key, inner]) => key.includes('\0') || holdsNul(inner))

export const storable = (text: string) => text.replaceAll('\0', '\ufffd')

/** The same of everything in a value of JSON. */
export const storableIn = <T>(value: T): T =>
  holdsNul(value)
    ? JSON.parse(JSON.stringify(value), (_, inner) =>
        typeof inner === 'string' ? storable(inner) : inner,
      )
    : value
