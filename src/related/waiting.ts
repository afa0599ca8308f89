import type { Database, Db, Tx } from '../platform/database.ts'

/**
 * What waits to be compared, in the order in which it is done. `fresh` ones are new or changed: signed and related
 * at once. `relate`: another article came, changed or went, so this one chooses anew. `sign` and `settle` are for many
 * at once, from an import: all are signed first, and related when no more have come for a while, since each may be
 * the best for any other.
 */
export const steps = ['fresh', 'relate', 'sign', 'settle'] as const
export type Step = (typeof steps)[number]

/** Rows in one statement. */
const CHUNK = 200

/** Lets articles wait for a step. One that waits for an earlier step keeps that. */
export async function wait(tx: Tx, ids: readonly string[], step: Step, now: Date) {
  const notEarlier = steps.slice(steps.indexOf(step))
  for (let at = 0; at < ids.length; at += CHUNK)
    await tx
      .insertInto('related_waiting')
      .values(
        ids
          .slice(at, at + CHUNK)
          .map((article_id) => ({ article_id, step, since: now.toISOString() })),
      )
      .onConflict((conflict) =>
        conflict
          .column('article_id')
          .doUpdateSet({ step, since: now.toISOString() })
          .where('related_waiting.step', 'in', notEarlier),
      )
      .execute()
}

const longestWaiting = (db: Db, step: Step, most: number) =>
  db
    .selectFrom('related_waiting')
    .select('article_id')
    .where('step', '=', step)
    .orderBy('since')
    .orderBy('article_id')
    .limit(most)

/** Articles that wait for a step, those that have waited longest first. */
export const waitingFor = async (db: Db, step: Step, most: number) =>
  (await longestWaiting(db, step, most).execute()).map((row) => row.article_id)

/** Lets articles wait for this step no longer, unless they have been told to again since an instant. */
export async function done(tx: Tx, step: Step, ids: readonly string[], begun: Date) {
  if (ids.length > 0)
    await tx
      .deleteFrom('related_waiting')
      .where('article_id', 'in', ids)
      .where('step', '=', step)
      .where('since', '<=', begun.toISOString())
      .execute()
}

/** Takes articles that wait for a step, those that have waited longest first. */
export async function take(tx: Tx, kind: Database['kind'], step: Step, most: number) {
  const waiting = longestWaiting(tx, step, most)
  const rows = await tx
    .deleteFrom('related_waiting')
    .where('article_id', 'in', kind === 'postgres' ? waiting.forUpdate().skipLocked() : waiting)
    .returning('article_id')
    .execute()
  return rows.map((row) => row.article_id)
}

/** Milliseconds without a further article of an import after which those that came are related to each other. */
export const REST_MS = 5_000

/** The step to do next, or undefined when nothing waits or what waits must rest. */
export async function nextStep(db: Db, now: Date): Promise<Step | undefined> {
  for (const step of steps) {
    const last = await db
      .selectFrom('related_waiting')
      .select('since')
      .where('step', '=', step)
      .orderBy('since', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (!last) continue
    if (step === 'settle' && Date.parse(last.since) > now.getTime() - REST_MS) return undefined
    return step
  }
}
