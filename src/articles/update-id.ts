import { timeOf, uuid } from '../platform/ids.ts'

/**
 * An id for what is written by somebody who knows updates up to `latest`: by their ids none comes before one that its
 * writer had seen, though the clocks of nodes differ (Lamport, Time, Clocks, and the Ordering of Events, 1978).
 */
export const idAfter = (latest: string | undefined, now: Date) =>
  uuid(latest ? new Date(Math.max(now.getTime(), timeOf(latest) + 1)) : now)

/** The greatest of some ids and the one that was before. */
export function latestOf(ids: Iterable<string>, before?: string) {
  let latest = before
  for (const id of ids) if (latest === undefined || id > latest) latest = id
  return latest
}
