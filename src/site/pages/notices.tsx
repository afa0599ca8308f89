import type { Card, WithheldArticle } from '../../articles/article.ts'
import { frontPath } from '../../articles/feed.ts'
import { dates } from '../../design/dates.ts'
import { texts } from '../../design/texts.ts'
import { CardList } from './list.tsx'
import { Sheet, type SheetData } from './sheet.tsx'

export type WithheldPageProps = SheetData & { article: WithheldArticle }

/** What stands at the address of an article that the newsroom took back: that it did, when and why. */
export const WithheldPage = ({ article, ...sheet }: WithheldPageProps) => {
  const { language, withheld, headline, reason } = article
  const t = texts(language)
  const { moment } = dates(language, sheet.shell.newsroom.timezone)
  return (
    <Sheet
      {...sheet}
      language={language}
      title={headline}
      description={t('withheld.title')}
      noindex
    >
      <article class="notice">
        <p class="label">
          <span class="kind">{t('withheld.title')}</span>
        </p>
        <h1>{headline}</h1>
        <p>
          {t.around('withheld.text', { time: <time datetime={withheld}>{moment(withheld)}</time> })}
        </p>
        {reason && (
          <>
            <h2>{t('withheld.reason')}</h2>
            <p dir="auto">{reason}</p>
          </>
        )}
      </article>
    </Sheet>
  )
}

export type ErrorPageProps = SheetData & {
  language: string
  status: number
  /** A sentence that readers may see, in place of the general one. */
  message?: string
  /** By which the newsroom finds the failure in its log. */
  requestId?: string
  /** A few newest articles, to go on with. */
  cards?: Card[]
}

const own = [404, 410, 429, 500, 503] as const

/** Says calmly that a page cannot be shown, and where to go on. */
export const ErrorPage = ({
  language,
  status,
  message,
  requestId,
  cards = [],
  ...sheet
}: ErrorPageProps) => {
  const { newsroom } = sheet.shell
  const t = texts(language)
  const known = own.find((one) => one === status) ?? (status >= 500 ? 500 : '4xx')
  const title = t(`error.${known}.title`)
  return (
    <Sheet {...sheet} language={language} title={title} description="" noindex>
      <section class="notice">
        <p class="label">{t('error.number', { status: String(status) })}</p>
        <h1>{title}</h1>
        <p>{message ?? t(`error.${known}.text`)}</p>
        <p>
          <a class="on" href={frontPath(newsroom, language)}>
            {t('error.home')}
          </a>
        </p>
        {requestId && <p class="meta">{t('error.request', { id: requestId })}</p>}
      </section>
      {cards.length > 0 && (
        <section aria-labelledby="newest">
          <h2 id="newest" class="over">
            {t('error.newest')}
          </h2>
          <CardList cards={cards} language={language} timezone={newsroom.timezone} level={3} />
        </section>
      )}
    </Sheet>
  )
}
