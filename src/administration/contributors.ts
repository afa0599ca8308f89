import { isCredited } from '../articles/credited.ts'
import { isNamed, rebyline } from '../articles/rebyline.ts'
import type { Contributor } from '../contributors/contributor.ts'
import { addContributor, contributorById, editContributor } from '../contributors/contributors.ts'
import { mergeInto, removeContributor } from '../contributors/merge.ts'
import { libraryPictures } from '../media/library.ts'
import { lackingIn } from '../media/picture.ts'
import { showPictures } from '../media/pictures.ts'
import type { Tx } from '../platform/database.ts'
import { Refusal } from '../platform/refusals.ts'
import { type Actor, lacking, may } from '../staff/permission.ts'
import { versionOf } from './version.ts'

export type ContributorFields = Omit<Contributor, 'id'>

/** Adds somebody whom bylines can name. Whoever writes may: an article has an author before it has an editor. */
export async function introduce(tx: Tx, actor: Actor, name: string, now: Date) {
  if (!may(actor, 'articles.write'))
    throw new Refusal('not-allowed', 'contributors/add', lacking(actor, 'articles.write'))
  return await addContributor(tx, { name }, now, actor.id)
}

export function refuseOtherThanEditors(actor: Actor) {
  if (!may(actor, 'articles.edit'))
    throw new Refusal('not-allowed', 'contributors/change', lacking(actor, 'articles.edit'))
}

/** Changes what readers are told of a contributor. */
export async function changeContributor(
  tx: Tx,
  actor: Actor,
  id: string,
  version: string,
  fields: ContributorFields,
  now: Date,
) {
  refuseOtherThanEditors(actor)
  const before = await refuseStale(tx, id, version)
  if (fields.pictureId !== null && fields.pictureId !== before.pictureId)
    await refuseUncredited(tx, fields.pictureId)
  const { path, ...said } = fields
  await editContributor(
    tx,
    id,
    { ...said, ...(path === before.path ? {} : { path }) },
    now,
    actor.id,
  )
  if (await isCredited(tx, id)) await showPictures(tx, [fields.pictureId], now)
}

/** Makes two contributors one, since they are the same person: all that names the one means the other from now on. */
export async function merge(
  tx: Tx,
  actor: Actor,
  id: string,
  { version, into }: { version: string; into: string },
  now: Date,
) {
  refuseOtherThanEditors(actor)
  await refuseStale(tx, id, version)
  const other = await mergeInto(tx, id, into, now, actor.id)
  await rebyline(tx, id, other.id, actor.id, now)
  if (await isCredited(tx, other.id)) await showPictures(tx, [other.pictureId], now)
}

/** Removes a contributor whom nothing names. */
export async function remove(tx: Tx, actor: Actor, id: string, version: string, now: Date) {
  refuseOtherThanEditors(actor)
  await refuseStale(tx, id, version)
  if (await isReferredTo(tx, id))
    throw new Refusal(
      'conflict',
      'contributors/named',
      'Articles or guests’ commissions name this contributor. If they are somebody else, merge the two.',
    )
  await removeContributor(tx, id, now, actor.id)
}

/** Whether an article, an invitation or what a guest sent names a contributor, or one who was merged into them. */
async function isReferredTo(tx: Tx, id: string) {
  if (await isNamed(tx, id)) return true
  const ids = tx
    .selectFrom('contributors')
    .select('id')
    .where((e) => e.or([e('id', '=', id), e('merged_into', '=', id)]))
  for (const table of ['commissions', 'awaited_profiles'] as const) {
    const row = await tx
      .selectFrom(table)
      .select('article_id')
      .where('contributor_id', 'in', ids)
      .limit(1)
      .executeTakeFirst()
    if (row) return true
  }
  return false
}

async function refuseStale(tx: Tx, id: string, version: string) {
  const before = await contributorById(tx, id)
  // Of one who was merged, the other is found.
  if (before.id !== id || versionOf(before) !== version)
    throw new Refusal(
      'conflict',
      'contributors/stale',
      'Somebody else has changed this contributor meanwhile. Look at them again and repeat your change.',
    )
  return before
}

async function refuseUncredited(tx: Tx, pictureId: string) {
  const [picture] = await libraryPictures(tx, [pictureId])
  if (!picture) throw new Refusal('not-found', 'pictures/unknown', 'There is no such picture.')
  if (lackingIn(picture).length > 0)
    throw new Refusal(
      'invalid',
      'contributors/portrait',
      'pictureId: this picture has no credit or no licence. Write both in its details, and choose it then.',
    )
}
