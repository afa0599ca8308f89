import { z } from 'zod'
import { LARGEST_FILE } from '../media/picture.ts'

/** What an archive is: a tar file of a few kinds of entries. docs/archive.md tells it to people. */

/** Grows when an older Dateline could no longer read what a newer one writes. */
export const FORMAT_VERSION = 1

const kinds = ['dateline archive', 'dateline backup'] as const
/** An archive is read by any Dateline, on either database; a backup is this newsroom's SQLite database itself. */
export type ArchiveKind = (typeof kinds)[number]

/** What stands first, so that a reader knows at once what it has. */
export const Label = z.object({
  format: z.enum(kinds),
  version: z.number().int(),
  newsroom: z.string(),
  made: z.iso.datetime(),
  dateline: z.string(),
  /** The migrations that the newsroom had gone through. */
  migrations: z.array(z.string()),
})
export type Label = z.infer<typeof Label>

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const bytes = z.number().int().min(0)

/** What stands last: an archive without it was cut short. */
export const Manifest = Label.extend({
  /** Rows by table, and pictures' files. */
  counts: z.record(z.string(), z.number().int().min(0)),
  /** Originals that the newsroom itself lacked. */
  missing: z.array(z.string()),
  files: z.array(z.object({ name: z.string(), bytes, sha256 })),
})
export type Manifest = z.infer<typeof Manifest>
export type ManifestFile = Manifest['files'][number]

export const LABEL = 'dateline.json'
export const DATABASE = 'newsroom.db'
export const MANIFEST = 'manifest.json'
/** In the format of `sha256sum`. */
export const DIGEST = 'manifest.sha256'

export const pictureEntry = ({ hash, format }: { hash: string; format: string }) =>
  `pictures/${hash}.${format}`

/** An entry by its name. */
export type EntryKind =
  | { kind: 'label' | 'manifest' | 'digest' | 'database' }
  | { kind: 'rows'; table: string }
  | { kind: 'picture'; hash: string; format: string }

/** Undefined for a name that no archive has: those that lead out of a folder among them. */
export function entryNamed(name: string): EntryKind | undefined {
  if (name === LABEL) return { kind: 'label' }
  if (name === MANIFEST) return { kind: 'manifest' }
  if (name === DIGEST) return { kind: 'digest' }
  if (name === DATABASE) return { kind: 'database' }
  const rows = /^([a-z][a-z_]{0,60})(\/\d{4,9})?\.jsonl$/.exec(name)
  if (rows) return { kind: 'rows', table: rows[1]! }
  const picture = /^pictures\/([0-9a-f]{32})\.(jpeg|png|gif|webp|avif)$/.exec(name)
  if (picture) return { kind: 'picture', hash: picture[1]!, format: picture[2]! }
  return undefined
}

const MB = 1024 * 1024

/** Bytes that an entry may have: it is held in memory, but for the database. */
export const largest: Record<EntryKind['kind'], number> = {
  label: MB,
  // A million pictures.
  manifest: 160 * MB,
  digest: 1024,
  database: Number.MAX_SAFE_INTEGER,
  // Parts are written far smaller; one row may be longer than a part.
  rows: 64 * MB,
  picture: LARGEST_FILE,
}

/** Entries that an archive may have. */
export const MOST_ENTRIES = 2_000_000
