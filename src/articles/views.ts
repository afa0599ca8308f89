import type { Db, Tx } from '../platform/database.ts'
import { uuid } from '../platform/ids.ts'
import { Refusal } from '../platform/refusals.ts'

/** Filters of the desk's list under a name that a colleague gave them. */
export type View = { id: string; name: string; filters: Record<string, string> }

/** More are no help to anybody. */
const MOST = 50

export async function viewsOf(db: Db, colleagueId: string): Promise<View[]> {
  const rows = await db
    .selectFrom('saved_views')
    .select(['id', 'name', 'filters'])
    .where('colleague_id', '=', colleagueId)
    .orderBy('name')
    .execute()
  return rows.map((row) => ({ ...row, filters: JSON.parse(row.filters) }))
}

/** Keeps filters under a name; what was kept under it before gives way. Returns the view's id. */
export async function saveView(
  tx: Tx,
  colleagueId: string,
  { name, filters }: Omit<View, 'id'>,
  now: Date,
): Promise<string> {
  const there = await viewsOf(tx, colleagueId)
  const same = there.find((view) => view.name === name)
  if (!same && there.length >= MOST)
    throw new Refusal(
      'invalid',
      'views/many',
      `name: You have ${MOST} views already. Remove one that you no longer need.`,
    )
  const id = same?.id ?? uuid(now)
  const kept = { filters: JSON.stringify(filters), saved: now.toISOString() }
  await tx
    .insertInto('saved_views')
    .values({ id, colleague_id: colleagueId, name, ...kept })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(kept))
    .execute()
  return id
}

/** Forgets a view of one's own. */
export async function dropView(tx: Tx, colleagueId: string, id: string) {
  const { numDeletedRows } = await tx
    .deleteFrom('saved_views')
    .where('id', '=', id)
    .where('colleague_id', '=', colleagueId)
    .executeTakeFirst()
  if (numDeletedRows === 0n)
    throw new Refusal('not-found', 'views/unknown', 'You have no such view.')
}
