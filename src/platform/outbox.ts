import { sql } from 'kysely'
import type { Database, Db, Tx } from './database.ts'
import { uuid } from './ids.ts'

export interface OutboxTables {
  /** What happened. Kept: the public history and the audit trail. */
  events: {
    id: string
    type: string
    payload: string
    happened: string
    dispatched: string | null
    /** The colleague who did it, and the article that it was about, or null. */
    actor: string | null
    article_id: string | null
  }
  /** What is still to do because of it. */
  jobs: {
    id: string
    event_id: string
    handler: string
    payload: string
    due: string
    attempts: number
    /** Set when it failed for the last time and waits for a person. */
    failed: string | null
    last_error: string | null
  }
}

/** Every event of the newsroom and what it says. */
export interface Events {
  'picture.added': { pictureId: string; hash: string; by?: string }
  'picture.replaced': { pictureId: string; hash: string; formerHash: string }
  /** `by` is the colleague who did it; nobody where the clock or an import did. */
  'article.published': { articleId: string; by?: string }
  'picture.edited': { pictureId: string; by: string }
  'picture.expired': { pictureId: string }
  'picture.removed': {
    pictureId: string
    hash: string
    format: string
    width: number
    name?: string
    by: string
  }
  /** `left`: the lists in which it stands no more. */
  'article.edited': { articleId: string; by?: string; left?: string[] }
  'front.arranged': { language: string; places: (string | null)[]; by: string }
  'article.scheduled': { articleId: string; at?: string; by?: string }
  'article.restored': { articleId: string; by: string }
  'article.begun': { articleId: string; by: string }
  'article.moved': { articleId: string; from: string; to: string; by: string }
  'article.assigned': { articleId: string; to: string | null; by: string }
  'article.due-set': { articleId: string; due: string | null; by: string }
  /** Somebody wrote a note in the margin, or answered one. */
  'note.written': { articleId: string; noteId: string; wordsId: string; by: string }
  'note.resolved': { articleId: string; noteId: string; by: string }
  'note.reopened': { articleId: string; noteId: string; by: string }
  /** Its time had come, and it could not go out. */
  'article.stopped': { articleId: string; why: string; field?: string }
  'article.withheld': { articleId: string; by?: string | null }
  'article.returned': { articleId: string; by: string }
  'article.corrected': { articleId: string; correctionId: string; kind: string; by: string | null }
  'translations.joined': { articleIds: string[]; by: string | null }
  'translations.left': { articleId: string; by: string | null }
  /** Many at once, from an import; their pages are dropped as a whole. */
  'articles.brought': { articleIds: string[] }
  'category.added': { categoryId: string; name: string; by: string }
  'category.edited': { categoryId: string; by: string | null }
  'contributor.added': { contributorId: string; name: string; by: string }
  /** Two were the same person: `contributorId` stays. */
  'contributor.merged': { contributorId: string; from: string; to: string; by: string }
  'contributor.removed': { contributorId: string; name: string; by: string }
  'contributor.edited': { contributorId: string; by?: string }
  'tag.added': { tagId: string; name: string; by: string }
  'tag.edited': { tagId: string }
  'commission.made': { commissionId: string; name: string; by: string }
  'commission.renewed': { commissionId: string; name: string; by: string }
  'commission.revoked': { commissionId: string; name: string; by: string }
  'commission.submitted': { commissionId: string; articleId: string }
  'staff.invited': { colleagueId: string; by: string | null }
  'staff.role-changed': { colleagueId: string; from: string; to: string; by: string | null }
  'staff.role-kept': { roleId: string; permissions: string[]; by: string }
  'staff.role-dropped': { roleId: string; by: string }
  /** Everything that a colleague could sign in with was taken away, on the server. */
  'staff.reset': { colleagueId: string; by: string | null }
  'staff.left': { colleagueId: string; by: string | null }
  'staff.sign-in-asked': { attemptId: string }
  'staff.signed-in': { colleagueId: string; by: 'mailbox' | 'passkey' | 'password' }
  'staff.signed-out': { colleagueId: string }
  'staff.passkey-added': { colleagueId: string }
  'staff.passkey-removed': { colleagueId: string }
  'staff.password-set': { colleagueId: string }
  'staff.password-removed': { colleagueId: string }
  'newsroom.changed': { settings: string[]; by: string | null }
  'site.began-to-import': { name: string; by: string }
  'site.upload-begun': { name: string; by: string }
  'site.import-ended': { name: string; by: string }
  'site.imported': { importId: string }
  'page.begun': { articleId: string; by: string }
  'address.added': { from: string; to: string; by: string }
  'address.removed': { from: string; by: string }
  'job.tried-again': { handler: string; by: string }
  'job.dismissed': { handler: string; error: string; by: string }
}
export type EventType = keyof Events

/** What colleagues do to their own account: who did it, is who it is about. */
const own: ReadonlySet<EventType> = new Set([
  'staff.signed-in',
  'staff.signed-out',
  'staff.passkey-added',
  'staff.passkey-removed',
  'staff.password-set',
  'staff.password-removed',
])

type Named = { by?: unknown; colleagueId?: unknown; articleId?: unknown }

const idOrNull = (id: unknown) => (typeof id === 'string' ? id : null)

/** Records that something happened, in the transaction that made it happen. */
export async function record<Type extends EventType>(
  tx: Tx,
  type: Type,
  payload: Events[Type],
  now: Date,
) {
  const { by, colleagueId, articleId } = payload as Named
  await tx
    .insertInto('events')
    .values({
      id: uuid(now),
      type,
      payload: JSON.stringify(payload),
      happened: now.toISOString(),
      dispatched: null,
      actor: idOrNull(own.has(type) ? colleagueId : by),
      article_id: idOrNull(articleId),
    })
    .execute()
}

/** A job is done at least once, so each is written to be harmless when done twice. */
export type Job<Type extends EventType, Context> = (
  context: Context,
  payload: Events[Type],
) => Promise<void>
export type Subscribers<Context> = {
  [Type in EventType]?: Record<string, Job<Type, Context>>
}

/** Events turned into jobs in one go. */
const DISPATCHED_AT_ONCE = 500

/** Turns new events into one job per subscriber; returns how many. Safe to run twice, or in two processes. */
export async function dispatch<Context>(
  tx: Tx,
  kind: Database['kind'],
  subscribers: Subscribers<Context>,
  now: Date,
) {
  const waiting = tx
    .selectFrom('events')
    .select('id')
    .where('dispatched', 'is', null)
    .orderBy('id')
    .limit(DISPATCHED_AT_ONCE)
  const events = await tx
    .updateTable('events')
    .set({ dispatched: now.toISOString() })
    .where('id', 'in', kind === 'postgres' ? waiting.forUpdate().skipLocked() : waiting)
    .returning(['id', 'type', 'payload'])
    .execute()
  const jobs = events.flatMap((event) =>
    Object.keys(subscribers[event.type as EventType] ?? {}).map((handler) => ({
      id: uuid(now),
      event_id: event.id,
      handler: `${event.type} ${handler}`,
      payload: event.payload,
      due: now.toISOString(),
      attempts: 0,
      failed: null,
      last_error: null,
    })),
  )
  if (jobs.length > 0)
    await tx
      .insertInto('jobs')
      .values(jobs)
      .onConflict((conflict) => conflict.columns(['event_id', 'handler']).doNothing())
      .execute()
  return jobs.length
}

const MINUTE = 60_000
/** Longer than a job is ever put off: what is due later than this was written by a clock that was ahead. */
const LONGEST_PAUSE_MS = 60 * MINUTE
/** A job that was claimed and not finished comes round again after this time. */
export const LEASE_MS = 5 * MINUTE
export const ATTEMPTS = 10

/** Jobs that may be done now, but those of some handlers. */
const dueJobs = (db: Db, now: Date, without: readonly string[]) =>
  db
    .selectFrom('jobs')
    .select('id')
    .where('failed', 'is', null)
    .$if(without.length > 0, (query) => query.where('handler', 'not in', without))
    .where((e) =>
      e.or([
        e('due', '<=', now.toISOString()),
        e('due', '>', new Date(now.getTime() + LONGEST_PAUSE_MS).toISOString()),
      ]),
    )

/** Whether a job waits that may be done now. */
export const isAnyJobDue = async (db: Db, now: Date, without: readonly string[] = []) =>
  (await dueJobs(db, now, without).limit(1).executeTakeFirst()) !== undefined

export type ClaimedJob = { id: string; handler: string; payload: string; attempts: number }

/** Takes due jobs by moving their time forward: those of a worker that was killed simply come round again. */
export async function claim(
  tx: Tx,
  kind: Database['kind'],
  now: Date,
  limit: number,
  without: readonly string[] = [],
): Promise<ClaimedJob[]> {
  const due = dueJobs(tx, now, without).orderBy('due').orderBy('id').limit(limit)
  return await tx
    .updateTable('jobs')
    .set({ due: new Date(now.getTime() + LEASE_MS).toISOString(), attempts: sql`attempts + 1` })
    // SQLite has one writer. Postgres has many, and without this two of them take the same job.
    .where('id', 'in', kind === 'postgres' ? due.forUpdate().skipLocked() : due)
    .returning(['id', 'handler', 'payload', 'attempts'])
    .execute()
}

export async function finish(tx: Tx, jobId: string) {
  await tx.deleteFrom('jobs').where('id', '=', jobId).execute()
}

/** Puts a failed job off, for longer each time; after the last attempt it waits for a person. */
export async function putOff(tx: Tx, job: ClaimedJob, error: unknown, now: Date) {
  const pause = Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** job.attempts)
  await tx
    .updateTable('jobs')
    .set({
      due: new Date(now.getTime() + pause).toISOString(),
      failed: job.attempts >= ATTEMPTS ? now.toISOString() : null,
      last_error: String(error).slice(0, 500),
    })
    .where('id', '=', job.id)
    .execute()
}

/** How many jobs wait, and how many gave up. */
export async function backlog(db: Db) {
  const row = await db
    .selectFrom('jobs')
    .select((e) => [
      e.fn.countAll<number>().as('waiting'),
      e.fn.count<number>('failed').as('failed'),
    ])
    .executeTakeFirstOrThrow()
  return { waiting: Number(row.waiting) - Number(row.failed), failed: Number(row.failed) }
}
