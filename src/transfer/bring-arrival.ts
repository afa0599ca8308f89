import type { Logger } from 'pino'
import { isAway } from '../platform/away.ts'
import type { Database, Tx } from '../platform/database.ts'
import type { Files } from '../platform/files.ts'
import { Refusal } from '../platform/refusals.ts'
import { type Arrival, arrivalById } from './arrivals.ts'
import { isArchive } from './entries.ts'
import { importSite } from './import.ts'
import type { Totals } from './report.ts'
import type { Progress } from './run.ts'
import { dropUpload, uploadAt } from './upload.ts'

type Workshop = Pick<Database, 'db' | 'write'> & {
  files: Files
  log: Logger
  dataFolder: string
  siteUrl: string
}

/** A worker says so often that it has a site in hand, and is taken for dead after so long without (milliseconds). */
const BEAT_MS = 3000
const DEAD_MS = 30_000

/** Thrown into a run that is to end: the process stops, or somebody has ended the move. */
class Ended extends Error {}

/**
 * Looks through the site that moves in, or brings it in, if one waits for that and no other worker has it. Cut short at
 * any moment, the next worker goes on: what has come in is not brought in again.
 */
export async function bringArrival(workshop: Workshop, now: () => Date, stopping: AbortSignal) {
  if (!(await waiting(workshop.db, now()).executeTakeFirst())) return
  const arrival = await workshop.write((tx) => claim(tx, now()))
  if (!arrival) return
  const { id } = arrival
  let ended = false
  let progress: Progress | null = null
  const beat = setInterval(() => {
    void workshop
      .write((tx) => say(tx, id, progress, now()))
      .then(
        (isThere) => {
          if (!isThere) ended = true
        },
        (error) => workshop.log.warn({ err: error }, 'an import could not say how far it is'),
      )
  }, BEAT_MS)
  const heard = (latest: Progress) => {
    progress = latest
    if (stopping.aborted || ended) throw new Ended()
  }
  try {
    const account = await run(workshop, arrival, now, heard)
    await workshop.write((tx) => finish(tx, arrival, account))
  } catch (error) {
    if (error instanceof Ended || isAway(error)) {
      await workshop.write((tx) => giveBack(tx, id))
      if (!(error instanceof Ended)) throw error
    } else {
      workshop.log.error({ err: error, import: id }, 'an import failed')
      await workshop.write((tx) => fail(tx, id, error))
    }
  } finally {
    clearInterval(beat)
  }
  const isLeft = await workshop.db
    .selectFrom('arrivals')
    .select('id')
    .where('id', '=', id)
    .where('state', 'in', ['looking', 'looked', 'bringing'])
    .executeTakeFirst()
  if (!isLeft) await dropUpload(workshop.dataFolder, id)
}

/** Arrivals with work to do that no living worker has in hand. */
const waiting = (db: Tx | Workshop['db'], now: Date) =>
  db
    .selectFrom('arrivals')
    .select('id')
    .where('state', 'in', ['looking', 'bringing'])
    .where('beat', '<', new Date(now.getTime() - DEAD_MS).toISOString())

async function claim(tx: Tx, now: Date): Promise<Arrival | undefined> {
  const row = await waiting(tx, now).executeTakeFirst()
  if (!row) return undefined
  await say(tx, row.id, null, now)
  return await arrivalById(tx, row.id)
}

/** Says how far a run is; false when there is no such arrival any more. */
async function say(tx: Tx, id: string, progress: Progress | null, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('arrivals')
    .set({ beat: now.toISOString(), progress: JSON.stringify(progress) })
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0
}

async function run(
  { db, write, files, dataFolder, siteUrl }: Workshop,
  { id, state, options }: Arrival,
  now: () => Date,
  progress: (progress: Progress) => void,
): Promise<Totals> {
  const file = uploadAt(dataFolder, id)
  if (await isArchive(file))
    throw new Refusal(
      'invalid',
      'import/archive',
      'This is an archive of a whole newsroom. It is brought into an empty one on the server: dateline import FILE.',
    )
  return await importSite(
    { db, write, files, now },
    {
      file,
      dryRun: state === 'looking',
      fetchPictures: options.fetchPictures,
      site: options.site || siteUrl,
      progress,
    },
  )
}

async function finish(tx: Tx, { id, state, name }: Arrival, account: Totals) {
  await tx
    .updateTable('arrivals')
    .set({
      state: state === 'looking' ? 'looked' : 'done',
      account: JSON.stringify(bounded({ ...account, file: name })),
      beat: '',
      progress: 'null',
    })
    .where('id', '=', id)
    .execute()
}

const giveBack = (tx: Tx, id: string) =>
  tx.updateTable('arrivals').set({ beat: '' }).where('id', '=', id).execute()

const fail = (tx: Tx, id: string, error: unknown) =>
  tx
    .updateTable('arrivals')
    .set({
      state: 'failed',
      error:
        error instanceof Refusal
          ? error.message
          : 'Something unexpected went wrong; the server’s log says what. What has come in stays, and the same file goes on from there.',
      beat: '',
      progress: 'null',
    })
    .where('id', '=', id)
    .execute()

/** Entries of a list that are shown; the rest is counted. */
const SHOWN = 200

/** The account without its longest lists. */
const bounded = (account: Totals): Totals => ({
  ...account,
  moved: account.moved.slice(0, SHOWN),
  picturesLacking: account.picturesLacking.slice(0, SHOWN),
  problems: account.problems.slice(0, SHOWN),
  furtherProblems: account.furtherProblems + Math.max(0, account.problems.length - SHOWN),
})
