import { type DocumentNode, documentText } from '../articles/document.ts'
import { directionOf } from '../platform/language.ts'

/** What letters alone say of words that run from right to left. An export may call a whole site English. */

const rightToLeft = /[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}\p{sc=Adlam}]/gu
const any = /\p{L}/gu

const runsRightToLeft = (text: string) =>
  2 * (text.match(rightToLeft)?.length ?? 0) > (text.match(any)?.length ?? 0)

/** Letters that one of the languages written in Arabic script has and those below it have not. */
const telling: [language: string, letters: RegExp][] = [
  ['ur', /[ٹڈڑںےۓ]/],
  ['ckb', /[ڕڵۆێڤ]/],
  ['ps', /[ټډړښږڅځېۍ]/],
  ['fa', /[پچژگکی]/],
]

/** The language of a headline that runs from right to left on a site that does not, as far as its letters tell. */
export function languageOfHeadline(headline: string, site: string): string | undefined {
  if (directionOf(site) === 'rtl' || !runsRightToLeft(headline)) return undefined
  if (/\p{sc=Hebrew}/u.test(headline)) return 'he'
  if (!/\p{sc=Arabic}/u.test(headline)) return undefined
  return telling.find(([, letters]) => letters.test(headline))?.[0] ?? 'ar'
}

/** Sets the paragraphs and headings from right to left whose letters run so, in an article that does not. */
export function turnRightToLeft(node: DocumentNode, language: string) {
  if (directionOf(language) === 'rtl') return
  for (const block of node.content ?? [])
    if (block.type !== 'paragraph' && block.type !== 'heading') turnRightToLeft(block, language)
    else if (!block.attrs?.dir && runsRightToLeft(documentText(block)))
      block.attrs = { ...block.attrs, dir: 'rtl' }
}
