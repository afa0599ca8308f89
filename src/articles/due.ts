import type { Database, Db, Tx } from '../platform/database.ts'
import { record } from '../platform/outbox.ts'
import { Refusal } from '../platform/refusals.ts'
import { reviseNow } from './manuscripts.ts'
import { barrierOf, prepare } from './publication.ts'
import { publish } from './publish.ts'

/** Articles taken up in one go: what is left over is next. */
const AT_ONCE = 100

const dueAt = (db: Db, now: Date) =>
  db
    .selectFrom('articles')
    .where('status', '=', 'scheduled')
    .where('scheduled', '<=', now.toISOString())

/**
 * Publishes what is due, in order, each once, whoever else does so at the same time: each in a transaction of its own,
 * so that one whose manuscript cannot be stored keeps no other back. Returns the ids. Costs a read when there is
 * nothing to do.
 */
export async function publishDue(
  { db, write }: Pick<Database, 'db' | 'write'>,
  now: Date,
): Promise<string[]> {
  const due = await dueAt(db, now)
    .select('id')
    .orderBy('scheduled')
    .orderBy('id')
    .limit(AT_ONCE)
    .execute()
  const out: string[] = []
  for (const { id } of due) {
    const isOut = await write((tx) => release(tx, id, now, true)).catch((error) => {
      if (!isAboutItself(error)) throw error
      return write((tx) => release(tx, id, now, false))
    })
    if (isOut) out.push(id)
  }
  return out
}

/** Whether the article itself is what cannot be stored: a refusal, or what it refers to is no more. */
const isAboutItself = (error: unknown) =>
  error instanceof Refusal || /constraint/i.test((error as Error).message)

/** Publishes one article as its manuscript has it, or else as it is stored; says whether it did. */
async function release(tx: Tx, id: string, now: Date, newest: boolean): Promise<boolean> {
  const row = await dueAt(tx, now).select('scheduled').where('id', '=', id).executeTakeFirst()
  if (!row) return false
  const manuscript = newest ? await prepare(tx, id, now) : undefined
  // Pictures were asked for their credit when it was scheduled; what was brought in with its time keeps it.
  const why = (await barrierOf(tx, id))?.message
  if (why) {
    await tx
      .updateTable('articles')
      .set({ status: 'ready', scheduled: null })
      .where('id', '=', id)
      .execute()
    await record(tx, 'article.stopped', { articleId: id, why }, now)
    return false
  }
  await publish(tx, id, now, row.scheduled!)
  if (manuscript) await reviseNow(tx, id, manuscript, 'published', now)
  return true
}
