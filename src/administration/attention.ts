import { statfs } from 'node:fs/promises'
import { countOverdue } from '../articles/due.ts'
import { headlines } from '../articles/headlines.ts'
import type { Db } from '../platform/database.ts'
import { failures } from '../platform/failures.ts'
import { backlog } from '../platform/outbox.ts'
import { waitingForIndex } from '../search/waiting.ts'

/** Free bytes below which the disk is called full: a day of pictures and the database's log. */
export const ROOM = 500 * 1024 * 1024

/** Jobs that wait, and articles that cannot be found yet, above which somebody should know. */
const MANY_WAITING = 100

/** Milliseconds after which what has not gone out by itself is late: seconds are usual after the newsroom was closed. */
const LATE_MS = 60_000

export type Notice =
  | { kind: 'overdue'; waiting: number }
  | { kind: 'mail' }
  | { kind: 'disk'; free: number }
  | { kind: 'index'; waiting: number }
  | { kind: 'jobs'; waiting: number }

/** What of the newsroom is not as it should be, apart from jobs that failed. */
export async function noticesOf(
  db: Db,
  { dataFolder, hasMail, now }: { dataFolder: string; hasMail: boolean; now: () => Date },
): Promise<Notice[]> {
  const overdue = await countOverdue(db, new Date(now().getTime() - LATE_MS))
  const { bavail, bsize } = await statfs(dataFolder)
  const free = bavail * bsize
  const articles = await waitingForIndex(db)
  const { waiting } = await backlog(db)
  return [
    ...(overdue > 0 ? [{ kind: 'overdue' as const, waiting: overdue }] : []),
    ...(hasMail ? [] : [{ kind: 'mail' as const }]),
    ...(free < ROOM ? [{ kind: 'disk' as const, free }] : []),
    ...(articles > 0 ? [{ kind: 'index' as const, waiting: articles }] : []),
    ...(waiting > MANY_WAITING ? [{ kind: 'jobs' as const, waiting }] : []),
  ]
}

/** Failed jobs with the article that each was for. */
export async function failedJobs(db: Db, before: string | undefined, most: number) {
  const jobs = await failures(db, before, most)
  const articleOf = (payload: string): string | undefined => JSON.parse(payload).articleId
  const names = await headlines(
    db,
    jobs.flatMap(({ payload }) => articleOf(payload) ?? []),
  )
  return jobs.map(({ id, handler, failed, attempts, last_error, payload }) => {
    const articleId = articleOf(payload)
    const headline = articleId && names.get(articleId)
    return {
      id,
      handler,
      failed,
      attempts,
      error: last_error ?? '',
      article: headline === undefined ? null : { id: articleId!, headline },
    }
  })
}
