/** Calendar days as they are counted in a place. */

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(zone: string) {
  let made = formatters.get(zone)
  if (!made) {
    made = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formatters.set(zone, made)
  }
  return made
}

function wallClock(at: number, zone: string) {
  const parts = Object.fromEntries(
    formatter(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  ) as Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number>
  return Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second)
}

/** The instant at which a day begins in a time zone. Months and days past their end roll over, as in Date.UTC. */
export function startOfDay(year: number, month: number, day: number, zone: string): Date {
  return instantOf(Date.UTC(year, month - 1, day), zone)
}

/** The instant at which the clocks of a place show a time, given as if it were UTC. */
function instantOf(wanted: number, zone: string): Date {
  // The offset at the guess may differ from that at the answer when the clocks change in between: twice is enough.
  let at = wanted
  for (let turn = 0; turn < 2; turn++) at = wanted - (wallClock(at, zone) - at)
  return new Date(at)
}

/** The year, month and day of an instant in a time zone. */
export function dayOf(instant: Date, zone: string) {
  const wall = new Date(wallClock(Math.floor(instant.getTime() / 1000) * 1000, zone))
  return { year: wall.getUTCFullYear(), month: wall.getUTCMonth() + 1, day: wall.getUTCDate() }
}

/** A time as the clocks of a place show it: 2026-03-02T09:00. */
export const wallTime = (instant: Date, zone: string) =>
  new Date(wallClock(Math.floor(instant.getTime() / 1000) * 1000, zone)).toISOString().slice(0, 16)

/** The instant at which the clocks of a place show a time; undefined for what is no time. */
export function instantAt(wall: string, zone: string): Date | undefined {
  const wanted = Date.parse(`${wall}Z`)
  return Number.isNaN(wanted) ? undefined : instantOf(wanted, zone)
}
