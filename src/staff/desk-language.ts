/** The languages that the desk speaks; the words are in `src/desk/texts`. */
export const deskLanguages = ['ar', 'de', 'en', 'fr', 'ru'] as const

/**
 * What the desk speaks with a colleague (BCP 47): the language they chose, or the newsroom's, or English where there
 * are no words in that. The newsroom's region is kept: it writes its dates so.
 */
export function deskLanguage(chosen: string | null, newsrooms: string): string {
  const base = newsrooms.split('-')[0]!.toLowerCase()
  const spoken = (deskLanguages as readonly string[]).includes(base) ? newsrooms : 'en'
  return chosen === null || chosen === base ? spoken : chosen
}
