import { hrefOf } from '../../addresses/address.ts'
import type { Headline } from '../../articles/article.ts'
import { type Category, categoryName } from '../../categories/category.ts'
import { texts } from '../../design/texts.ts'

/** The articles that came out before and after one, in its category and language. */
export type Beside = { category: Category; older: Headline | null; newer: Headline | null }

export const Neighbours = ({
  beside: { category, older, newer },
  language,
}: {
  beside: Beside
  language: string
}) => {
  if (!older && !newer) return null
  const t = texts(language)
  const link = (article: Headline, rel: 'prev' | 'next', label: string) => (
    <a href={hrefOf(article.path)} rel={rel}>
      <span class="label">{label}</span>
      <bdi>{article.headline}</bdi>
    </a>
  )
  return (
    <nav
      class="turning beside"
      aria-label={t('article.neighbours', { category: categoryName(category, language) })}
    >
      {older && link(older, 'prev', t('article.previous'))}
      {newer && link(newer, 'next', t('article.next'))}
    </nav>
  )
}
