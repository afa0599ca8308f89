import { draft } from '../articles/write.ts'
import { newsroomNow } from '../newsroom/settings.ts'
import type { Tx } from '../platform/database.ts'
import { record } from '../platform/outbox.ts'
import type { Actor } from '../staff/permission.ts'
import { refuseOthers } from './settings.ts'

/** Begins a page such as About or Imprint; it is written and published in the editor. Returns its id. */
export async function beginPage(
  tx: Tx,
  actor: Actor,
  { headline }: { headline: string },
  now: Date,
): Promise<string> {
  refuseOthers(actor)
  const { language } = await newsroomNow(tx)
  const id = await draft(tx, { kind: 'page', headline, language }, now, actor.id)
  await record(tx, 'page.begun', { articleId: id, by: actor.id }, now)
  return id
}
