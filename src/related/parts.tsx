import { hrefOf } from '../addresses/address.ts'
import { Kind } from '../articles/parts.tsx'
import { dates } from '../design/dates.ts'
import { texts } from '../design/texts.ts'
import { scriptOf } from '../platform/language.ts'
import type { Recommendation } from './related.ts'

type Around = { language: string; timezone: string }

/** Where to read on, each with why. Nothing when there is nothing alike. */
export const Also = ({
  recommendations,
  ...around
}: Around & { recommendations: readonly Recommendation[] }) =>
  recommendations.length === 0 ? null : (
    <section class="also river" aria-labelledby="also">
      <h2 id="also">{texts(around.language)('related.title')}</h2>
      <ul>
        {recommendations.map((one) => (
          <Entry {...around} {...one} />
        ))}
      </ul>
    </section>
  )

const Entry = ({ article, reason, tag, language, timezone }: Around & Recommendation) => (
  <li>
    <h3>
      <a href={hrefOf(article.path)}>{article.headline}</a>
    </h3>
    <p class="why">
      <Why reason={reason} tag={tag} language={language} />
    </p>
    <p class="meta">
      <Kind article={article} language={language} />
      <time datetime={article.published}>{dates(language, timezone).day(article.published)}</time>
    </p>
  </li>
)

const Why = ({
  reason,
  tag,
  language,
}: Pick<Recommendation, 'reason' | 'tag'> & { language: string }) => {
  const t = texts(language)
  switch (reason.by) {
    case 'names':
      return <>{t.around('related.names', { names: listed(language, reason.names) })}</>
    case 'words':
      return <>{t.around('related.words', { words: listed(language, reason.words) })}</>
    case 'tag':
      return <>{tag && t.around('related.tag', { tag: <bdi>{tag.name}</bdi> })}</>
  }
}

/** Words one after the other, each in its own direction. */
const listed = (language: string, words: readonly string[]) => {
  const comma = scriptOf(language) === 'Arab' ? '، ' : ', '
  return (
    <>
      {words.map((word, at) => (
        <>
          {at > 0 && comma}
          <bdi>{word}</bdi>
        </>
      ))}
    </>
  )
}
