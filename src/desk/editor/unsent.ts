/** Manuscripts with words that this browser keeps and the newsroom has not got: they are sent when one is opened again. */

const KEY = 'unsent'

export function unsent(): string[] {
  try {
    const ids = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(ids) ? ids : []
  } catch {
    return []
  }
}

/** Notes whether a manuscript is one of them. */
export function note(articleId: string, isUnsent: boolean) {
  const before = unsent()
  if (before.includes(articleId) === isUnsent) return
  const others = before.filter((id) => id !== articleId)
  try {
    localStorage.setItem(KEY, JSON.stringify(isUnsent ? [...others, articleId] : others))
  } catch {
    // A browser that keeps nothing has no words to send, either.
  }
}
