import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { Refusal } from '../platform/refusals.ts'
import { textOf } from './encoding.ts'
import { Catalogue } from './ghost/catalogue.ts'
import { readGhost } from './ghost/export.ts'
import { Permalinks } from './ghost/permalinks.ts'
import { timezoneIn } from './ghost/timezone.ts'
import type { WxrRecord } from './record.ts'
import type { ImportOptions } from './run.ts'
import { readWxr } from './wxr.ts'

/** An export of one system, which can be read as often as needed. `read` tells the bytes that were read so far. */
export type ExportSource = {
  system: 'wordpress' | 'ghost'
  records: () => { list: AsyncGenerator<WxrRecord>; read: () => number }
  ghost?: { catalogue: Catalogue; permalinks: Permalinks }
}

const PIECE = { highWaterMark: 256 * 1024 }
/** Where a Ghost site is taken to have been when nobody says so: a name that leads nowhere (RFC 2606). */
const NOWHERE = 'https://ghost.invalid'
/** Bytes of a redirects or routes file. */
const LONGEST_FILE = 10 * 1024 * 1024

/** What a file is, told by how it begins. */
export async function exportIn(options: ImportOptions): Promise<ExportSource> {
  const { file } = options
  if (!(await isJson(file))) {
    for (const [name, value] of Object.entries({
      '--redirects': options.redirects,
      '--routes': options.routes,
      '--members': options.members,
    }))
      if (value !== undefined)
        throw new Refusal(
          'invalid',
          'transfer/options',
          `${name} is for a Ghost export. Leave it out.`,
        )
    return {
      system: 'wordpress',
      records: () => {
        const stream = createReadStream(file, PIECE)
        return { list: readWxr(stream), read: () => stream.bytesRead }
      },
    }
  }
  const base = baseOf(options.site)
  const routes = options.routes === undefined ? undefined : await textFile(options.routes)
  const catalogue = await Catalogue.of(textOf(createReadStream(file, PIECE)))
  const { settings } = catalogue
  const permalinks = new Permalinks(routes, settings.get('permalinks'), timezoneIn(settings))
  return {
    system: 'ghost',
    ghost: { catalogue, permalinks },
    records: () => {
      const stream = createReadStream(file, PIECE)
      const list = readGhost(textOf(stream), catalogue, { base, permalinks })
      return { list, read: () => stream.bytesRead }
    },
  }
}

async function isJson(file: string): Promise<boolean> {
  for await (const text of textOf(createReadStream(file))) {
    const start = text.replace(/^\ufeff/, '').trimStart()
    if (start) return start.startsWith('{') || start.startsWith('[')
  }
  return false
}

function baseOf(site: string | undefined): string {
  if (site === undefined) return NOWHERE
  const address = /^https?:\/\//.test(site) ? site : `https://${site}`
  if (!URL.canParse(address))
    throw new Refusal(
      'invalid',
      'transfer/site',
      `“${site.slice(0, 100)}” is no address. Write where the site was, such as https://paper.example.`,
    )
  const { origin, pathname } = new URL(address)
  return origin + pathname.replace(/\/+$/, '')
}

/** A file of settings, whole. */
export async function textFile(file: string): Promise<string> {
  const found = await stat(file).catch(() => undefined)
  if (found && found.size > LONGEST_FILE)
    throw new Refusal(
      'too-large',
      'transfer/file',
      `${file} is larger than ${LONGEST_FILE / 1024 / 1024} MB.`,
    )
  const text = found && (await readFile(file, 'utf8').catch(() => undefined))
  if (text === undefined)
    throw new Refusal(
      'invalid',
      'transfer/file',
      `${file} cannot be opened. Check its path and that it may be read.`,
    )
  return text
}
