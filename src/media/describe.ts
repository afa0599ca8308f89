import type { Tx } from '../platform/database.ts'
import { record } from '../platform/outbox.ts'
import { Refusal } from '../platform/refusals.ts'
import { type Actor, lacking, may, mayChangePicture } from '../staff/permission.ts'
import { titleOf } from './picture.ts'
import { editPicture, stored, type Words } from './pictures.ts'
import { usesOf } from './uses.ts'

/** Says something of a picture: its own who added it, of everybody's an editor. */
export async function describe(
  tx: Tx,
  actor: Actor,
  id: string,
  { version, ...words }: Words & { version: number },
  now: Date,
) {
  const row = await stored(tx, id)
  refuseOthers(actor, row)
  refuseStale(row, version)
  await editPicture(tx, id, words, now)
  await record(tx, 'picture.edited', { pictureId: id, by: actor.id }, now)
}

/** Says the same of many pictures, all or none; returns how many. */
export async function describeAll(
  tx: Tx,
  actor: Actor,
  ids: readonly string[],
  words: Words,
  now: Date,
): Promise<number> {
  const wanted = [...new Set(ids)]
  for (const id of wanted) {
    refuseOthers(actor, await stored(tx, id))
    await editPicture(tx, id, words, now)
    await record(tx, 'picture.edited', { pictureId: id, by: actor.id }, now)
  }
  return wanted.length
}

/** Takes a picture that nothing shows out of the library. */
export async function remove(
  tx: Tx,
  actor: Actor,
  id: string,
  { version }: { version: number },
  now: Date,
) {
  const row = await stored(tx, id)
  refuseOthers(actor, row)
  refuseStale(row, version)
  const { length } = await usesOf(tx, id)
  if (length > 0)
    throw new Refusal(
      'conflict',
      'pictures/used',
      `“${titleOf(row)}” stands in ${length === 1 ? 'one place' : `${length} places`}. Take it out there first, or give it an expiry: then no page shows it.`,
    )
  await tx.deleteFrom('pictures').where('id', '=', id).execute()
  const { hash, format, width } = row
  const name = titleOf(row)
  await record(
    tx,
    'picture.removed',
    { pictureId: id, hash, format, width, name, by: actor.id },
    now,
  )
}

function refuseOthers(
  actor: Actor,
  { added_by, shown }: { added_by: string | null; shown: string | null },
) {
  if (mayChangePicture(actor, { addedBy: added_by, shown })) return
  const permission = may(actor, 'pictures.add') ? 'pictures.edit' : 'pictures.add'
  throw new Refusal('not-allowed', 'pictures/change', lacking(actor, permission))
}

function refuseStale(row: { version: number }, version: number) {
  if (row.version !== version)
    throw new Refusal(
      'conflict',
      'pictures/stale',
      'Somebody else has changed this picture meanwhile. Look at it again and save then.',
    )
}
