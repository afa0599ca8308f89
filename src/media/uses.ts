import { newsroomNow } from '../newsroom/settings.ts'
import type { Db, Tx } from '../platform/database.ts'

/** Where pictures stand. Kept up to date by whoever shows them, so that nobody has to read every text to know. */

export type UserKind = 'article' | 'manuscript' | 'contributor' | 'commission'

/** Things with the pictures that they show now. */
export type Showing = { id: string; pictureIds: readonly (string | null)[] }

/** Rows in one statement. */
const CHUNK = 100

/** Notes which pictures some things show that showed none so far. */
export async function noteNewUses(tx: Tx, kind: UserKind, things: readonly Showing[]) {
  const rows = things.flatMap(({ id, pictureIds }) =>
    [...new Set(pictureIds)]
      .filter((pictureId) => pictureId !== null)
      .map((picture_id) => ({ picture_id, kind, thing_id: id })),
  )
  for (let at = 0; at < rows.length; at += CHUNK)
    await tx
      .insertInto('picture_uses')
      .values(rows.slice(at, at + CHUNK))
      .execute()
}

/** Notes which pictures a thing shows now, in place of what it showed before. */
export async function noteUses(tx: Tx, kind: UserKind, thing: Showing) {
  await tx
    .deleteFrom('picture_uses')
    .where('kind', '=', kind)
    .where('thing_id', '=', thing.id)
    .execute()
  await noteNewUses(tx, kind, [thing])
}

export type Use = { kind: UserKind | 'logo' | 'icon'; thingId: string }

/** Everything that shows a picture. */
export async function usesOf(db: Db, pictureId: string): Promise<Use[]> {
  const rows = await db
    .selectFrom('picture_uses')
    .select(['kind', 'thing_id'])
    .where('picture_id', '=', pictureId)
    .orderBy('kind')
    .orderBy('thing_id')
    .execute()
  const { logo, icon } = await newsroomNow(db)
  return [
    ...(logo === pictureId ? [{ kind: 'logo' as const, thingId: 'newsroom' }] : []),
    ...(icon === pictureId ? [{ kind: 'icon' as const, thingId: 'newsroom' }] : []),
    ...rows.map(({ kind, thing_id }) => ({ kind: kind as UserKind, thingId: thing_id })),
  ]
}

/** In how many places each of these pictures stands. An article and its manuscript are one. */
export async function countUses(db: Db, pictureIds: readonly string[]) {
  const counts = new Map<string, number>()
  const count = (id: string) => counts.set(id, (counts.get(id) ?? 0) + 1)
  if (pictureIds.length === 0) return counts
  const rows = await db
    .selectFrom('picture_uses')
    .select(['picture_id', 'thing_id'])
    .distinct()
    .where('picture_id', 'in', pictureIds)
    .execute()
  for (const { picture_id } of rows) count(picture_id)
  const { logo, icon } = await newsroomNow(db)
  for (const id of [logo, icon]) if (id && pictureIds.includes(id)) count(id)
  return counts
}
