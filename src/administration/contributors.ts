import { isCredited } from '../articles/credited.ts'
import type { Contributor } from '../contributors/contributor.ts'
import { addContributor, contributorById, editContributor } from '../contributors/contributors.ts'
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
  const before = await contributorById(tx, id)
  if (versionOf(before) !== version)
    throw new Refusal(
      'conflict',
      'contributors/stale',
      'Somebody else has changed this contributor meanwhile. Look at them again and repeat your change.',
    )
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
