/** How a language writes moments, days and months in one time zone. */
export type Dates = {
  /** The day of an instant (ISO 8601): 9 May 2019. */
  day: (instant: string) => string
  /** The day with its weekday: Thursday, 9 May 2019. */
  longDay: (instant: string) => string
  /** Day and month of an instant, where there is little room: 9 May. */
  shortDay: (instant: string) => string
  /** The time of day of an instant: 10:15. */
  time: (instant: string) => string
  /** Day, time and zone of an instant: 9 May 2019, 10:15 CEST. */
  moment: (instant: string) => string
  /** Day and month of a calendar date (YYYY-MM-DD), as in a dateline: 9 May. */
  dateline: (date: string) => string
  /** A calendar day in full: Thursday, 9 May 2019. */
  calendarDay: (year: number, month: number, day: number) => string
  /** A calendar month with its year (1 to 12): May 2019. */
  month: (year: number, month: number) => string
  /** The name of a month on its own: May. */
  monthName: (month: number) => string
  /** A year in the digits of the language. */
  year: (year: number) => string
  /** A whole number in the digits of the language, not grouped. */
  number: (value: number) => string
}

const kept = new Map<string, Dates>()

/** Formatters are kept, since building one costs as much as rendering a page. */
export function dates(language: string, timezone: string): Dates {
  const key = `${language} ${timezone}`
  let made = kept.get(key)
  if (!made) {
    made = build(language, timezone)
    kept.set(key, made)
  }
  return made
}

function build(language: string, timezone: string): Dates {
  // Readers of plain English are everywhere: day before month and 24 hours mislead none of them.
  const locale = language === 'en' ? 'en-GB' : language
  const style = (options: Intl.DateTimeFormatOptions, timeZone = timezone) => {
    const format = new Intl.DateTimeFormat(locale, { calendar: 'gregory', timeZone, ...options })
    return (at: Date) => (Number.isNaN(at.getTime()) ? '' : format.format(at))
  }
  const full = { year: 'numeric', month: 'long', day: 'numeric' } as const
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  const day = style(full)
  const longDay = style({ weekday: 'long', ...full })
  const shortDay = style({ month: 'short', day: 'numeric' })
  const time = style(clock)
  const moment = style({ ...full, ...clock, timeZoneName: 'short' })
  const dayAndMonth = style({ month: 'long', day: 'numeric' }, 'UTC')
  const calendarDay = style({ weekday: 'long', ...full }, 'UTC')
  const month = style({ year: 'numeric', month: 'long' }, 'UTC')
  const monthName = style({ month: 'long' }, 'UTC')
  const numbers = new Intl.NumberFormat(locale, { useGrouping: false })
  return {
    day: (instant) => day(new Date(instant)),
    longDay: (instant) => longDay(new Date(instant)),
    shortDay: (instant) => shortDay(new Date(instant)),
    time: (instant) => time(new Date(instant)),
    moment: (instant) => moment(new Date(instant)),
    dateline: (date) => dayAndMonth(new Date(`${date}T00:00:00Z`)),
    calendarDay: (y, m, d) => calendarDay(new Date(Date.UTC(y, m - 1, d))),
    month: (y, m) => month(new Date(Date.UTC(y, m - 1))),
    monthName: (m) => monthName(new Date(Date.UTC(2000, m - 1))),
    year: (y) => numbers.format(y),
    number: (value) => numbers.format(value),
  }
}
