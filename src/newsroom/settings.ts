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

/**
 * Changes some of the newsroom's settings. Refuses what is not a setting, naming it and the remedy. `by` is the colleague
 * who does so, or null on the server.
 */
export async function changeNewsroom(
  tx: Tx,
  changes: Partial<NewsroomFields>,
  now: Date,
  by: string | null = null,
): Promise<Newsroom> {
  const before = await newsroomNow(tx)
  const checked = Newsroom.strict().safeParse({ ...before, ...changes })
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
  await record(tx, 'newsroom.changed', { settings: differing(before, checked.data), by }, now)
  return checked.data
}

/** The names of the settings that are not the same in both. */
const differing = (one: Newsroom, other: Newsroom) =>
  (Object.keys(other) as (keyof Newsroom)[]).filter(
    (name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]),
  )
