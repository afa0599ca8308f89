import { articleRecord } from '../articles/articles.ts'
import type { Arrival } from '../articles/bring.ts'
import { publish, schedule } from '../articles/publish.ts'
import { edit } from '../articles/write.ts'
import type { Tx } from '../platform/database.ts'
import type { Known } from './imported.ts'

/**
 * Brings an article that is here already to what the file says now, unless somebody has edited it here since. What is
 * published here stays published: an article is never taken from readers by a file.
 */
export async function renew(
  tx: Tx,
  fields: Omit<Arrival, 'path' | 'oldPaths'>,
  known: Known,
  now: Date,
): Promise<{ id: string; version: number; status: string; why?: string }> {
  const id = known.local_id
  const here = await articleRecord(tx, id)
  const asBefore = { id, version: known.version, status: known.status }
  if (!here) return { ...asBefore, why: 'it was taken away here since it came in' }
  // A scheduled article goes out by itself: that is one version more, and nobody's edit.
  const wentOut = known.status === 'scheduled' && here.status === 'published' ? 1 : 0
  if (here.version !== known.version + wentOut)
    return {
      ...asBefore,
      why: 'it was edited here since it came in, and the file has changed, too',
    }
  const { status, published, updated: _, scheduled, created: __, ...changes } = fields
  await edit(tx, id, changes, now, { silent: true })
  if (status === 'published' && here.status !== 'published')
    await publish(tx, id, now, published ?? undefined)
  else if (status === 'scheduled' && scheduled && here.status === 'draft')
    await schedule(tx, id, new Date(scheduled), now)
  const after = (await articleRecord(tx, id))!
  return { id, version: after.version, status: after.status }
}
