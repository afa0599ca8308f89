/** Times of an item, ISO 8601 UTC, or null. */

/**
 * The instant of a WordPress date: UTC where it is known, else what the feed says (RFC 822), else the local time as
 * if it were UTC. `0000-00-00 00:00:00` stands for none.
 */
export const instant = (gmt: string, local = '', feed = ''): string | null =>
  ofSql(gmt) ?? ofFeed(feed) ?? ofSql(local)

function ofSql(written: string): string | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2}):(\d{2})/.exec(written.trim())
  if (!match || match[1] === '0000' || match[2] === '00' || match[3] === '00') return null
  return believable(
    Date.parse(`${match[1]}-${match[2]}-${match[3]}T${match[4]}:${match[5]}:${match[6]}Z`),
  )
}

const ofFeed = (written: string) =>
  /^\w{3},? \d{1,2} \w{3} \d{4}/.test(written.trim()) ? believable(Date.parse(written)) : null

/** WordPress writes year -0001 for no date. */
function believable(ms: number): string | null {
  if (Number.isNaN(ms)) return null
  const year = new Date(ms).getUTCFullYear()
  return year >= 1000 && year <= 9999 ? new Date(ms).toISOString() : null
}
