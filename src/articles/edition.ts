import type { Schema } from 'prosemirror-model'
import { documentSchema } from './document.ts'

/**
 * Names a schema by everything that it allows: whoever writes by another one deletes what it does not know, so an editor
 * says by which it writes, and is only let in with the newsroom's own. Nobody has to remember to change it.
 */
export function editionOf({ spec: { nodes, marks } }: Schema): string {
  const said: string[] = []
  for (const specs of [nodes, marks])
    specs.forEach((name: string, spec: object) => {
      said.push(
        name,
        JSON.stringify(spec, (_, value) => value?.says ?? value),
      )
    })
  return fingerprint(said.join('\n'))
}

/** FNV-1a of 32 bits, which browsers have at once and without a secure connection. */
function fingerprint(words: string) {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(words)) hash = Math.imul(hash ^ byte, 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

/** The schema that this program, or this tab of the desk, writes by. */
export const edition = editionOf(documentSchema)
