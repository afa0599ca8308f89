import { type Db, type Tx, touch } from '../platform/database.ts'
import { record } from '../platform/outbox.ts'
import { reading } from '../platform/pages.ts'
import { Refusal } from '../platform/refusals.ts'
import { Newsroom, type NewsroomFields, unnamed } from './newsroom.ts'

/** The newsroom as it is set up now. */
export async function newsroomNow(db: Db): Promise<Newsroom> {
  reading('newsroom')
  const row = await db
    .selectFrom('newsroom')
    .select('settings')
    .where('id', '=', 'newsroom')
    .executeTakeFirst()
  return row ? { ...unnamed, ...JSON.parse(row.settings) } : unnamed
}

/** Whether anybody has set the newsroom up yet. */
export const isNamed = async (db: Db) =>
  (await db.selectFrom('newsroom').select('id').executeTakeFirst()) !== undefined

/** Changes some of the newsroom's settings. Refuses what is not a setting, naming it and the remedy. */
export async function changeNewsroom(
  tx: Tx,
  changes: Partial<NewsroomFields>,
  now: Date,
): Promise<Newsroom> {
  const checked = Newsroom.strict().safeParse({ ...(await newsroomNow(tx)), ...changes })
  if (!checked.success) {
    const issue = checked.error.issues[0]!
    throw new Refusal(
      'invalid',
      'newsroom/setting',
      `${issue.path.join('.') || 'The settings'}: ${issue.message}`,
    )
  }
  const settings = JSON.stringify(checked.data)
  await tx
    .insertInto('newsroom')
    .values({ id: 'newsroom', settings, changed: now.toISOString() })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ settings, changed: now.toISOString() }),
    )
    .execute()
  touch(tx, 'newsroom')
  await record(tx, 'newsroom.changed', {}, now)
  return checked.data
}
