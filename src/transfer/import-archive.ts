import { createHash } from 'node:crypto'
import { relistAll } from '../articles/relist.ts'
import { noteAllPortraits } from '../contributors/contributors.ts'
import { keepOriginal, originalName } from '../media/originals.ts'
import { type Db, type Tx, touch } from '../platform/database.ts'
import { EVERYTHING } from '../platform/pages.ts'
import { Refusal } from '../platform/refusals.ts'
import type { Shape } from '../platform/shape.ts'
import type { Manifest } from './archive.ts'
import { type ArchivedTable, archived, isArchived } from './archived.ts'
import { type Entry, entriesIn } from './entries.ts'
import { type Heard, type Inspection, inspect, mustBeA } from './inspection.ts'
import { linesOf, type Row, rowIn } from './rows.ts'
import type { Newsroom } from './run.ts'

/**
 * Brings an archive into an empty newsroom: the same rows with their ids, times and addresses, the same pictures. It
 * is inspected as a whole first. Then come the pictures, which nobody sees yet, and then all rows in one transaction:
 * when it is cut short the newsroom is as empty as before, and it can be run again.
 */
export async function importArchive(
  newsroom: Newsroom,
  shape: Shape,
  file: string,
  options: { known: readonly string[]; heard?: Heard | undefined },
): Promise<Inspection> {
  const { heard } = options
  await mustBeA('dateline archive', file, options.known)
  await mustBeEmpty(newsroom.db)
  const inspection = await inspect(file, shape, options)
  const { wrong, more, manifest } = inspection
  if (wrong.length > 0 || !manifest)
    throw new Refusal(
      'invalid',
      'archive/wrong',
      `The archive cannot be brought in; nothing was changed.\n${wrong.slice(0, 10).join('\n')}\n${
        wrong.length > 10 ? `and ${wrong.length - 10 + more} more. ` : ''
      }“dateline doctor --archive ${file}” tells all.`,
    )
  const hashes = new Map(manifest.files.map(({ name, sha256 }) => [name, sha256]))
  await bringPictures(newsroom, file, hashes, heard)
  await newsroom.write(async (tx) => {
    // Somebody may have been faster.
    await mustBeEmpty(tx)
    await bringRows(tx, shape, file, hashes, manifest, heard)
    await relistAll(tx, newsroom.now())
    await noteAllPortraits(tx)
    touch(tx, EVERYTHING)
  })
  return inspection
}

async function mustBeEmpty(db: Db) {
  for (const table of archived.keys())
    if (await db.selectFrom(table).selectAll().limit(1).executeTakeFirst())
      throw new Refusal(
        'conflict',
        'archive/not-empty',
        `An archive is brought into an empty newsroom, and this one holds ${table === 'newsroom' ? 'settings' : table.replaceAll('_', ' ')} already. Set DATA_DIR to a new folder, or DATABASE_URL to a new database, and import before the first start (or with DEMO=off).`,
      )
}

/** The bytes of an entry, if they are still those that were inspected. */
async function inspected(entry: Entry, hashes: Map<string, string>): Promise<Buffer> {
  const { bytes, sha256 } = await entry.whole()
  if (hashes.get(entry.name) !== sha256)
    throw new Refusal(
      'conflict',
      'archive/changed',
      'The archive was changed while it was read. Try again when nobody writes to it.',
    )
  return bytes
}

async function bringPictures(
  { files }: Newsroom,
  file: string,
  hashes: Map<string, string>,
  heard?: Heard,
) {
  const tell = (read: number, size: number) => heard?.({ step: 'bringing in pictures', read, size })
  for await (const entry of entriesIn(file, tell)) {
    if (entry.kind !== 'picture') continue
    const { hash, format } = entry
    // A run before this one may have been cut short.
    const name = originalName({ hash, format })
    const there = await files.read(name)
    if (there && createHash('sha256').update(there).digest('hex') === hashes.get(entry.name))
      continue
    const kept = await keepOriginal(files, await inspected(entry, hashes)).catch((error) => {
      if (!(error instanceof Refusal)) throw error
      throw new Refusal(error.reason, error.code, `${entry.name}: ${error.message}`)
    })
    if (kept.format !== format) {
      await files.remove(originalName(kept))
      throw new Refusal(
        'invalid',
        'archive/picture',
        `${entry.name} is a ${kept.format} picture. Nothing was brought in.`,
      )
    }
  }
}

async function bringRows(
  tx: Tx,
  shape: Shape,
  file: string,
  hashes: Map<string, string>,
  { counts }: Manifest,
  heard?: Heard,
) {
  const all = [...archived.keys()].reduce((sum, table) => sum + (counts[table] ?? 0), 0)
  let done = 0
  const later = new Later(shape)
  for await (const entry of entriesIn(file)) {
    if (entry.kind === 'label') continue
    // Rows stand first; what follows need not be unpacked again.
    if (entry.kind !== 'rows' || !isArchived(entry.table)) break
    const { table } = entry
    const rows = [...linesOf(await inspected(entry, hashes))].map((line) =>
      later.hold(table, settled(table, rowIn(line, shape.get(table)!, archived.get(table)!))),
    )
    for (let at = 0; at < rows.length; at += CHUNK)
      await tx
        .insertInto(table)
        .values(rows.slice(at, at + CHUNK) as never)
        .execute()
    done += rows.length
    heard?.({ step: `bringing in ${table}`, read: done, size: all })
  }
  await later.fill(tx)
}

/** What was still to do because of an event was work in hand, which stays where it was: letters to staff above all. */
const settled = (table: ArchivedTable, row: Row): Row =>
  table === 'events' ? { ...row, dispatched: row.dispatched ?? row.happened! } : row

/** Rows in one statement. */
const CHUNK = 50

/** References within one table, which may point at rows that come later: they are filled in at the end. */
class Later {
  #shape: Shape
  #held: { table: ArchivedTable; id: string; column: string; value: string }[] = []

  constructor(shape: Shape) {
    this.#shape = shape
  }

  hold(table: ArchivedTable, row: Row): Row {
    const { key, references } = this.#shape.get(table)!
    for (const [column, to] of references) {
      const value = row[column]
      if (to !== table || typeof value !== 'string') continue
      this.#held.push({ table, id: String(row[key[0]!]), column, value })
      row[column] = null
    }
    return row
  }

  async fill(tx: Tx) {
    for (const { table, id, column, value } of this.#held)
      await tx
        .updateTable(table)
        .set({ [column]: value } as never)
        .where('id' as never, '=', id as never)
        .execute()
  }
}
