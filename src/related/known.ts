import { allCategories, tagNames } from '../categories/categories.ts'
import { contributorNames } from '../contributors/contributors.ts'
import type { Db } from '../platform/database.ts'
import { folded } from '../search/words.ts'
import type { KnownNames } from './terms.ts'

/** Names of each kind that are known; an imported site may have a hundred thousand tags. */
const MOST = 5000
/** Words in a name that is looked for. */
const WORDS = 4

/** The newsroom's own names: its categories in every language, its tags and its contributors. */
export async function knownNames(db: Db): Promise<KnownNames> {
  const categories = (await allCategories(db)).slice(0, MOST)
  const names = [
    ...(await tagNames(db, MOST)),
    ...(await contributorNames(db, MOST)),
    ...categories.flatMap(({ name, names }) => [name, ...Object.values(names)]),
  ]
  return new Map(
    names
      .filter((name) => name.length > 2 && name.split(' ').length <= WORDS)
      .map((name) => [folded(name), name]),
  )
}
