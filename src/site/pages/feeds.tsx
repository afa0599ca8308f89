import { hrefOf } from '../../addresses/address.ts'
import { correctionsPath, frontPath } from '../../articles/feed.ts'
import type { Category } from '../../categories/category.ts'
import { categoryName } from '../../categories/category.ts'
import { texts } from '../../design/texts.ts'
import { languageName } from '../../platform/language.ts'
import { FeedFormats } from './list.tsx'
import { Sheet, type SheetData } from './sheet.tsx'

/** Everything that can be followed in a feed reader. */
export const FeedsPage = ({ language, ...sheet }: SheetData & { language: string }) => {
  const { newsroom, categories, fronts } = sheet.shell
  const t = texts(language)
  const languages = fronts.length > 0 ? fronts : [newsroom.language]
  return (
    <Sheet
      {...sheet}
      language={language}
      title={t('navigation.feeds')}
      description={t('feeds.text')}
    >
      <header class="opening">
        <h1>{t('navigation.feeds')}</h1>
        <p class="standfirst">{t('feeds.text')}</p>
      </header>
      <section class="feeds" aria-labelledby="fronts">
        <h2 id="fronts">{t('feeds.fronts')}</h2>
        <ul>
          {languages.map((front) => (
            <Followed label={languageName(front)} path={frontPath(newsroom, front)} lang={front} />
          ))}
        </ul>
      </section>
      <section class="feeds" aria-labelledby="corrections">
        <h2 id="corrections">{t('corrections.title')}</h2>
        <ul>
          {languages.map((front) => (
            <Followed
              label={languageName(front)}
              path={correctionsPath(newsroom, front)}
              lang={front}
            />
          ))}
        </ul>
      </section>
      {categories.length > 0 && (
        <section class="feeds" aria-labelledby="categories">
          <h2 id="categories">{t('navigation.all')}</h2>
          <ul>
            {inOrder(categories).map((category) => (
              <Followed label={categoryName(category, language)} path={category.path} />
            ))}
          </ul>
        </section>
      )}
      <p class="follow">{t('feeds.also')}</p>
    </Sheet>
  )
}

const Followed = ({ label, path, lang }: { label: string; path: string; lang?: string }) => (
  <li>
    <a href={hrefOf(path)} lang={lang} dir="auto">
      {label}
    </a>
    <FeedFormats path={path} />
  </li>
)

/** Each category before those below it. */
function inOrder(categories: readonly Category[]): Category[] {
  const below = (parentId: string | null): Category[] =>
    categories
      .filter((category) => category.parentId === parentId)
      .flatMap((category) => [category, ...below(category.id)])
  return below(null)
}
