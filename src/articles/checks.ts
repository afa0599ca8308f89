import { type LibraryPicture, lackingIn, titleOf } from '../media/picture.ts'
import { type DocumentNode, picturesIn } from './document.ts'
import { isLabelledByHand, opinionsIn, type Slip, slipsIn } from './wording.ts'

/** House checks: what an editor is warned of before readers see it. Credit, licence and the label of an opinion block, too. */

export type Check = {
  kind:
    | 'alt'
    | 'credit'
    | 'licence'
    | 'expired'
    | 'long'
    | Slip['kind']
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
  /** The name of a section of opinion that it stands in, if it does. */
  section?: string | undefined
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
  const isReporting = ['news', 'analysis', 'explainer', 'live'].includes(article.kind)
  const look = (text: string, isQuoted = false) => {
    const slips = slipsIn(text, article.language)
    if (isReporting && !isQuoted) slips.push(...opinionsIn(text, article.language))
    checks.push(...slips.map(({ kind, words }) => ({ kind, words: short(words) })))
  }
  if (article.kind !== 'opinion') {
    const { section, headline } = article
    if (section || isLabelledByHand(headline))
      checks.push({ kind: 'opinion', words: section ?? short(headline) })
  }
  for (const text of [article.headline, article.standfirst]) look(text)
  checks.push(...ofPictures(article))
  const walk = (node: DocumentNode, isQuoted = false) => {
    const known = article.pictures?.get(String(node.attrs?.picture))
    if (node.type === 'picture' && !String(node.attrs?.alt ?? known?.alt ?? '').trim())
      checks.push({ kind: 'alt', words: short(textOf(node)) })
    if (['paragraph', 'heading', 'pullQuote'].includes(node.type)) {
      const text = textOf(node)
      look(text, isQuoted || node.type === 'pullQuote')
      if (node.type === 'paragraph' && text.split(/\s+/).length > LONG_WORDS)
        checks.push({ kind: 'long', words: short(text) })
      return
    }
    for (const child of node.content ?? []) walk(child, isQuoted || node.type === 'blockquote')
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
