import { isAway } from '../platform/away.ts'
import type { Database, Db, Tx } from '../platform/database.ts'
import { record } from '../platform/outbox.ts'
import { reviseNow } from './manuscripts.ts'
import { barrierOf, prepare } from './publication.ts'
import { publish } from './publish.ts'

/** Articles looked up in one go. */
const AT_ONCE = 100

const dueAt = (db: Db, now: Date) =>
  db
    .selectFrom('articles')
    .where('status', '=', 'scheduled')
    .where('scheduled', '<=', now.toISOString())

/**
 * Publishes what is due, in order, each once, whoever else does so at the same time: each in a transaction of its own,
 * so that one that cannot be stored keeps no other back. Returns the ids. Costs a read when there is nothing to do.
 * Throws, once all others are out, for what could not be published at all.
 */
export async function publishDue(
  { db, write }: Pick<Database, 'db' | 'write'>,
  now: Date,
): Promise<string[]> {
  const out: string[] = []
  const failed: unknown[] = []
  for (let after = { scheduled: '', id: '' }; ; ) {
    const due = await dueAt(db, now)
      .select(['id', 'scheduled'])
      .where((e) => e(e.refTuple('scheduled', 'id'), '>', e.tuple(after.scheduled, after.id)))
      .orderBy('scheduled')
      .orderBy('id')
      .limit(AT_ONCE)
      .execute()
    for (const { id } of due) {
      const isOut = await put(write, id, now).catch((error) => {
        if (isAway(error)) throw error
        failed.push(new Error(`Article ${id} could not go out`, { cause: error }))
        return false
      })
      if (isOut) out.push(id)
    }
    const last = due.at(-1)
    if (due.length < AT_ONCE || !last) break
    after = { scheduled: last.scheduled!, id: last.id }
  }
  if (failed.length > 0) throw new AggregateError(failed, 'What was due could not go out')
  return out
}

/** How many articles should have gone out before an instant, and have not. */
export async function countOverdue(db: Db, before: Date): Promise<number> {
  const { count } = await dueAt(db, before)
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Publishes one article as its manuscript has it; where that cannot be done, as it is stored. */
const put = (write: Database['write'], id: string, now: Date) =>
  write((tx) => release(tx, id, now, true)).catch((error) => {
    if (isAway(error)) throw error
    return write((tx) => release(tx, id, now, false))
  })

/** Publishes one article as its manuscript has it, or else as it is stored; says whether it did. */
async function release(tx: Tx, id: string, now: Date, newest: boolean): Promise<boolean> {
  const row = await dueAt(tx, now).select('scheduled').where('id', '=', id).executeTakeFirst()
  if (!row) return false
  const manuscript = newest ? await prepare(tx, id, now) : undefined
  // Pictures were asked for their credit when it was scheduled; what was brought in with its time keeps it.
  const barred = await barrierOf(tx, id)
  if (barred) {
    await tx
      .updateTable('articles')
      .set({ status: 'ready', scheduled: null })
      .where('id', '=', id)
      .execute()
    await record(
      tx,
      'article.stopped',
      { articleId: id, why: barred.message, field: barred.field },
      now,
    )
    return false
  }
  await publish(tx, id, now, row.scheduled!)
  if (manuscript) await reviseNow(tx, id, manuscript, 'published', now)
  return true
}
