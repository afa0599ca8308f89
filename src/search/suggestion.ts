import type { Database, Db } from '../platform/database.ts'
import type { Asked } from './asked.ts'
import { readQuery } from './query.ts'
import { answering, formsOf } from './search.ts'
import { countsOf, nearTo } from './spelling.ts'
import { wordsIn } from './words.ts'

/** Nearest words that are tried. */
const TRIED = 3

/** What the reader may have meant to type, where that finds something; null otherwise. */
export async function suggestion(
  db: Db,
  kind: Database['kind'],
  { text, request }: Asked,
): Promise<string | null> {
  const words = wordsIn(text)
  const known = await countsOf(
    db,
    words.flatMap(({ word }) => [word, ...formsOf(word, request.languages)]),
  )
  const unknown = words.filter(({ word }) => !known.has(word)).slice(0, 3)
  if (unknown.length === 0) return null
  const near = await Promise.all(unknown.map(({ word }) => nearTo(db, word)))
  for (let turn = 0; turn < TRIED; turn++) {
    let meant = text
    for (const [at, { from, to }] of [...unknown.entries()].reverse()) {
      const other = near[at]![Math.min(turn, near[at]!.length - 1)]
      if (other) meant = meant.slice(0, from) + other + meant.slice(to)
    }
    if (meant === text) return null
    // A word may stand in nothing that readers can find any more.
    const { found } = await answering(db, kind, { ...request, query: readQuery(meant) }, 1)
    if (found.length > 0) return meant
  }
  return null
}
