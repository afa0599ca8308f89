import { hrefOf } from '../../addresses/address.ts'
import type { Headline } from '../../articles/article.ts'
import { baseOf, frontPath } from '../../articles/feed.ts'
import type { Head } from '../../design/layout.tsx'
import { texts } from '../../design/texts.ts'
import { languageName } from '../../platform/language.ts'
import type { SheetData } from './sheet.tsx'

type Alternates = NonNullable<Head['alternates']>
type Place = Pick<SheetData, 'shell' | 'siteUrl'>

/**
 * The forms of one article in all its languages, itself among them, so that each names the others. Who reads none of
 * them is led to the one in the newsroom's own language, or to the first that came out.
 */
export function alternatesOf(
  articles: readonly Pick<Headline, 'path' | 'language' | 'published'>[],
  { shell, siteUrl }: Place,
): Alternates {
  if (articles.length < 2) return []
  const inOrder = [...articles].sort((a, b) => (a.language < b.language ? -1 : 1))
  const own = inOrder.find(({ language }) => baseOf(language) === baseOf(shell.newsroom.language))
  const first = inOrder.reduce((one, other) => (other.published < one.published ? other : one))
  const href = (path: string) => siteUrl + hrefOf(path)
  return [
    ...inOrder.map(({ language, path }) => ({ language, href: href(path) })),
    { language: 'x-default', href: href((own ?? first).path) },
  ]
}

/** The front pages of all languages; the newsroom's own is for whoever reads none of them. */
export function frontAlternates({ shell: { newsroom, fronts }, siteUrl }: Place): Alternates {
  const languages = [...new Set([baseOf(newsroom.language), ...fronts])].sort()
  if (languages.length < 2) return []
  const href = (language: string) => siteUrl + frontPath(newsroom, language)
  return [
    ...languages.map((language) => ({ language, href: href(language) })),
    { language: 'x-default', href: href(newsroom.language) },
  ]
}

/** A quiet line that leads to the article in other languages. */
export const AlsoIn = ({
  language,
  translations,
}: {
  language: string
  translations: readonly Headline[]
}) => {
  if (translations.length === 0) return null
  const links = translations.map(({ path, language, direction }, index) => (
    <>
      {index > 0 && ' · '}
      <a href={hrefOf(path)} rel="alternate" hreflang={language} lang={language} dir={direction}>
        {languageName(language)}
      </a>
    </>
  ))
  return (
    <p class="by role">{texts(language).around('article.translations', { languages: links })}</p>
  )
}
