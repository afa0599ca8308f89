import { createHash } from 'node:crypto'
import embeds from './embeds.ts?raw'
import { fonts } from './fonts.ts'
import passkey from './passkey.ts?raw'
import search from './search.ts?raw'

/** Files that pages refer to, to be served for ever: an address changes with its content. */
export type Asset = { path: string; type: string; bytes: Uint8Array }

const script = (name: string, source: string): Asset => {
  const bytes = Buffer.from(source.replace(/^\/\/.*\n/gm, ''))
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
  return { path: `/assets/${name}-${hash}.js`, type: 'text/javascript; charset=utf-8', bytes }
}

/** Lets readers open videos in place; linked only from pages that have one. */
export const embedScript = script('embeds', embeds)

/** Signs colleagues in by passkey; linked only from the desk’s door. */
export const passkeyScript = script('passkey', passkey)

/** Shows results as one types; linked only from the search page. */
export const searchScript = script('search', search)

export const assets: readonly Asset[] = [
  embedScript,
  passkeyScript,
  searchScript,
  ...fonts.map(({ path, bytes }) => ({ path, bytes, type: 'font/woff2' })),
]
