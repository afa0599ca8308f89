import { randomBytes } from 'node:crypto'
import { built } from '../platform/built.ts'
import type { Db, Tx } from '../platform/database.ts'
import { touch } from '../platform/database.ts'
import { reading } from '../platform/pages.ts'
import { Refusal } from '../platform/refusals.ts'
import { type Address, type AddressKind, canonicalPath, isReserved } from './address.ts'
import type { AddressTables } from './tables.ts'

const addressOf = built((db, path: string) =>
  db.selectFrom('addresses').select(['kind', 'thing_id', 'retired']).where('path', '=', path),
)

/** What answers at a canonical path, if anything. */
export async function addressAt(db: Db, path: string): Promise<Address | undefined> {
  reading(`address:${path}`)
  const [row] = await addressOf(db, path)
  return (
    row && { kind: row.kind as AddressKind, thingId: row.thing_id, retired: row.retired !== null }
  )
}

/** Paths in one statement. */
const CHUNK = 100

/** The articles that answer at these paths, by path. */
export async function articlesAt(db: Db, paths: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (let at = 0; at < paths.length; at += CHUNK) {
    const rows = await db
      .selectFrom('addresses')
      .select(['path', 'thing_id'])
      .where('path', 'in', paths.slice(at, at + CHUNK))
      .where('kind', '=', 'article')
      .where('retired', 'is', null)
      .execute()
    for (const row of rows) found.set(row.path, row.thing_id)
  }
  return found
}

/** The canonical path, or a refusal that names the field. */
export function pathFor(wanted: string): string {
  const path = canonicalPath(wanted)
  // An address by number only redirects: as a thing's own it would lead to itself for ever.
  if (!path || path.includes('?'))
    throw new Refusal(
      'invalid',
      'addresses/path',
      `“${wanted.slice(0, 100)}” cannot be an address. Write a path such as /europe/harbour-strike.`,
    )
  if (isReserved(path))
    throw new Refusal(
      'invalid',
      'addresses/reserved',
      `The address ${path} belongs to the newsroom itself. Choose another first part.`,
    )
  return path
}

/**
 * Gives a thing its address; a former one redirects from now on. Refuses an address that is another thing's current
 * one; one that only redirects is taken over.
 */
export async function settle(
  tx: Tx,
  kind: AddressKind,
  thingId: string,
  wanted: string,
  now: Date,
) {
  const path = pathFor(wanted)
  const there = await addressAt(tx, path)
  if (there && there.thingId === thingId && !there.retired) return path
  if (there && there.thingId !== thingId && !there.retired)
    throw new Refusal(
      'conflict',
      'addresses/taken',
      `The address ${path} is already in use. Choose another.`,
    )
  const former = await tx
    .selectFrom('addresses')
    .select('path')
    .where('thing_id', '=', thingId)
    .where('retired', 'is', null)
    .execute()
  for (const row of former) touch(tx, `address:${row.path}`)
  await tx
    .updateTable('addresses')
    .set({ retired: now.toISOString() })
    .where('thing_id', '=', thingId)
    .where('retired', 'is', null)
    .execute()
  await tx
    .insertInto('addresses')
    .values({ path, kind, thing_id: thingId, retired: null })
    .onConflict((conflict) =>
      conflict.column('path').doUpdateSet({ kind, thing_id: thingId, retired: null }),
    )
    .execute()
  touch(tx, `address:${path}`)
  return path
}

/**
 * Lets further paths redirect to things. Those that cannot be addresses or already lead somewhere are left out;
 * returns those that redirect from now on.
 */
export async function redirectFrom(
  tx: Tx,
  kind: AddressKind,
  redirects: readonly { path: string; thingId: string }[],
  now: Date,
): Promise<string[]> {
  const rows = new Map<string, AddressTables['addresses']>()
  for (const { path: wanted, thingId } of redirects) {
    const path = canonicalPath(wanted)
    if (path !== undefined && !isReserved(path) && !rows.has(path))
      rows.set(path, { path, kind, thing_id: thingId, retired: now.toISOString() })
  }
  const all = [...rows.values()]
  const made: string[] = []
  for (let at = 0; at < all.length; at += CHUNK) {
    const inserted = await tx
      .insertInto('addresses')
      .values(all.slice(at, at + CHUNK))
      .onConflict((conflict) => conflict.column('path').doNothing())
      .returning('path')
      .execute()
    for (const { path } of inserted) {
      touch(tx, `address:${path}`)
      made.push(path)
    }
  }
  return made
}

/** Lets every address of one thing lead to another of its kind. */
export async function handOver(tx: Tx, fromId: string, toId: string, now: Date) {
  await touchAddresses(tx, fromId)
  await tx
    .updateTable('addresses')
    .set({ retired: now.toISOString() })
    .where('thing_id', '=', fromId)
    .where('retired', 'is', null)
    .execute()
  await tx.updateTable('addresses').set({ thing_id: toId }).where('thing_id', '=', fromId).execute()
}

/** Lets nothing be found any more where a thing was. */
export async function forgetAddresses(tx: Tx, thingId: string) {
  await touchAddresses(tx, thingId)
  await tx.deleteFrom('addresses').where('thing_id', '=', thingId).execute()
}

async function touchAddresses(tx: Tx, thingId: string) {
  const rows = await tx
    .selectFrom('addresses')
    .select('path')
    .where('thing_id', '=', thingId)
    .execute()
  for (const { path } of rows) touch(tx, `address:${path}`)
}

/** Those of some canonical paths that lead somewhere already. */
export async function takenAmong(db: Db, paths: readonly string[]): Promise<Set<string>> {
  const taken = new Set<string>()
  for (let at = 0; at < paths.length; at += CHUNK) {
    const rows = await db
      .selectFrom('addresses')
      .select('path')
      .where('path', 'in', paths.slice(at, at + CHUNK))
      .execute()
    for (const { path } of rows) taken.add(path)
  }
  return taken
}

/** Things of one name whose addresses are told apart by counting. */
const MOST_ALIKE = 20

/** The first free path of the wanted one, the wanted one with -2, -3 …; pure reading, `settle` decides. */
export async function freePath(db: Db, wanted: string, thingId?: string): Promise<string> {
  const path = pathFor(wanted)
  for (let n = 1; ; n++) {
    const number = n < MOST_ALIKE ? n : randomBytes(4).toString('hex')
    const candidate = n === 1 ? path : `${path}-${number}`
    const there = await addressAt(db, candidate)
    if (!there || there.thingId === thingId) return candidate
  }
}
