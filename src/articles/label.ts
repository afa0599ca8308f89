import { type Category, lineage } from '../categories/category.ts'
import type { Byline } from '../contributors/contributor.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import { type ArticleKind, disclaimersOf, disclaimerText } from './article.ts'

/** What readers must be told of opinion and of guests. An article that would not tell them does not go out. */

export type Barred = { field: string; message: string }

/** What sections of opinion are called in the languages of the desk, as the last part of their address or name. */
const sections =
  /^(opinions?|op-?ed|comment|commentary|editorials?|viewpoints?|meinung(en)?|kommentare?|tribunes?|éditos?|editos?|мнени[ея]|колонки|رأي|آراء|الرأي|مقالات-الرأي)$/iu

type Section = Pick<Category, 'id' | 'name' | 'path' | 'parentId'>

const isOfOpinion = ({ name, path }: Section) =>
  [path.split('/').at(-1)!, name.trim().replaceAll(' ', '-')].some((word) => sections.test(word))

/** The section of opinion that a category is in, if it is. */
export const opinionSection = <Of extends Section>(categories: readonly Of[], categoryId: string) =>
  lineage(categories, categoryId).find(isOfOpinion)

/** Why an article may not be published or scheduled, with the field and the remedy; or undefined. */
export function barredFromPublication(
  article: {
    kind: ArticleKind
    language: string
    categoryId: string | null
    bylines: Byline[]
  },
  categories: readonly Category[],
  newsroom: Pick<Newsroom, 'disclaimers'>,
): Barred | undefined {
  const section = article.categoryId && opinionSection(categories, article.categoryId)
  if (section && article.kind !== 'opinion')
    return {
      field: 'kind',
      message: `It stands in ${section.name} and is not labelled as opinion. Choose the kind Opinion, or another category.`,
    }
  for (const disclaimer of disclaimersOf(article)) {
    if (disclaimerText(disclaimer, newsroom, article.language).trim()) continue
    return disclaimer.kind === 'opinion'
      ? {
          field: 'disclaimers.opinion',
          message:
            'Opinion goes out with its label, and the newsroom has no text for it in this language. Write one in the settings.',
        }
      : {
          field: 'disclaimers.guest',
          message:
            'A guest’s article goes out with its label, and the newsroom has no text for it in this language. Write one in the settings, or of the guest’s own.',
        }
  }
  return undefined
}
