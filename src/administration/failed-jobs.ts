import type { Tx } from '../platform/database.ts'
import { dismiss, tryAgain } from '../platform/failures.ts'
import type { Actor } from '../staff/permission.ts'
import { refuseOthers } from './settings.ts'

/** Has a job that gave up tried again. */
export async function retryJob(tx: Tx, actor: Actor, id: string, now: Date) {
  refuseOthers(actor)
  await tryAgain(tx, id, actor.id, now)
}

/** Gives up a job for good. */
export async function dismissJob(tx: Tx, actor: Actor, id: string, now: Date) {
  refuseOthers(actor)
  await dismiss(tx, id, actor.id, now)
}
