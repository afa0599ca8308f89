import type { Database, Tx } from '../platform/database.ts'
import type { Files } from '../platform/files.ts'
import type { Reach } from '../platform/outside.ts'
import type { Site } from './record.ts'
import type { Report } from './report.ts'

/** The newsroom that a site moves into. */
export type Newsroom = Pick<Database, 'db' | 'write'> & { files: Files; now: () => Date }

export type ImportOptions = {
  file: string
  /** A copy of `wp-content/uploads`, or of Ghost's `content/images`. */
  uploads?: string | undefined
  fetchPictures?: boolean | undefined
  /** Which addresses pictures may be fetched from; the open internet unless a test says otherwise. */
  reach?: Reach | undefined
  dryRun?: boolean | undefined
  /** Where a Ghost site was: its export does not say. */
  site?: string | undefined
  /** Further files of a Ghost site: `redirects.json` or `.yaml`, `routes.yaml`, the members CSV. */
  redirects?: string | undefined
  routes?: string | undefined
  members?: string | undefined
  /** Where the whole report goes, as JSON. */
  report?: string | undefined
  progress?: ((progress: Progress) => void) | undefined
}

export type Progress = {
  step: 'looking through' | 'bringing in' | 'redirecting'
  /** Bytes of the file: read and all. */
  read: number
  size: number
  items: number
}

/** One run of an import: where to, from where, and what it says of itself. */
export type Run = {
  newsroom: Newsroom
  options: ImportOptions
  report: Report
  /** Which site moves in: the name under which its items are remembered. */
  key: string
  site: Site
  /** Its hosts without `www.`. */
  hosts: ReadonlySet<string>
  /** The path that its addresses begin with: empty, or `/blog`. */
  root: string
  /** The language of its articles (BCP 47). */
  language: string
}

/** Writes, or in a dry run does not: then `work` gets nothing to write with, and its stand-in is the answer. */
export const writing = <T>(run: Run, standIn: T, work: (tx: Tx) => Promise<T>): Promise<T> =>
  run.options.dryRun ? Promise.resolve(standIn) : run.newsroom.write(work)
