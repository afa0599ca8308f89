import { forgetAddresses, handOver } from '../addresses/addresses.ts'
import { noteUses } from '../media/uses.ts'
import { type Tx, touch } from '../platform/database.ts'
import { record } from '../platform/outbox.ts'
import { Refusal } from '../platform/refusals.ts'
import type { Contributor } from './contributor.ts'
import { contributorById } from './contributors.ts'

/**
 * Makes a contributor be another one: whoever comes to the former's addresses is led to the other's, and what still
 * names the former means the other. Their articles are for whoever calls.
 */
export async function mergeInto(
  tx: Tx,
  id: string,
  intoId: string,
  now: Date,
  by: string,
): Promise<Contributor> {
  const [former, other] = [await contributorById(tx, id), await contributorById(tx, intoId)]
  if (former.id === other.id)
    throw new Refusal(
      'invalid',
      'contributors/same',
      'into: this is the contributor themselves. Choose the other one.',
    )
  await handOver(tx, former.id, other.id, now)
  await tx
    .updateTable('contributors')
    .set({ merged_into: other.id, picture_id: null })
    .where((e) => e.or([e('id', '=', former.id), e('merged_into', '=', former.id)]))
    .execute()
  await noteUses(tx, 'contributor', { id: former.id, pictureIds: [] })
  for (const one of [former, other]) touch(tx, `contributor:${one.id}`)
  await record(
    tx,
    'contributor.merged',
    { contributorId: other.id, from: former.name, to: other.name, by },
    now,
  )
  return other
}

/** Removes a contributor whom nothing names, and their addresses. That nothing does is for whoever calls. */
export async function removeContributor(tx: Tx, id: string, now: Date, by: string) {
  const { name } = await contributorById(tx, id)
  await forgetAddresses(tx, id)
  await noteUses(tx, 'contributor', { id, pictureIds: [] })
  await tx
    .deleteFrom('contributors')
    .where((e) => e.or([e('id', '=', id), e('merged_into', '=', id)]))
    .execute()
  touch(tx, `contributor:${id}`)
  await record(tx, 'contributor.removed', { contributorId: id, name, by }, now)
}
