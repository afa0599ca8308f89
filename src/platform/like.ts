/**
 * Patterns for SQL's `like` that find a name by a part of it, however it is capitalised: neither database folds the
 * case of every script by itself, and both know `escape '\\'`.
 */
export function patternsFor(text: string): string[] {
  const part = text.trim().replace(/[\\%_]/g, '\\$&')
  const [first = '', ...rest] = part
  const spellings = [part, part.toLowerCase(), first.toUpperCase() + rest.join('').toLowerCase()]
  return [...new Set(spellings)].map((spelling) => `%${spelling}%`)
}
