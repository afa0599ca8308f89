import { examine } from '../media/originals.ts'
import { Refusal } from '../platform/refusals.ts'
import type { Shape } from '../platform/shape.ts'
import {
  type ArchiveKind,
  DATABASE,
  FORMAT_VERSION,
  LABEL,
  Label,
  Manifest,
  type ManifestFile,
  pictureEntry,
} from './archive.ts'
import { type ArchivedTable, archived, isArchived } from './archived.ts'
import { mentionsIn } from './checks.ts'
import { type Entry, entriesIn } from './entries.ts'
import { References } from './references.ts'
import { linesOf, type Row, rowIn } from './rows.ts'

export type Heard = (progress: { step: string; read: number; size: number }) => void

export type Inspection = {
  label: Label
  /** Undefined when there is none that can be read. */
  manifest: Manifest | undefined
  digest: string
  /** What keeps it from being brought in. */
  wrong: string[]
  /** What the newsroom that it came from lacked itself. */
  lacking: string[]
  /** Problems beyond those that are told. */
  more: number
}

/** Problems that are told one by one. */
const MOST_TOLD = 100

/**
 * Reads an archive or a backup from its start to its end and says what is wrong with it: every hash, every count,
 * every row and what it refers to; with `pictures`, every picture's pixels too. Refuses what cannot be read as an
 * archive at all, and one of a newer Dateline.
 */
export async function inspect(
  file: string,
  shape: Shape,
  options: { pictures?: boolean; known: readonly string[]; heard?: Heard | undefined },
): Promise<Inspection> {
  const inspector = new Inspector(shape, options.pictures === true, options.known)
  for await (const entry of entriesIn(file, (read, size) =>
    options.heard?.({ step: 'checking', read, size }),
  ))
    await inspector.look(entry)
  return inspector.conclude()
}

/** Refuses a label of another format, of a newer Dateline, or of another kind than is asked for. */
function readLabel(bytes: Buffer, known: readonly string[]): Label {
  const label = Label.safeParse(parsed(bytes))
  if (!label.success)
    throw new Refusal(
      'invalid',
      'archive/format',
      'This is not an archive of Dateline. Name a file that “dateline export” has written.',
    )
  const { version, migrations, dateline } = label.data
  if (version > FORMAT_VERSION || migrations.some((name) => !known.includes(name)))
    throw new Refusal(
      'invalid',
      'archive/newer',
      `The archive was made by a newer Dateline (${dateline.slice(0, 40)}, format ${version}). Upgrade this one first.`,
    )
  return label.data
}

/** Reads only what a file says of itself; refuses what `inspect` and `mustBe` would, before it is all read. */
export async function mustBeA(kind: ArchiveKind, file: string, known: readonly string[]) {
  for await (const entry of entriesIn(file)) {
    mustBe(kind, readLabel((await entry.whole()).bytes, known))
    return
  }
}

function mustBe(kind: ArchiveKind, { format }: Label) {
  if (format === kind) return
  throw new Refusal(
    'invalid',
    'archive/kind',
    format === 'dateline backup'
      ? 'This is a backup of a database. Put it in place with “dateline restore”.'
      : 'This is an archive. Bring it into an empty newsroom with “dateline import”.',
  )
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}

class Inspector {
  #shape: Shape
  #known: readonly string[]
  #decode: boolean
  #references: References
  #label: Label | undefined
  #manifest: Manifest | undefined
  #digest = ''
  #digestTold: string | undefined
  #files: ManifestFile[] = []
  #counts = new Map<string, number>()
  /** Pictures' files that rows ask for and that are still to come, by the name of their entry. */
  #awaited = new Map<string, { bytes: number; width: number; height: number }>()
  #reached = -1
  #wrong: string[] = []
  #more = 0

  constructor(shape: Shape, decode: boolean, known: readonly string[]) {
    this.#shape = shape
    this.#decode = decode
    this.#known = known
    this.#references = new References(shape)
  }

  async look(entry: Entry) {
    if (entry.kind === 'database') {
      const { sha256 } = await entry.pass()
      this.#note(entry, sha256)
      return
    }
    const { bytes, sha256 } = await entry.whole()
    if (entry.kind === 'manifest') {
      this.#digest = sha256
      this.#readManifest(bytes)
    } else if (entry.kind === 'digest') this.#digestTold = bytes.toString('latin1').split(' ')[0]
    else {
      this.#note(entry, sha256)
      if (entry.kind === 'label') this.#label = readLabel(bytes, this.#known)
      else if (entry.kind === 'rows') this.#rows(entry.name, entry.table, bytes)
      else if (entry.kind === 'picture') await this.#picture(entry, bytes, sha256)
    }
  }

  conclude(): Inspection {
    const lacking: string[] = []
    for (const { message, hard } of this.#references.missing())
      if (hard) this.#complain(message)
      else lacking.push(message)
    if (this.#manifest) this.#compare(this.#manifest, lacking)
    else this.#complain('it has no manifest: it was cut short')
    if (this.#digestTold !== this.#digest) this.#complain('the manifest does not have its digest')
    return {
      label: this.#label!,
      manifest: this.#manifest,
      digest: this.#digest,
      wrong: this.#wrong,
      lacking: lacking.slice(0, MOST_TOLD),
      more: this.#more + Math.max(0, lacking.length - MOST_TOLD),
    }
  }

  #complain(what: string) {
    if (this.#wrong.length < MOST_TOLD) this.#wrong.push(what)
    else this.#more++
  }

  #note({ name, size }: Entry, sha256: string) {
    this.#files.push({ name, bytes: size, sha256 })
  }

  #readManifest(bytes: Buffer) {
    const manifest = Manifest.safeParse(parsed(bytes))
    if (manifest.success) this.#manifest = manifest.data
    else this.#complain('the manifest cannot be read')
  }

  #rows(name: string, table: string, bytes: Buffer) {
    const place = isArchived(table) ? [...archived.keys()].indexOf(table) : -1
    if (!isArchived(table) || place < 0) {
      this.#complain(`${name}: there is no such table here`)
      return
    }
    if (place < this.#reached) this.#complain(`${name} does not stand in its place`)
    this.#reached = place
    let line = 0
    for (const text of linesOf(bytes)) {
      line++
      try {
        this.#row(table, rowIn(text, this.#shape.get(table)!, archived.get(table)!))
      } catch (error) {
        this.#complain(`${name}, line ${line}: ${(error as Error).message.slice(0, 300)}`)
      }
    }
    this.#counts.set(table, (this.#counts.get(table) ?? 0) + line)
  }

  #row(table: ArchivedTable, row: Row) {
    this.#references.note(table, row, mentionsIn(table, row))
    if (table === 'pictures')
      this.#awaited.set(pictureEntry(row as { hash: string; format: string }), {
        bytes: row.bytes as number,
        width: row.width as number,
        height: row.height as number,
      })
  }

  async #picture(entry: Entry & { kind: 'picture' }, bytes: Buffer, sha256: string) {
    this.#counts.set('files', (this.#counts.get('files') ?? 0) + 1)
    const { name, hash, size } = entry
    const awaited = this.#awaited.get(name)
    this.#awaited.delete(name)
    if (!sha256.startsWith(hash)) this.#complain(`${name} is not the picture of its name`)
    else if (!awaited && this.#label?.format === 'dateline archive')
      this.#complain(`${name} belongs to no picture`)
    else if (awaited && awaited.bytes !== size)
      this.#complain(`${name} has another length than its picture`)
    else if (this.#decode)
      await examine(bytes).then(
        ({ format, width, height }) => {
          const { width: w, height: h } = awaited ?? { width, height }
          if (format !== entry.format || width !== w || height !== h)
            this.#complain(`${name} has another format or size than its picture`)
        },
        (error) => this.#complain(`${name}: ${(error as Error).message}`),
      )
  }

  #compare(manifest: Manifest, lacking: string[]) {
    if (JSON.stringify(Label.parse(manifest)) !== JSON.stringify(this.#label))
      this.#complain(`${LABEL} and the manifest do not say the same`)
    const listed = new Map(manifest.files.map((file) => [file.name, file]))
    for (const { name, bytes, sha256 } of this.#files) {
      const file = listed.get(name)
      listed.delete(name)
      if (!file) this.#complain(`${name} is not in the manifest`)
      else if (file.bytes !== bytes || file.sha256 !== sha256)
        this.#complain(`${name} is damaged: it does not have the hash that the manifest says`)
    }
    for (const name of listed.keys()) this.#complain(`${name} is in the manifest and not there`)
    for (const name of new Set([...Object.keys(manifest.counts), ...this.#counts.keys()])) {
      const [told, found] = [manifest.counts[name] ?? 0, this.#counts.get(name) ?? 0]
      if (told !== found) this.#complain(`${name}: the manifest says ${told}, there are ${found}`)
    }
    const whole = this.#files.some(({ name }) => name === DATABASE)
    if (whole !== (manifest.format === 'dateline backup'))
      this.#complain(whole ? `${DATABASE} has no place in an archive` : `${DATABASE} is not there`)
    const missing = new Set(manifest.missing)
    if (whole)
      lacking.push(...manifest.missing.map((name) => `${name} was missing where it was made`))
    for (const name of this.#awaited.keys())
      if (missing.has(name)) lacking.push(`${name} was missing where it was made`)
      else this.#complain(`${name} is not there, and a picture is made of it`)
  }
}
