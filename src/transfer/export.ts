import { createHash } from 'node:crypto'
import type { Writable } from 'node:stream'
import { originalName } from '../media/originals.ts'
import { allOriginals } from '../media/pictures.ts'
import { newsroomNow } from '../newsroom/settings.ts'
import type { Database, Db } from '../platform/database.ts'
import type { Files } from '../platform/files.ts'
import type { Shape, Table } from '../platform/shape.ts'
import { type ArchiveKind, FORMAT_VERSION, type Label, pictureEntry } from './archive.ts'
import { type ArchivedTable, archived } from './archived.ts'
import type { Heard } from './inspection.ts'
import { lineOf, type Row } from './rows.ts'
import { Tarball } from './tarball.ts'

export type Exported = {
  counts: Record<string, number>
  /** Entries of originals that the newsroom lacks. */
  missing: string[]
  /** Of the manifest. */
  digest: string
}

/** What an archive says of where it comes from. */
export type Origin = {
  now: Date
  /** Dateline's version. */
  dateline: string
  migrations: readonly string[]
}

/** Bytes of rows in one entry: they are held in memory, here and where they are read. */
const PART = 4 * 1024 * 1024
/** Rows in one query: an article of a long live event has a megabyte. */
const AT_ONCE = 100

/**
 * Writes the whole newsroom to an archive: all rows from one state of the database, then the pictures' originals,
 * whose files never change. Beside it the newsroom goes on.
 */
export async function exportNewsroom(
  newsroom: Pick<Database, 'snapshot'> & { files: Files },
  shape: Shape,
  origin: Origin,
  sink: Writable,
  options: { gzip: boolean; end: boolean; heard?: Heard | undefined },
): Promise<Exported> {
  const counts: Record<string, number> = {}
  const pictures = new Map<string, { hash: string; format: string }>()
  let tarball: Tarball | undefined
  try {
    await newsroom.snapshot(async (db) => {
      tarball = new Tarball(await labelOf('dateline archive', db, origin), sink, options)
      await tarball.start()
      for (const [table, json] of archived)
        counts[table] = await writeRows(tarball, db, table, shape.get(table)!, json, options.heard)
      for await (const { hash, format } of allOriginals(db))
        pictures.set(pictureEntry({ hash, format }), { hash, format })
    })
    const missing = await writePictures(tarball!, newsroom.files, pictures, options.heard)
    counts.files = pictures.size - missing.length
    return { counts, missing, digest: await tarball!.finish(counts, missing) }
  } catch (error) {
    await tarball?.abandon()
    throw error
  }
}

export async function labelOf(
  format: ArchiveKind,
  db: Db,
  { now, dateline, migrations }: Origin,
): Promise<Label> {
  return {
    format,
    version: FORMAT_VERSION,
    newsroom: (await newsroomNow(db)).name,
    made: now.toISOString(),
    dateline,
    migrations: [...migrations],
  }
}

/** Writes a table as `table.jsonl`, or as `table/0001.jsonl` and so on when it is long; returns its rows. */
async function writeRows(
  tarball: Tarball,
  db: Db,
  name: ArchivedTable,
  table: Table,
  json: ReadonlySet<string>,
  heard?: Heard,
): Promise<number> {
  let count = 0
  let parts = 0
  let lines: Buffer[] = []
  let bytes = 0
  const flush = async (last: boolean) => {
    if (bytes === 0) return
    const entry =
      last && parts === 0 ? `${name}.jsonl` : `${name}/${String(++parts).padStart(4, '0')}.jsonl`
    await tarball.add(entry, Buffer.concat(lines))
    lines = []
    bytes = 0
  }
  for await (const row of rowsOf(db, name, table)) {
    if (bytes > PART) await flush(false)
    const line = Buffer.from(lineOf(row, json))
    lines.push(line)
    bytes += line.length
    if (++count % 1000 === 0) heard?.({ step: `writing ${name}`, read: count, size: 0 })
  }
  await flush(true)
  return count
}

/** The rows of a table in the order of their keys. */
async function* rowsOf(db: Db, name: ArchivedTable, { key, columns }: Table): AsyncGenerator<Row> {
  for (let last: Row | undefined; ; ) {
    let query = db
      .selectFrom(name)
      .select(columns.map((column) => column.name) as never[])
      .limit(AT_ONCE)
    for (const column of key) query = query.orderBy(column as never)
    const after = last
    if (after)
      query = query.where((e) =>
        key.length === 1
          ? e(key[0] as never, '>', after[key[0]!] as never)
          : e(
              e.refTuple(...(key as [never, never])) as never,
              '>',
              e.tuple(...(key.map((column) => after[column]) as [never, never])) as never,
            ),
      )
    const rows = (await query.execute()) as Row[]
    yield* rows
    if (rows.length < AT_ONCE) return
    last = rows.at(-1)
  }
}

/** Writes the originals; returns the entries of those that are not there or not what they should be. */
export async function writePictures(
  tarball: Tarball,
  files: Files,
  pictures: Map<string, { hash: string; format: string }>,
  heard?: Heard,
): Promise<string[]> {
  const missing: string[] = []
  let done = 0
  for (const [entry, original] of pictures) {
    const bytes = await files.read(originalName(original))
    if (bytes && createHash('sha256').update(bytes).digest('hex').startsWith(original.hash))
      await tarball.add(entry, bytes)
    else missing.push(entry)
    heard?.({ step: 'writing pictures', read: ++done, size: pictures.size })
  }
  return missing
}
