import { addRedirect, removeRedirect } from '../addresses/redirects.ts'
import type { Tx } from '../platform/database.ts'
import { record } from '../platform/outbox.ts'
import type { Actor } from '../staff/permission.ts'
import { refuseOthers } from './settings.ts'

/** Lets an old address lead to something of the newsroom. */
export async function redirect(
  tx: Tx,
  actor: Actor,
  { from, to }: { from: string; to: string },
  now: Date,
) {
  refuseOthers(actor)
  const made = await addRedirect(tx, from, to, now)
  await record(tx, 'address.added', { ...made, by: actor.id }, now)
  return made
}

export async function dropRedirect(tx: Tx, actor: Actor, path: string, now: Date) {
  refuseOthers(actor)
  await removeRedirect(tx, path)
  await record(tx, 'address.removed', { from: path, by: actor.id }, now)
}
