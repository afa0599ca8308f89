import { createHash } from 'node:crypto'
import type { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { pack } from 'tar-stream'
import { DIGEST, LABEL, type Label, MANIFEST, type ManifestFile } from './archive.ts'

/** Writes an archive, entry after entry, and knows the hash of each. */
export class Tarball {
  #pack = pack()
  #files: ManifestFile[] = []
  #label: Label
  #flowing: Promise<void>

  constructor(label: Label, sink: Writable, options: { gzip: boolean; end: boolean }) {
    this.#label = label
    const { end } = options
    this.#flowing = options.gzip
      ? pipeline(this.#pack, createGzip(), sink, { end })
      : pipeline(this.#pack, sink, { end })
    // Told by whichever entry is written next, or by `finish`.
    this.#flowing.catch(() => {})
  }

  async start() {
    await this.add(LABEL, json(this.#label))
  }

  async add(name: string, bytes: Buffer) {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    await this.#entry(name, bytes)
    this.#files.push({ name, bytes: bytes.length, sha256 })
  }

  /** A file too large for memory; `size` is its length in bytes. */
  async stream(name: string, size: number, source: Readable) {
    const hash = createHash('sha256')
    await this.#whole(async (done) => {
      const entry = this.#pack.entry(this.#header(name, size), done)
      await pipeline(
        source,
        async function* (chunks: AsyncIterable<Buffer>) {
          for await (const chunk of chunks) {
            hash.update(chunk)
            yield chunk
          }
        },
        entry,
      )
    })
    this.#files.push({ name, bytes: size, sha256: hash.digest('hex') })
  }

  /** Ends the archive with its manifest; returns the manifest's digest. */
  async finish(counts: Record<string, number>, missing: string[]): Promise<string> {
    const manifest = json({ ...this.#label, counts, missing, files: this.#files })
    const digest = createHash('sha256').update(manifest).digest('hex')
    await this.#entry(MANIFEST, manifest)
    await this.#entry(DIGEST, Buffer.from(`${digest}  ${MANIFEST}\n`))
    this.#pack.finalize()
    await this.#flowing
    return digest
  }

  /** Stops writing; what was written so far is of no use. */
  async abandon() {
    this.#pack.destroy()
    await this.#flowing.catch(() => {})
  }

  #header(name: string, size: number) {
    return { name, size, mtime: new Date(this.#label.made), mode: 0o644 }
  }

  #entry(name: string, bytes: Buffer) {
    return this.#whole(async (done) => {
      // `done` is told of it; unheard, it would end the process.
      this.#pack.entry(this.#header(name, bytes.length), bytes, done).on('error', () => {})
    })
  }

  /** Waits until an entry is written. What stopped the whole says more than what that did to the entry. */
  async #whole(write: (done: (error?: Error | null) => void) => Promise<void>) {
    try {
      await new Promise<void>((resolve, reject) => {
        write((error) => (error ? reject(error) : resolve())).catch(reject)
      })
    } catch (error) {
      await this.#flowing
      throw error
    }
  }
}

const json = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`)
