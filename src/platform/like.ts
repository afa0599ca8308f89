/**
 * Patterns for SQL's `like` that find a name by a part of it, however it is capitalised: neither database folds the
 * case of every script by itself, and both know `escape '\\'`.
 */
export function patternsFor(text: string): string[] {
  const part = text.trim().replace(/[\\%_]/g, '\\$&')
  const small = part.toLowerCase()
  const begun = (where: RegExp) => small.replace(where, (letter) => letter.toUpperCase())
  const spellings = [part, small, begun(/^./u), begun(/(?<![\p{L}\p{M}’'])\p{L}/gu)]
  return [...new Set(spellings)].map((spelling) => `%${spelling}%`)
}
