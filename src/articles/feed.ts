import { type Category, lineage } from '../categories/category.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import type { ArticleKind, ArticleStatus } from './article.ts'

/**
 * The lists an article stands in. A list is kept as rows in the order readers see it, so that its page is a walk
 * along an index and never a join and a sort.
 */
export const feedOf = {
  everything: 'all',
  front: (language: string) => `front:${baseOf(language)}`,
  opinion: (language: string) => `opinion:${baseOf(language)}`,
  category: (id: string) => `category:${id}`,
  /** A category in one language, for the rivers of a front page. */
  river: (id: string, language: string) => `category:${id}:${baseOf(language)}`,
  tag: (id: string) => `tag:${id}`,
  contributor: (id: string) => `contributor:${id}`,
}

/** `pt-BR` and `pt` share a front page. */
export const baseOf = (language: string) => language.split('-')[0]!.toLowerCase()

/** The front page of a language: the newsroom's own is at the root. */
export const frontPath = (newsroom: Pick<Newsroom, 'language'>, language: string) =>
  baseOf(language) === baseOf(newsroom.language) ? '/' : `/${baseOf(language)}`

/** Where a newsroom says in a language what it changed. */
export const correctionsPath = (newsroom: Pick<Newsroom, 'language'>, language: string) =>
  `${frontPath(newsroom, language).replace(/^\/$/, '')}/corrections`

export type Listed = {
  kind: ArticleKind
  status: ArticleStatus
  language: string
  categoryId: string | null
  categoryIds: string[]
  tagIds: string[]
  contributorIds: string[]
}

/** Every list that an article belongs in: those of its categories and of all above them, too. */
export function feedsFor(article: Listed, categories: readonly Category[]): string[] {
  if (article.status !== 'published' || article.kind === 'page') return []
  const own = article.categoryId
    ? [article.categoryId, ...article.categoryIds]
    : article.categoryIds
  const filed = new Set(own.flatMap((id) => lineage(categories, id).map((category) => category.id)))
  return [
    ...new Set([
      feedOf.everything,
      feedOf.front(article.language),
      ...(article.kind === 'opinion' ? [feedOf.opinion(article.language)] : []),
      ...[...filed].flatMap((id) => [feedOf.category(id), feedOf.river(id, article.language)]),
      ...article.tagIds.map(feedOf.tag),
      ...article.contributorIds.map(feedOf.contributor),
    ]),
  ]
}
