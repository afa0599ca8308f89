const kinds: Record<string, string> = { zero: 'CC0', mark: 'Public domain' }

/** The name of the Creative Commons licence that one of these addresses, or texts with an address, leads to; else empty. */
export function licenceNamed(texts: readonly string[]): string {
  for (const text of texts) {
    const found =
      /creativecommons\.org\/(?:licenses|publicdomain)\/([a-z-]+)(?:\/(\d\.\d)(?:\/([a-z]{2})\b)?)?/i.exec(
        text,
      )
    if (!found) continue
    const [, kind = '', version, country] = found
    const name = kinds[kind.toLowerCase()]
    if (name === kinds.mark) return name!
    return [name ?? `CC ${kind.toUpperCase()}`, version, country?.toUpperCase()]
      .filter(Boolean)
      .join(' ')
  }
  return ''
}
