import type { Db, Tx } from './database.ts'
import { type OutboxTables, record } from './outbox.ts'
import { Refusal } from './refusals.ts'

/** Jobs that failed for the last time and wait for a person. */
export type Failure = Pick<
  OutboxTables['jobs'],
  'id' | 'handler' | 'payload' | 'attempts' | 'last_error'
> & { failed: string }

/** Those that gave up, newest first, after one of them. */
export async function failures(
  db: Db,
  before: string | undefined,
  most: number,
): Promise<Failure[]> {
  const rows = await db
    .selectFrom('jobs')
    .select(['id', 'handler', 'payload', 'attempts', 'last_error', 'failed'])
    .where('failed', 'is not', null)
    .$if(before !== undefined, (query) => query.where('id', '<', before!))
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows.map((row) => ({ ...row, failed: row.failed! }))
}

/** Lets a job that gave up begin again, as if it had never failed. */
export async function tryAgain(tx: Tx, id: string, by: string, now: Date) {
  const { handler } = await failureById(tx, id)
  await tx
    .updateTable('jobs')
    .set({ failed: null, attempts: 0, due: now.toISOString() })
    .where('id', '=', id)
    .execute()
  await record(tx, 'job.tried-again', { handler, by }, now)
}

/** Gives up a job for good. Its error is remembered with who did so. */
export async function dismiss(tx: Tx, id: string, by: string, now: Date) {
  const { handler, last_error } = await failureById(tx, id)
  await tx.deleteFrom('jobs').where('id', '=', id).execute()
  await record(tx, 'job.dismissed', { handler, error: last_error ?? '', by }, now)
}

async function failureById(db: Db, id: string) {
  const row = await db
    .selectFrom('jobs')
    .select(['handler', 'failed', 'last_error'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row)
    throw new Refusal(
      'not-found',
      'jobs/unknown',
      'There is no such job any more: somebody has dismissed it, or it is done.',
    )
  if (row.failed === null)
    throw new Refusal(
      'conflict',
      'jobs/trying',
      'This job is being tried again already. Wait a moment and look again.',
    )
  return row
}
