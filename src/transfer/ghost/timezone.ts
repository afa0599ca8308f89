/** The time zone in which a Ghost site counts its days, or empty. It was spelt otherwise before Ghost 4. */
export function timezoneIn(settings: ReadonlyMap<string, string>): string {
  for (const name of ['timezone', 'active_timezone', 'activeTimezone']) {
    const zone = settings.get(name)
    if (zone && formatOf(zone)) return zone
  }
  return ''
}

/** Year, month and day of a moment where its site is. Ghost's permalinks are made of these. */
export const dayIn = (zone: string, moment: string): string[] =>
  (formatOf(zone || 'UTC') ?? formatOf('UTC')!).format(new Date(moment)).split('-')

const formats = new Map<string, Intl.DateTimeFormat | undefined>()

function formatOf(timeZone: string) {
  if (!formats.has(timeZone)) formats.set(timeZone, formatIn(timeZone))
  return formats.get(timeZone)
}

function formatIn(timeZone: string) {
  try {
    const two = '2-digit'
    // Written as 2024-03-31.
    return new Intl.DateTimeFormat('sv', { timeZone, year: 'numeric', month: two, day: two })
  } catch {
    return undefined
  }
}
