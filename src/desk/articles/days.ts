import { startOfDay, wallTime } from '../../platform/zone.ts'

/** The days that the calendar shows. A day is written 2026-03-02, as the clocks of the newsroom have it. */

const DAY_MS = 86_400_000
const noon = (day: string) => Date.parse(`${day}T12:00Z`)
const dayAfter = (day: string, days: number) =>
  new Date(noon(day) + days * DAY_MS).toISOString().slice(0, 10)

export const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(noon(text))

export const today = (timezone: string) => wallTime(new Date(), timezone).slice(0, 10)

/** The first day of the week in a language's country, 1 for Monday. */
export function firstWeekday(language: string): number {
  // English is written everywhere; its own country would have all others begin on Sundays.
  if (language === 'en') return 1
  const locale = new Intl.Locale(language) as Intl.Locale & {
    getWeekInfo?: () => { firstDay: number }
    weekInfo?: { firstDay: number }
  }
  return (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1
}

/** The days of the week around a day, or of its month in whole weeks. */
export function daysAround(day: string, by: 'month' | 'week', firstDay: number): string[] {
  const weekBegins = (of: string) =>
    dayAfter(of, -((new Date(noon(of)).getUTCDay() - firstDay + 7) % 7))
  const first = weekBegins(by === 'month' ? `${day.slice(0, 8)}01` : day)
  const days: string[] = []
  for (let at = first; ; at = dayAfter(at, 1)) {
    const isWhole = days.length > 0 && days.length % 7 === 0
    if (isWhole && (by === 'week' || at.slice(0, 7) > day.slice(0, 7))) return days
    days.push(at)
  }
}

/** The day to show after going on by so many months or weeks. */
export function goOn(day: string, by: 'month' | 'week', turns: number): string {
  if (by === 'week') return dayAfter(day, 7 * turns)
  const [year, month] = day.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, month - 1 + turns, 1)).toISOString().slice(0, 10)
}

/** The instants between which days lie: `from` inclusive, `to` exclusive. */
export function boundsOf(days: readonly string[], timezone: string) {
  const begins = (day: string) => {
    const [year, month, date] = day.split('-').map(Number) as [number, number, number]
    return startOfDay(year, month, date, timezone).toISOString()
  }
  return { from: begins(days[0]!), to: begins(dayAfter(days.at(-1)!, 1)) }
}
