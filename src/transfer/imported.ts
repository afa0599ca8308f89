import type { Db, Tx } from '../platform/database.ts'
import { uuid } from '../platform/ids.ts'
import { record } from '../platform/outbox.ts'
import type { Totals } from './report.ts'
import type { TransferTables } from './tables.ts'

/** What has come in already, by external id. */

export type Known = Omit<TransferTables['imported_items'], 'site' | 'external_type' | 'external_id'>
export type NewItem = Omit<TransferTables['imported_items'], 'site'>

/** Everything of one kind that has come in. */
export async function knownOf(db: Db, site: string, type: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('imported_items')
    .select(['external_id', 'local_id'])
    .where('site', '=', site)
    .where('external_type', '=', type)
    .execute()
  return new Map(rows.map((row) => [row.external_id, row.local_id]))
}

/** Those of some items that have come in, whatever their type. */
export async function knownAmong(
  db: Db,
  site: string,
  kind: string,
  ids: string[],
): Promise<Map<string, Known>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('imported_items')
    .selectAll()
    .where('site', '=', site)
    .where('kind', '=', kind)
    .where('external_id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.external_id, row]))
}

/** Remembers items, or how they are now. */
export async function remember(tx: Tx, site: string, items: NewItem[]) {
  for (let at = 0; at < items.length; at += CHUNK)
    await tx
      .insertInto('imported_items')
      .values(items.slice(at, at + CHUNK).map((item) => ({ site, ...item })))
      .onConflict((conflict) =>
        conflict.columns(['site', 'external_type', 'external_id']).doUpdateSet((e) => ({
          local_id: e.ref('excluded.local_id'),
          digest: e.ref('excluded.digest'),
          version: e.ref('excluded.version'),
          status: e.ref('excluded.status'),
          lacking: e.ref('excluded.lacking'),
        })),
      )
      .execute()
}

/** Rows in one statement. */
const CHUNK = 50

export const blankItem = { digest: '', version: 0, status: '', lacking: '[]' }

/** Keeps the account of a run that brought something in; a run that found nothing new leaves no trace. */
export async function keepAccount(
  tx: Tx,
  run: { site: string; file: string; started: string },
  totals: Totals,
  now: Date,
) {
  const id = uuid(now)
  const { picturesLacking, moved, problems, ...counts } = totals
  await tx
    .insertInto('imports')
    .values({ id, ...run, finished: now.toISOString(), report: JSON.stringify(counts) })
    .execute()
  await record(tx, 'site.imported', { importId: id }, now)
}
