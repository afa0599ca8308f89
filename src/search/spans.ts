import { dayOf, startOfDay } from '../platform/zone.ts'
import { entryId, publishedOf } from './indexing.ts'

/** A year, or a month of one (1 to 12), as the newsroom's clocks count them. */
export type Span = { year: number; month: number | null }
export type CountedSpan = Span & { count: number }

/**
 * When what answers came out, newest first: by years, or by months where all is of one year. Nothing where all is of one
 * month. Entries come newest first.
 */
export function spansOf(entries: readonly { id: number }[], timezone: string): CountedSpan[] {
  const years = counted(entries, timezone, false)
  const spans = years.length > 1 ? years : counted(entries, timezone, true)
  return spans.length > 1 ? spans : []
}

function counted(entries: readonly { id: number }[], timezone: string, byMonth: boolean) {
  const spans: CountedSpan[] = []
  let begins = Number.POSITIVE_INFINITY
  for (const { id } of entries) {
    const last = spans.at(-1)
    if (last && id >= begins) last.count++
    else {
      const { year, month } = dayOf(publishedOf(id), timezone)
      begins = entryId(startOfDay(year, byMonth ? month : 1, 1, timezone).toISOString())
      spans.push({ year, month: byMonth ? month : null, count: 1 })
    }
  }
  return spans
}

/** The first and the last day of a span, as an address names them (YYYY-MM-DD). */
export function daysOf({ year, month }: Span): { from: string; to: string } {
  const day = (at: number) => new Date(at).toISOString().slice(0, 10)
  return {
    from: day(Date.UTC(year, (month ?? 1) - 1, 1)),
    to: day(Date.UTC(year, month ?? 12, 0)),
  }
}

/** The year or month that two days enclose; undefined when they enclose something else. */
export function spanBetween(from: string, to: string): Span | undefined {
  const [year, month] = from.split('-').map(Number)
  return [
    { year: year!, month: null },
    { year: year!, month: month! },
  ].find((span) => {
    const days = from && to ? daysOf(span) : null
    return days?.from === from && days.to === to
  })
}
