import { readdirSync, readFileSync } from 'node:fs'
import { extname } from 'node:path'
import type { Encoding } from '../platform/pages.ts'

/** The desk as it was built: its entry, its styles and every file by name. */
export type DeskFiles = {
  script: string
  styles: string[]
  preloads: string[]
  /** What a screen needs beside that, by the file that it is written in: its scripts and its styles. */
  ahead: (screen: string) => { scripts: string[]; styles: string[] }
  /** The file of the words of a language that the desk speaks. */
  texts: (language: string) => string
  asset: (
    name: string,
    encoding: Encoding,
  ) => { bytes: Buffer; type: string; encoding: Encoding } | undefined
}

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
}

type Manifest = Record<
  string,
  { file: string; css?: string[]; imports?: string[]; isEntry?: boolean }
>

const base = '/desk/'

function importedBy(manifest: Manifest, entry: Manifest[string]): Manifest[string][] {
  const found = new Set([entry])
  const walk = ({ imports = [] }: Manifest[string]) => {
    for (const name of imports) {
      const chunk = manifest[name]!
      if (found.has(chunk)) continue
      found.add(chunk)
      walk(chunk)
    }
  }
  walk(entry)
  return [...found].slice(1)
}

/** Reads what `vite build` left in a folder, each file in the encodings that were made with it. */
export function deskFiles(folder: URL): DeskFiles {
  const manifest = JSON.parse(
    readFileSync(new URL('.vite/manifest.json', folder), 'utf8'),
  ) as Manifest
  const entry = Object.values(manifest).find((chunk) => chunk.isEntry)!
  // A chunk's styles come with it, however many chunks lie between it and the entry.
  const shared = importedBy(manifest, entry)
  const loaded = new Set([entry, ...shared])
  const known = new Set(readdirSync(new URL('assets/', folder)))
  const kept = new Map<string, Buffer>()
  return {
    script: base + entry.file,
    styles: [entry, ...shared].flatMap(({ css = [] }) => css.map((file) => base + file)),
    preloads: shared.map(({ file }) => base + file),
    ahead: (screen) => {
      const chunk = manifest[screen]!
      const own = [chunk, ...importedBy(manifest, chunk)].filter((one) => !loaded.has(one))
      return {
        scripts: own.map(({ file }) => base + file),
        styles: own.flatMap(({ css = [] }) => css.map((file) => base + file)),
      }
    },
    texts: (language) => base + manifest[`src/desk/texts/${language.split('-')[0]}.json`]!.file,
    asset: (name, wanted) => {
      const type = types[extname(name)]
      if (!type || !known.has(name)) return undefined
      const file = wanted === 'identity' ? name : `${name}.${wanted}`
      const encoding = known.has(file) ? wanted : 'identity'
      const path = encoding === 'identity' ? name : file
      let bytes = kept.get(path)
      if (!bytes) {
        bytes = readFileSync(new URL(`assets/${path}`, folder))
        kept.set(path, bytes)
      }
      return { bytes, type, encoding }
    },
  }
}
