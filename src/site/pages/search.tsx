import { hrefOf } from '../../addresses/address.ts'
import type { Card } from '../../articles/article.ts'
import { Kind } from '../../articles/parts.tsx'
import { type Category, categoryName } from '../../categories/category.ts'
import { CategoryLink } from '../../categories/parts.tsx'
import { Authors } from '../../contributors/parts.tsx'
import { searchScript } from '../../design/assets.ts'
import { type Dates, dates } from '../../design/dates.ts'
import { texts } from '../../design/texts.ts'
import { languageName } from '../../platform/language.ts'
import { type Asked, searchHref } from '../../search/asked.ts'
import type { Cursor } from '../../search/search.ts'
import type { Piece } from '../../search/snippet.ts'
import { type CountedSpan, daysOf, type Span, spanBetween } from '../../search/spans.ts'
import { CardList } from './list.tsx'
import { Sheet, type SheetData } from './sheet.tsx'

export type Result = { card: Card; headline: Piece[]; snippet: Piece[] }

/** By what results can be narrowed down, with how many there would be. */
type Choice = { value: string; label: string; count: number; category?: Category }
export type Choices = Record<'category' | 'contributor' | 'tag' | 'language', Choice[]> & {
  /** Newest first. */
  date: CountedSpan[]
}

export type SearchPageProps = SheetData & {
  language: string
  asked: Asked
  results: Result[]
  next: Cursor | null
  /** Results that were counted, and whether these are all. */
  count: number
  isAll: boolean
  choices: Choices
  /** What the reader may have meant. */
  meant: string | null
  offered: Card[]
}

/** Where counting ended is a matter of speed: a round number says that it is not exact. */
const rounded = (count: number) => 50 * Math.floor(count / 50)

export const SearchPage = ({ language, asked, results, offered, ...rest }: SearchPageProps) => {
  const { next, count, isAll, choices, meant, ...sheet } = rest
  const t = texts(language)
  const { timezone } = sheet.shell.newsroom
  const at = (changes: Record<string, string | null>) =>
    searchHref(asked, { ...changes, ...(isOwn(sheet, language) ? {} : { lang: language }) })
  return (
    <Sheet
      {...sheet}
      language={language}
      title={asked.text ? t('search.for', { text: asked.text }) : t('search.title')}
      description={t('search.title')}
      noindex
      script={searchScript.path}
    >
      <header class="opening">
        <h1>{t('search.title')}</h1>
        <search>
          <SearchForm {...sheet} language={language} asked={asked} />
        </search>
      </header>
      <div id="results">
        {asked.text && (
          <>
            <p class="count" role="status">
              {isAll ? t('search.count', { count }) : t('search.more', { count: rounded(count) })}
            </p>
            {meant && (
              <p class="meant">
                {t.around('search.meant', { text: <a href={at({ q: meant })}>{meant}</a> })}
              </p>
            )}
            <Narrow
              asked={asked}
              choices={choices}
              language={language}
              written={dates(language, timezone)}
              at={at}
            />
            <div class="list">
              {results.map((result) => (
                <ResultItem result={result} language={language} timezone={timezone} />
              ))}
            </div>
            {next && (
              <nav class="turning" aria-label={t('list.pages')}>
                <a href={at({ after: `${next.tier}.${next.id}` })} rel="next">
                  {t('search.next')}
                </a>
              </nav>
            )}
          </>
        )}
        {results.length === 0 && (
          <section class="offered" aria-labelledby="offered">
            <p>{t('search.help')}</p>
            {offered.length > 0 && (
              <>
                <h2 id="offered">{t('home.latest')}</h2>
                <CardList cards={offered} language={language} timezone={timezone} level={3} />
              </>
            )}
          </section>
        )}
      </div>
    </Sheet>
  )
}

/** Whether a page is in the newsroom's own language, which an address does not name. */
const isOwn = ({ shell }: SheetData, language: string) =>
  shell.newsroom.language.split('-')[0] === language

const SearchForm = ({
  language,
  asked,
  ...sheet
}: SheetData & { language: string; asked: Asked }) => {
  const t = texts(language)
  const { text, filters, from, to, request } = asked
  return (
    <form class="search" action="/search" method="get">
      <label class="typed">
        <span>{t('search.label')}</span>
        <input type="search" name="q" value={text} maxlength={300} dir="auto" autocomplete="off" />
      </label>
      <button type="submit">{t('search.submit')}</button>
      {!isOwn(sheet, language) && <input type="hidden" name="lang" value={language} />}
      {filters.map(({ name, value }) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <fieldset>
        <legend>{t('search.order')}</legend>
        {(['relevance', 'date'] as const).map((sort) => (
          <label>
            <input type="radio" name="sort" value={sort} checked={request.sort === sort} />{' '}
            {t(`search.${sort}`)}
          </label>
        ))}
        <label>
          {t('search.from')} <input type="date" name="from" value={from} />
        </label>
        <label>
          {t('search.to')} <input type="date" name="to" value={to} />
        </label>
      </fieldset>
    </form>
  )
}

/** What narrows the results now, each to be taken away, and what could. */
const Narrow = ({
  asked,
  choices,
  language,
  written,
  at,
}: {
  asked: Asked
  choices: Choices
  language: string
  written: Dates
  at: (changes: Record<string, string | null>) => string
}) => {
  const t = texts(language)
  const kinds = (['category', 'contributor', 'tag', 'language'] as const).filter(
    (kind) => choices[kind].length > 0,
  )
  const set = [
    ...asked.filters.map(({ name, label }) => ({ label, without: at({ [name]: null }) })),
    ...(asked.from || asked.to
      ? [{ label: daysWritten(asked, written), without: at({ from: null, to: null }) }]
      : []),
  ]
  if (set.length === 0 && kinds.length === 0 && choices.date.length === 0) return null
  const isMore = kinds.length > 0 || choices.date.length > 0
  return (
    <nav class="narrow" aria-label={t('search.narrow')}>
      {set.length > 0 && (
        <ul class="set">
          {set.map(({ label, without }) => (
            <li>
              <a href={without} aria-label={t('search.without', { label })}>
                <bdi>{label}</bdi> <span aria-hidden="true">×</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      {isMore && (
        <details>
          <summary>{t('search.narrow')}</summary>
          <div class="choices">
            {kinds.map((kind) => (
              <section aria-label={t(`search.by.${kind}`)}>
                <h2>{t(`search.by.${kind}`)}</h2>
                <ul>
                  {choices[kind].map(({ value, label, category, count }) => (
                    <ChoiceItem href={at({ [kind]: value })} count={count}>
                      {kind === 'language'
                        ? languageName(value)
                        : category
                          ? categoryName(category, language)
                          : label}
                    </ChoiceItem>
                  ))}
                </ul>
              </section>
            ))}
            {choices.date.length > 0 && (
              <section aria-label={t('search.by.date')}>
                <h2>{t('search.by.date')}</h2>
                <ul>
                  {choices.date.map((span) => (
                    <ChoiceItem href={at(daysOf(span))} count={span.count}>
                      {spanWritten(span, written)}
                    </ChoiceItem>
                  ))}
                </ul>
              </section>
            )}
          </div>
        </details>
      )}
    </nav>
  )
}

const ChoiceItem = ({
  href,
  count,
  children,
}: {
  href: string
  count: number
  children: string
}) => (
  <li>
    <a href={href}>
      <bdi>{children}</bdi>
    </a>{' '}
    <span class="number">{count}</span>
  </li>
)

const spanWritten = ({ year, month }: Span, written: Dates) =>
  month === null ? written.year(year) : written.month(year, month)

/** The days between which was looked: as a year or a month where they are one. */
function daysWritten({ from, to }: Asked, written: Dates) {
  const span = spanBetween(from, to)
  if (span) return spanWritten(span, written)
  const day = (text: string) => {
    const [year, month, date] = text.split('-').map(Number)
    return text && written.calendarDay(year!, month!, date!)
  }
  return `${day(from)} – ${day(to)}`.trim()
}

const ResultItem = ({
  result: { card, headline, snippet },
  language,
  timezone,
}: {
  result: Result
  language: string
  timezone: string
}) => {
  const own = card.language === language ? {} : { lang: card.language, dir: card.direction }
  return (
    <article class="card item">
      <div class="words">
        <p class="label">
          {card.category && <CategoryLink category={card.category} language={language} />}
          <Kind article={card} language={language} />
        </p>
        <h2 {...own}>
          <a href={hrefOf(card.path)}>
            <Pieces of={headline} />
          </a>
        </h2>
        <p class="standfirst" {...own}>
          <Pieces of={snippet} />
        </p>
        <p class="meta">
          <Authors bylines={card.bylines} language={language} />
          <time datetime={card.published}>{dates(language, timezone).day(card.published)}</time>
        </p>
      </div>
    </article>
  )
}

const Pieces = ({ of }: { of: Piece[] }) => (
  <>{of.map(({ text, marked }) => (marked ? <mark>{text}</mark> : text))}</>
)
