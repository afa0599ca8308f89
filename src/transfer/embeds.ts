import type { DocumentNode } from '../articles/document.ts'
import { type EmbedKind, embedKind, pageOfPlayer } from '../articles/embed-kind.ts'

const longestTitle = 300

export const embed = (
  url: string,
  kind: EmbedKind,
  title: string | null,
  words: DocumentNode[] = [],
): DocumentNode => ({
  type: 'embed',
  attrs: { url, title: title?.trim().slice(0, longestTitle).toWellFormed() || null, kind },
  ...(words.length > 0 ? { content: words } : {}),
})

/** An address that stands alone in a paragraph becomes an embed where its site is known. */
export function loneAddress(paragraph: DocumentNode): DocumentNode | undefined {
  const [only, more] = paragraph.content ?? []
  if (more || only?.type !== 'text') return undefined
  const text = only.text!.trim()
  if (only.marks?.some((mark) => mark.type !== 'link') || !/^https?:\/\/\S+$/.test(text))
    return undefined
  if (!URL.canParse(text)) return undefined
  const kind = embedKind(text)
  return kind && embed(pageOfPlayer(text), kind, null)
}
