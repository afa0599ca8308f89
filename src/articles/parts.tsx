import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { hrefOf } from '../addresses/address.ts'
import { CategoryLink } from '../categories/parts.tsx'
import { Authors, Bylines } from '../contributors/parts.tsx'
import { dates } from '../design/dates.ts'
import { escaped } from '../design/html.ts'
import { texts } from '../design/texts.ts'
import { PictureImage, type PictureSize } from '../media/parts.tsx'
import { type Card, isLabelled, isLong, type ReadingArticle, readingMinutes } from './article.ts'

/** What an article is, where that must be said: its kind, and that it is Premium. */
export const Kind = ({
  article,
  language,
}: {
  article: Pick<Card, 'kind' | 'access'>
  language: string
}) => {
  const t = texts(language)
  return (
    <>
      {isLabelled(article.kind) && (
        <span class={article.kind === 'live' ? 'kind live' : 'kind'}>
          {t(`kind.${article.kind}`)}
        </span>
      )}
      {article.access === 'premium' && <span class="kind premium">{t('access.premium')}</span>}
    </>
  )
}

export type CardProps = {
  card: Card
  /** Of the page around it: dates and labels are said in it. */
  language: string
  timezone: string
  /** How much room the card has; without it, no picture. */
  picture?: PictureSize
  /** Its picture is the first of the page. */
  first?: boolean
  standfirst?: boolean
  /** Level of the headline in the page's outline. */
  level?: 2 | 3
  /** Its kind stands above it. */
  kind?: boolean
  /** The category stands above it, where the list is not of that category. */
  category?: boolean
  authors?: boolean
  time?: 'day' | 'shortDay' | 'time'
  class?: string
}

/** An article in a list. It carries its own language where that is not the page's. */
export const ArticleCard = ({
  card,
  language,
  timezone,
  picture,
  first = false,
  standfirst = true,
  level = 3,
  kind = true,
  category = true,
  authors = true,
  time = 'day',
  class: name = 'card',
}: CardProps) => {
  const Heading = level === 2 ? 'h2' : 'h3'
  const own = card.language === language ? {} : { lang: card.language, dir: card.direction }
  const said = dates(language, timezone)
  const placed = category && card.category
  const marked = kind && (isLabelled(card.kind) || card.access === 'premium')
  return (
    <article class={name}>
      {picture && card.picture && (
        <div class="crop">
          <PictureImage picture={card.picture} size={picture} first={first} alt="" />
        </div>
      )}
      <div class="words">
        {(placed || marked) && (
          <p class="label">
            {placed && <CategoryLink category={placed} language={language} />}
            {marked && <Kind article={card} language={language} />}
          </p>
        )}
        <Heading {...own}>
          <a href={hrefOf(card.path)}>{card.headline}</a>
        </Heading>
        {standfirst && card.standfirst && (
          <p class="standfirst" {...own}>
            {card.standfirst}
          </p>
        )}
        <p class="meta">
          {authors && <Authors bylines={card.bylines} language={language} />}
          <time datetime={card.published}>{said[time](card.published)}</time>
        </p>
      </div>
    </article>
  )
}

/** The place and the date of reporting, as they open the text. */
export function datelineHtml(
  article: Pick<ReadingArticle, 'datelinePlace' | 'datelineDate' | 'language'>,
  timezone: string,
): string {
  const { datelinePlace, datelineDate, language } = article
  if (!datelinePlace && !datelineDate) return ''
  const date = datelineDate && dates(language, timezone).dateline(datelineDate)
  const place = datelinePlace && `<b>${escaped(datelinePlace)}</b>`
  const day = date && `<time datetime="${escaped(datelineDate)}">${escaped(date)}</time>`
  return `<span class="dateline">${[place, day].filter(Boolean).join(', ')}</span> <span class="dash">—</span>`
}

/** When an article came out and last changed, and how long it is. */
export const Times = ({
  article,
  timezone,
}: {
  article: Pick<
    ReadingArticle,
    'published' | 'updated' | 'words' | 'language' | 'kind' | 'corrections'
  >
  timezone: string
}) => {
  const t = texts(article.language)
  const { moment } = dates(article.language, timezone)
  const when = (key: 'article.published' | 'article.updated', at: string) => (
    <span>{t.around(key, { time: <time datetime={at}>{moment(at)}</time> })}</span>
  )
  return (
    <p class="times">
      {when('article.published', article.published)}
      {article.updated &&
        article.updated > article.published &&
        when('article.updated', article.updated)}
      {(['correction', 'clarification'] as const)
        .filter((kind) => article.corrections.some((note) => note.kind === kind))
        .map((kind) => (
          <span>
            <a href="#corrections">{t(`corrections.${kind}`)}</a>
          </span>
        ))}
      {article.words > 0 && article.kind !== 'live' && (
        <span>{t('article.minutes', { minutes: readingMinutes(article.words) })}</span>
      )}
    </p>
  )
}

/** The head of an article: category, headline, standfirst, who made it and when. */
export const ArticleHead = ({
  article,
  timezone,
  children,
}: {
  article: ReadingArticle
  timezone: string
  /** Stands under the times. */
  children?: Child
}) => (
  <header class="head">
    <p class="label">
      {article.category && <CategoryLink category={article.category} language={article.language} />}
      <Kind article={article} language={article.language} />
    </p>
    <h1 class={isLong(article.headline) ? 'long' : undefined}>{article.headline}</h1>
    {article.standfirst && <p class="standfirst">{article.standfirst}</p>}
    <div class="made">
      <Bylines bylines={article.bylines} language={article.language} />
      <Times article={article} timezone={timezone} />
      {children}
    </div>
  </header>
)

/** What stands where a Premium text would, for a reader who cannot read it. */
export const PremiumNote = ({ language, children }: { language: string; children?: Child }) => {
  const t = texts(language)
  return (
    <aside class="premium-note" aria-labelledby="premium">
      <h2 id="premium">{t('article.premium.title')}</h2>
      <p>{t('article.premium.text')}</p>
      {children}
    </aside>
  )
}

/** The text of an article. */
export const Body = ({ html }: { html: string }) => <div class="body">{raw(html)}</div>
