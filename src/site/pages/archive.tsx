import type { Child } from 'hono/jsx'
import { dates } from '../../design/dates.ts'
import { texts } from '../../design/texts.ts'
import { CardList, type ListData, Turning } from './list.tsx'
import { Sheet, type SheetData } from './sheet.tsx'

export type Month = { year: number; month: number }
export type Day = Month & { day: number }

const two = (value: number) => String(value).padStart(2, '0')

/** Where a month and a day of the archive are. */
export const monthPath = ({ year, month }: Month) => `/archive/${year}/${two(month)}`
export const dayPath = ({ day, ...month }: Day) => `${monthPath(month)}/${two(day)}`

export type ArchivePageProps = SheetData & {
  language: string
  /** Months that have articles, newest first. */
  months: Month[]
}

export const ArchivePage = ({ language, months, ...sheet }: ArchivePageProps) => {
  const t = texts(language)
  const said = dates(language, sheet.shell.newsroom.timezone)
  const years = Map.groupBy(months, ({ year }) => year)
  return (
    <Sheet
      {...sheet}
      language={language}
      title={t('archive.title')}
      description={t('archive.text')}
    >
      <header class="opening">
        <h1>{t('archive.title')}</h1>
        <p class="standfirst">{t('archive.text')}</p>
      </header>
      {months.length === 0 && <p class="empty">{t('list.empty')}</p>}
      <div class="years">
        {[...years].map(([year, ofYear]) => (
          <section aria-labelledby={`y${year}`}>
            <h2 id={`y${year}`}>{said.year(year)}</h2>
            <ul>
              {ofYear.map((month) => (
                <li>
                  <a href={monthPath(month)}>{said.monthName(month.month)}</a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Sheet>
  )
}

const Opening = ({ title, language }: { title: Child; language: string }) => (
  <header class="opening">
    <p class="label">
      <a href="/archive">{texts(language)('archive.title')}</a>
    </p>
    <h1>{title}</h1>
  </header>
)

/** A stretch of time and its neighbours that have articles. */
type Neighbours<Time> = { earlier?: Time; later?: Time }

const Beside = ({
  earlier,
  later,
  language,
}: Neighbours<{ href: string; label: string }> & { language: string }) =>
  earlier || later ? (
    <nav class="turning" aria-label={texts(language)('archive.title')}>
      {later && (
        <a href={later.href} rel="prev">
          {later.label}
        </a>
      )}
      {earlier && (
        <a href={earlier.href} rel="next">
          {earlier.label}
        </a>
      )}
    </nav>
  ) : null

export type MonthPageProps = SheetData &
  ListData &
  Neighbours<Month> & {
    language: string
    month: Month
    /** Days of it that have articles, for the row of days; none shows no row. */
    days?: number[]
  }

export const MonthPage = ({
  language,
  month,
  days = [],
  cards,
  older,
  newer,
  earlier,
  later,
  ...sheet
}: MonthPageProps) => {
  const t = texts(language)
  const said = dates(language, sheet.shell.newsroom.timezone)
  const title = said.month(month.year, month.month)
  const neighbour = (time: Month) => ({
    href: monthPath(time),
    label: said.month(time.year, time.month),
  })
  return (
    <Sheet
      {...sheet}
      language={language}
      title={title}
      description={`${t('archive.title')}: ${title}`}
    >
      <Opening title={title} language={language} />
      {days.length > 0 && (
        <nav class="days" aria-label={t('archive.days')}>
          <ul class="row">
            {days.map((day) => (
              <li>
                <a href={dayPath({ ...month, day })}>{said.number(day)}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <CardList cards={cards} language={language} timezone={sheet.shell.newsroom.timezone} />
      <Turning older={older} newer={newer} language={language} />
      <Beside
        language={language}
        {...(earlier ? { earlier: neighbour(earlier) } : {})}
        {...(later ? { later: neighbour(later) } : {})}
      />
    </Sheet>
  )
}

export type DayPageProps = SheetData & ListData & Neighbours<Day> & { language: string; day: Day }

export const DayPage = ({
  language,
  day,
  cards,
  older,
  newer,
  earlier,
  later,
  ...sheet
}: DayPageProps) => {
  const t = texts(language)
  const said = dates(language, sheet.shell.newsroom.timezone)
  const nameOf = (time: Day) => said.calendarDay(time.year, time.month, time.day)
  const neighbour = (time: Day) => ({ href: dayPath(time), label: nameOf(time) })
  return (
    <Sheet
      {...sheet}
      language={language}
      title={nameOf(day)}
      description={`${t('archive.title')}: ${nameOf(day)}`}
    >
      <Opening title={nameOf(day)} language={language} />
      <CardList cards={cards} language={language} timezone={sheet.shell.newsroom.timezone} />
      <Turning older={older} newer={newer} language={language} />
      <Beside
        language={language}
        {...(earlier ? { earlier: neighbour(earlier) } : {})}
        {...(later ? { later: neighbour(later) } : {})}
      />
    </Sheet>
  )
}
