import { hrefOf } from '../addresses/address.ts'
import type { Headline } from '../articles/article.ts'
import { texts } from '../design/texts.ts'

/** The most read of a list, by number. Nothing when nothing is read enough. */
export const MostRead = ({
  articles,
  language,
}: {
  articles: readonly Headline[]
  language: string
}) =>
  articles.length === 0 ? null : (
    <section class="most river" aria-labelledby="most">
      <h2 id="most">{texts(language)('readership.title')}</h2>
      <ol>
        {articles.map((article) => (
          <li>
            <a
              href={hrefOf(article.path)}
              {...(article.language === language
                ? {}
                : { lang: article.language, dir: article.direction })}
            >
              {article.headline}
            </a>
          </li>
        ))}
      </ol>
    </section>
  )
