export type Direction = 'ltr' | 'rtl'

/** Scripts that run from right to left, by ISO 15924 code. */
const rightToLeft = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg'])

/** Characters that a tag may need (RFC 5646, 4.4.1). What is kept by language must not grow with what strangers write. */
const LONGEST_TAG = 35

/** A BCP 47 tag in its canonical spelling, or undefined when it is not one. */
export function languageTag(text: string): string | undefined {
  if (text.length > LONGEST_TAG) return undefined
  try {
    return Intl.getCanonicalLocales(text.trim().replaceAll('_', '-'))[0]
  } catch {
    return undefined
  }
}

const scripts = new Map<string, string | undefined>()

/** The script a language is usually written in (ISO 15924), by CLDR's likely subtags; undefined for no language. */
export function scriptOf(language: string): string | undefined {
  // Kept: asking costs as much as a database query, and every page asks several times.
  if (!scripts.has(language)) {
    const tag = languageTag(language)
    scripts.set(language, tag && new Intl.Locale(tag).maximize().script)
  }
  return scripts.get(language)
}

/** The direction a language is written in. */
export const directionOf = (language: string): Direction =>
  rightToLeft.has(scriptOf(language) ?? '') ? 'rtl' : 'ltr'

const languageNames = new Map<string, string>()

/** A language's name in itself. */
export function languageName(language: string): string {
  let name = languageNames.get(language)
  if (name === undefined) {
    name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language
    name = name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
    languageNames.set(language, name)
  }
  return name
}
