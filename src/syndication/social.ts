import { type Card, isLabelled } from '../articles/article.ts'
import { categoryName } from '../categories/category.ts'
import { texts } from '../design/texts.ts'
import type { SocialCard } from '../media/social-card.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import { directionOf } from '../platform/language.ts'

/** What other sites show of an article that has no picture: nothing that its page does not say to everybody. */
export const articleCard = (
  article: Pick<Card, 'id' | 'kind' | 'headline' | 'language' | 'direction' | 'category'>,
  newsroom: Newsroom,
): SocialCard => ({
  of: article.id,
  direction: article.direction,
  label: [
    ...(article.category ? [categoryName(article.category, article.language)] : []),
    ...(isLabelled(article.kind) ? [texts(article.language)(`kind.${article.kind}`)] : []),
  ].join(' · '),
  title: article.headline,
  foot: newsroom.name,
  accent: newsroom.colours.accent,
})

/** What they show of every other page. */
export const newsroomCard = ({ name, tagline, language, colours }: Newsroom): SocialCard => ({
  of: 'newsroom',
  direction: directionOf(language),
  label: '',
  title: name,
  foot: tagline,
  accent: colours.accent,
})
