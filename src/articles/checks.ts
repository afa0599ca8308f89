import { type LibraryPicture, lackingIn, titleOf } from '../media/picture.ts'
import { type DocumentNode, picturesIn } from './document.ts'

/** House checks: what an editor is warned of before readers see it. Only a picture's credit and licence block. */

export type Check = {
  kind:
    | 'alt'
    | 'credit'
    | 'licence'
    | 'expired'
    | 'long'
    | 'doubled'
    | 'garbled'
    | 'headline'
    | 'standfirst'
    | 'byline'
    | 'category'
  /** The words it is about, shortened. */
  words?: string
}

/** Words of a paragraph beyond which a phone shows nothing but grey. */
const LONG_WORDS = 120

/** Characters that search engines and feeds show of a headline; more is cut there. */
export const HEADLINE = 110

/** Characters of a standfirst that search engines show; more is cut there. */
export const STANDFIRST = 160

export type Checked = {
  headline: string
  standfirst: string
  language: string
  kind: string
  categoryId: string | null
  bylines: readonly unknown[]
  body: DocumentNode
  leadPictureId?: string | null
  /** The pictures it shows, by id, as far as they are known. */
  pictures?: ReadonlyMap<string, LibraryPicture>
}

export function checksOf(article: Checked): Check[] {
  const checks: Check[] = []
  if ([...article.headline].length > HEADLINE)
    checks.push({ kind: 'headline', words: article.headline })
  if (article.kind !== 'page') {
    if (!article.standfirst.trim()) checks.push({ kind: 'standfirst' })
    if (article.bylines.length === 0) checks.push({ kind: 'byline' })
    if (!article.categoryId) checks.push({ kind: 'category' })
  }
  for (const text of [article.headline, article.standfirst])
    checks.push(...wording(text, article.language))
  checks.push(...ofPictures(article))
  const walk = (node: DocumentNode) => {
    const known = article.pictures?.get(String(node.attrs?.picture))
    if (node.type === 'picture' && !String(node.attrs?.alt ?? known?.alt ?? '').trim())
      checks.push({ kind: 'alt', words: short(textOf(node)) })
    if (['paragraph', 'heading', 'pullQuote'].includes(node.type)) {
      const text = textOf(node)
      checks.push(...wording(text, article.language))
      if (node.type === 'paragraph' && text.split(/\s+/).length > LONG_WORDS)
        checks.push({ kind: 'long', words: short(text) })
      return
    }
    for (const child of node.content ?? []) walk(child)
  }
  walk(article.body)
  return checks
}

function ofPictures({ leadPictureId, body, pictures = new Map() }: Checked): Check[] {
  const shown = new Set([...(leadPictureId ? [leadPictureId] : []), ...picturesIn(body)])
  return [...shown].flatMap((id) => {
    const picture: LibraryPicture | undefined = pictures.get(id)
    if (!picture) return []
    const words = short(titleOf(picture))
    return [
      ...lackingIn(picture).map((kind) => ({ kind, words })),
      ...(picture.expired ? [{ kind: 'expired' as const, words }] : []),
      ...(id === leadPictureId && !picture.alt.trim() ? [{ kind: 'alt' as const, words }] : []),
    ]
  })
}

const short = (text: string) => [...text].slice(0, 60).join('')

const textOf = (node: DocumentNode): string =>
  node.text ??
  (node.type === 'hardBreak' ? ' ' : (node.content ?? []).map((child) => textOf(child)).join(''))

/** A word twice in a row, capitals aside; names of languages, bands and places that are doubled on purpose are rare. */
const doubled = /(?<![\p{L}\p{M}\p{N}])([\p{L}\p{M}]{2,})\s+\1(?![\p{L}\p{M}\p{N}])/giu

/** English that may be doubled: “he had had”, “that that”. */
const mayDouble = new Set(['had', 'that', 'is', 'do'])

/**
 * An article, an adjective or name, an auxiliary, a noun and a participle: “The Syrian has government captured”. After
 * an auxiliary a participle or an adverb stands, and no plain noun with a participle behind it.
 */
const garbled =
  /\b(?:The|A|An)\s+\p{L}+\s+(?:has|have|had|was|were|is|are)\s+(\p{Ll}+)\s+\p{Ll}+(?:ed|en|ught)\b/gu
const adverbs =
  /(?:ly|not|also|been|being|never|ever|always|already|just|since|now|then|still|once|twice|often|later|again|far|long|so|too|more|most|to|the|a|an|no|both|all|yet|even|well|only|by|in|on|as|at|for|under|reportedly)$/

function wording(text: string, language: string): Check[] {
  const checks: Check[] = []
  for (const match of text.matchAll(doubled))
    if (!mayDouble.has(match[1]!.toLowerCase()))
      checks.push({ kind: 'doubled', words: short(text.slice(match.index)) })
  if (language.startsWith('en'))
    for (const match of text.matchAll(garbled))
      if (!adverbs.test(match[1]!)) checks.push({ kind: 'garbled', words: short(match[0]) })
  return checks
}
