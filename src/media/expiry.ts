import { type Db, type Tx, touch } from '../platform/database.ts'
import { record } from '../platform/outbox.ts'

/** Pictures in one transaction. */
const AT_ONCE = 100

const due = (db: Db, now: Date) =>
  db
    .selectFrom('pictures')
    .select('id')
    .where('expired', 'is', null)
    .where('expires', '<=', now.toISOString())

/** Whether a picture is still shown whose time is over. */
export const isAnyPictureOver = async (db: Db, now: Date) =>
  (await due(db, now).limit(1).executeTakeFirst()) !== undefined

/** Takes pictures whose time is over off every page; returns how many. */
export async function expireDue(tx: Tx, now: Date): Promise<number> {
  const over = await due(tx, now).orderBy('expires').orderBy('id').limit(AT_ONCE).execute()
  for (const { id } of over) {
    await tx
      .updateTable('pictures')
      .set((e) => ({ expired: now.toISOString(), version: e('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
    touch(tx, `picture:${id}`)
    await record(tx, 'picture.expired', { pictureId: id }, now)
  }
  if (over.length > 0) touch(tx, 'picture files')
  return over.length
}
