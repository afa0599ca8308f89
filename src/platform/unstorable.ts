/**
 * The one character that Postgres stores in no text. What a program sends with it is refused at the desk's doors; where
 * people type and paste, the sign for what cannot be shown stands for it, as in HTML.
 */
export function holdsNul(value: unknown): boolean {
  // Without recursion: what is sent may be nested deeper than any call.
  const left = [value]
  while (left.length > 0) {
    const one = left.pop()
    if (typeof one === 'string' && one.includes('\0')) return true
    if (typeof one === 'object' && one !== null)
      for (const [key, inner] of Object.entries(one)) left.push(key, inner)
  }
  return false
}

export const storable = (text: string) => text.replaceAll('\0', '\ufffd')

/** The same of everything in a value of JSON. */
export const storableIn = <T>(value: T): T =>
  holdsNul(value)
    ? JSON.parse(JSON.stringify(value), (_, inner) =>
        typeof inner === 'string' ? storable(inner) : inner,
      )
    : value
