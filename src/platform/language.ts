export type Direction = 'ltr' | 'rtl'

/** Scripts that run from right to left, by ISO 15924 code. */
const rightToLeft = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg'])

/** A BCP 47 tag in its canonical spelling, or undefined when it is not one. */
export function languageTag(text: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(text.trim().replaceAll('_', '-'))[0]
  } catch {
    return undefined
  }
}

/** The direction a language is written in, by its likely script (CLDR likely subtags). */
export function directionOf(language: string): Direction {
  const tag = languageTag(language)
  if (!tag) return 'ltr'
  const script = new Intl.Locale(tag).maximize().script
  return script && rightToLeft.has(script) ? 'rtl' : 'ltr'
}
