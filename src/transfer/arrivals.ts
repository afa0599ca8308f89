import type { Db, Tx } from '../platform/database.ts'
import { uuid } from '../platform/ids.ts'
import { record } from '../platform/outbox.ts'
import { Refusal } from '../platform/refusals.ts'
import { type Actor, lacking, may } from '../staff/permission.ts'
import type { Totals } from './report.ts'
import type { Progress } from './run.ts'
import type { TransferTables } from './tables.ts'

/** A site that moves in from the desk: uploaded in pieces, looked through, and brought in when somebody says so. */
export type Arrival = {
  id: string
  state: ArrivalState
  name: string
  /** Bytes. */
  size: number
  begun: string
  options: ArrivalOptions
  progress: Progress | null
  account: Totals | null
  error: string | null
}

export const arrivalStates = [
  'uploading',
  'looking',
  'looked',
  'bringing',
  'done',
  'failed',
] as const
export type ArrivalState = (typeof arrivalStates)[number]

export type ArrivalOptions = {
  /** Whether pictures that are still on the old site are fetched from there. */
  fetchPictures: boolean
  /** Where a Ghost site was, or empty. */
  site: string
}

/** Bytes of an upload: far above any export of text, and a bound all the same. */
export const LARGEST = 16 * 1024 ** 3

export function refuseNewcomers(actor: Actor) {
  if (!may(actor, 'site.import'))
    throw new Refusal('not-allowed', 'import/permission', lacking(actor, 'site.import'))
}

const arrivalOf = (row: TransferTables['arrivals']): Arrival => ({
  id: row.id,
  state: row.state as ArrivalState,
  name: row.name,
  size: Number(row.size),
  begun: row.begun,
  options: JSON.parse(row.options),
  progress: JSON.parse(row.progress),
  account: row.account === null ? null : JSON.parse(row.account),
  error: row.error,
})

/** The site that is moving in, or the last that did. */
export async function arrivalNow(db: Db): Promise<Arrival | undefined> {
  const row = await db
    .selectFrom('arrivals')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && arrivalOf(row)
}

export async function arrivalById(db: Db, id: string): Promise<Arrival> {
  const row = await db.selectFrom('arrivals').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row)
    throw new Refusal('not-found', 'import/unknown', 'There is no such import. Begin again.')
  return arrivalOf(row)
}

const isOver = ({ state }: Arrival) => state === 'done' || state === 'failed'

/** Lets an upload begin. What ended before makes room; what is still moving in does not. */
export async function expectArrival(
  tx: Tx,
  actor: Actor,
  { name, size }: { name: string; size: number },
  now: Date,
): Promise<string> {
  refuseNewcomers(actor)
  if (size > LARGEST)
    throw new Refusal(
      'too-large',
      'import/size',
      `The file is larger than ${LARGEST / 1024 ** 3} GB. Bring it in on the server: dateline import FILE.`,
    )
  const before = await arrivalNow(tx)
  if (before && !isOver(before))
    throw new Refusal(
      'conflict',
      'import/busy',
      `“${before.name}” is moving in. One site moves in at a time: wait for it, or stop it.`,
    )
  await tx.deleteFrom('arrivals').execute()
  const id = uuid(now)
  await tx
    .insertInto('arrivals')
    .values({
      id,
      state: 'uploading',
      name,
      size,
      begun: now.toISOString(),
      begun_by: actor.id,
      options: JSON.stringify({ fetchPictures: false, site: '' } satisfies ArrivalOptions),
      beat: '',
      progress: 'null',
      account: null,
      error: null,
    })
    .execute()
  await record(tx, 'site.upload-begun', { name, by: actor.id }, now)
  return id
}

/** The whole file is there: what it would bring is looked through next. */
export async function uploaded(tx: Tx, actor: Actor, id: string) {
  refuseNewcomers(actor)
  await tx
    .updateTable('arrivals')
    .set({ state: 'looking' })
    .where('id', '=', id)
    .where('state', '=', 'uploading')
    .execute()
}

/** Has a site that was looked through brought in. */
export async function bringIn(
  tx: Tx,
  actor: Actor,
  id: string,
  options: ArrivalOptions,
  now: Date,
) {
  refuseNewcomers(actor)
  const { state, name } = await arrivalById(tx, id)
  if (state !== 'looked')
    throw new Refusal(
      'conflict',
      'import/not-looked',
      'Only a site that was looked through can be brought in. Wait until it was, or begin again.',
    )
  await tx
    .updateTable('arrivals')
    .set({
      state: 'bringing',
      options: JSON.stringify(options),
      beat: '',
      progress: 'null',
    })
    .where('id', '=', id)
    .execute()
  await record(tx, 'site.began-to-import', { name, by: actor.id }, now)
}

/** Ends a move wherever it is. What has come in stays; the same file goes on from there another time. */
export async function endArrival(tx: Tx, actor: Actor, id: string, now: Date) {
  refuseNewcomers(actor)
  const { name } = await arrivalById(tx, id)
  await tx.deleteFrom('arrivals').where('id', '=', id).execute()
  await record(tx, 'site.import-ended', { name, by: actor.id }, now)
}
