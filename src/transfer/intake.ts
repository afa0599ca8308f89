import { constants } from 'node:fs'
import { open, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { examine, keepOriginal, type Original } from '../media/originals.ts'
import { LARGEST_FILE } from '../media/picture.ts'
import { addPicture } from '../media/pictures.ts'
import { Refusal } from '../platform/refusals.ts'
import { safePath, uploadPath, wordsOfPicture } from './attachments.ts'
import { fetchFile } from './fetch.ts'
import { blankItem, knownOf, remember } from './imported.ts'
import type { Item } from './record.ts'
import type { Fate } from './report.ts'
import { type Run, writing } from './run.ts'

type Words = ReturnType<typeof wordsOfPicture>
type Wanted = {
  type: 'attachment' | 'address'
  id: string
  file: string
  address: string
  words: Words
}
type Taken = { wanted: Wanted; original: Original }

/** Pictures on their way at once: each is decoded to see whether it is whole. */
const AT_ONCE = 4
/** Pictures in one transaction. */
const BATCH = 24

/** Takes pictures into the library, from a folder or from the old site. */
export class Intake {
  #run: Run
  #pictures = new Map<string, string>()
  #byAddress = new Map<string, string>()
  #waiting: { wanted: Wanted; done: (fate: Fate, why?: string) => void }[] = []
  #failed = new Set<string>()

  constructor(run: Run) {
    this.#run = run
  }

  async load() {
    this.#pictures = await knownOf(this.#run.newsroom.db, this.#run.key, 'attachment')
    this.#byAddress = await knownOf(this.#run.newsroom.db, this.#run.key, 'address')
  }

  get size() {
    return this.#pictures.size + this.#byAddress.size
  }

  /** The library's picture of an attachment. */
  of(attachment: string): string | undefined {
    return this.#pictures.get(attachment)
  }

  /** The library's picture that was fetched from an address. */
  from(address: string): string | undefined {
    return this.#byAddress.get(address)
  }

  /** Whether fetching from an address was tried in this run, in vain. */
  hasFailed(address: string): boolean {
    return this.#failed.has(address)
  }

  /** Takes the picture of an attachment if it is new and can be had; says later what became of it. */
  async offer(item: Item, file: string, done: (fate: Fate, why?: string) => void) {
    if (this.#pictures.has(item.id)) return done('unchanged')
    const words = wordsOfPicture(item)
    const wanted: Wanted = { type: 'attachment', id: item.id, file, address: words.source, words }
    if (!this.#canHave(wanted)) return done('left out', LACKING)
    this.#waiting.push({ wanted, done })
    if (this.#waiting.length >= BATCH) await this.flush()
  }

  /** Fetches pictures that texts show and that are no attachments. True when any was had. */
  async fetch(addresses: string[]): Promise<boolean> {
    if (!this.#run.options.fetchPictures) return false
    const before = this.size
    for (const address of new Set(addresses)) {
      if (this.#byAddress.has(address) || this.#failed.has(address)) continue
      const words = { alt: '', caption: '', credit: '', licence: '', source: address }
      this.#waiting.push({
        wanted: { type: 'address', id: address, file: uploadPath(address), address, words },
        done: (fate, why) => {
          if (fate !== 'new') this.#failed.add(address)
          this.#run.report.count(fate, 'picture from another address', why)
        },
      })
    }
    await this.flush()
    return this.size > before
  }

  async flush() {
    const batch = this.#waiting.splice(0)
    for (let at = 0; at < batch.length; at += BATCH) await this.#take(batch.slice(at, at + BATCH))
  }

  #canHave({ file, address }: Wanted) {
    const { uploads, fetchPictures } = this.#run.options
    return (uploads !== undefined && file !== '') || (fetchPictures === true && address !== '')
  }

  async #take(batch: { wanted: Wanted; done: (fate: Fate, why?: string) => void }[]) {
    const taken: (Taken | string)[] = []
    for (let at = 0; at < batch.length; at += AT_ONCE)
      taken.push(
        ...(await Promise.all(
          batch.slice(at, at + AT_ONCE).map(({ wanted }) => this.#original(wanted)),
        )),
      )
    const had = taken.filter((one) => typeof one !== 'string')
    const ids = await writing(
      this.#run,
      had.map(({ wanted }) => `dry ${wanted.id}`),
      async (tx) => {
        const now = this.#run.newsroom.now()
        const ids: string[] = []
        for (const { wanted, original } of had)
          ids.push((await addPicture(tx, original, wanted.words, now)).id)
        await remember(
          tx,
          this.#run.key,
          had.map(({ wanted }, at) => ({
            ...blankItem,
            external_type: wanted.type,
            external_id: wanted.id,
            kind: 'picture',
            local_id: ids[at]!,
          })),
        )
        return ids
      },
    )
    for (const [at, { wanted }] of had.entries())
      (wanted.type === 'attachment' ? this.#pictures : this.#byAddress).set(wanted.id, ids[at]!)
    for (const [at, { done }] of batch.entries()) {
      const one = taken[at]!
      if (typeof one === 'string') done('left out', one)
      else done('new')
    }
  }

  /** The picture's file, kept, or why it cannot be had. */
  async #original(wanted: Wanted): Promise<Taken | string> {
    const { uploads, fetchPictures, dryRun, reach } = this.#run.options
    try {
      let bytes = uploads === undefined ? undefined : await fromUploads(uploads, wanted.file)
      if (!bytes && fetchPictures) {
        if (dryRun) return 'a dry run fetches nothing'
        bytes = await fetchFile(wanted.address, reach)
      }
      if (!bytes) return uploads === undefined ? LACKING : 'its file is not in the uploads'
      const original = dryRun
        ? await examine(bytes)
        : await keepOriginal(this.#run.newsroom.files, bytes)
      return { wanted, original }
    } catch (error) {
      if (error instanceof Refusal) return error.message
      throw error
    }
  }
}

const LACKING = 'its file is on the old site alone'

/** Of Ghost's `content`, too, where its pictures lie in `images`. */
const fromUploads = async (folder: string, file: string) =>
  (await fromFolder(folder, file)) ??
  (file ? await fromFolder(folder, `images/${file}`) : undefined)

/** A file of the uploads folder, or undefined. Never one outside of it, also not by a symbolic link. */
async function fromFolder(folder: string, file: string): Promise<Buffer | undefined> {
  const safe = safePath(file)
  if (!safe) return undefined
  try {
    const root = await realpath(folder)
    const path = await realpath(join(root, safe))
    if (!path.startsWith(`${root}/`) && path !== root) return undefined
    // Without waiting: a named pipe that came with a copy of the folder would never begin.
    const opened = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
    try {
      const file = await opened.stat()
      if (!file.isFile()) return undefined
      const { size } = file
      if (size > LARGEST_FILE)
        throw new Refusal('too-large', 'pictures/size', 'The file is too large for a picture.')
      return await opened.readFile()
    } finally {
      await opened.close()
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    return undefined
  }
}
