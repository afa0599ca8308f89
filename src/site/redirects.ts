import { canonicalPath, hrefOf } from '../addresses/address.ts'
import { addressAt } from '../addresses/addresses.ts'
import { pathOf } from '../articles/articles.ts'
import { isCredited } from '../articles/credited.ts'
import { categoryById, tagById } from '../categories/categories.ts'
import { contributorById } from '../contributors/contributors.ts'
import type { Db } from '../platform/database.ts'

type Thing = { kind: keyof typeof currentPath; thingId: string }

const currentPath = {
  article: pathOf,
  category: async (db: Db, id: string) => (await categoryById(db, id)).path,
  tag: async (db: Db, id: string) => (await tagById(db, id)).path,
  contributor: async (db: Db, id: string) =>
    (await isCredited(db, id)) ? (await contributorById(db, id)).path : undefined,
}

/** Where a thing is now, as a browser follows it; undefined when readers may not know of it. */
export async function whereabouts(db: Db, { kind, thingId }: Thing): Promise<string | undefined> {
  const path = await currentPath[kind](db, thingId)
  return path === undefined ? undefined : hrefOf(path)
}

/** Where an address leads that is no page of its own, such as another system's `/?p=12`. */
export async function forwarding(db: Db, pathAndQuery: string): Promise<string | undefined> {
  const path = canonicalPath(pathAndQuery)
  const address = path === undefined ? undefined : await addressAt(db, path)
  return address && (await whereabouts(db, address))
}
