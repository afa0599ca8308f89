import { sql } from 'kysely'
import { type Db, type Tx, touch } from '../platform/database.ts'
import { patternsFor } from '../platform/like.ts'
import { Refusal } from '../platform/refusals.ts'
import { type AddressKind, canonicalPath, isReserved } from './address.ts'
import { addressAt } from './addresses.ts'
import { isWebAddress } from './link.ts'

/** An address that leads on to where a thing is now. */
export type Redirect = {
  path: string
  kind: AddressKind
  thingId: string
  /** Null when the thing has no address of its own any more. */
  to: string | null
  /** ISO 8601 UTC. */
  since: string
}

/** Addresses that lead on, by path, those after `after` that have `search` in them. */
export async function redirectsLike(
  db: Db,
  { search = '', after = '' }: { search?: string | undefined; after?: string | undefined },
  most: number,
): Promise<Redirect[]> {
  const rows = await db
    .selectFrom('addresses as former')
    .leftJoin('addresses as current', (join) =>
      join
        .onRef('current.thing_id', '=', 'former.thing_id')
        .on('current.retired', 'is', null)
        .onRef('current.kind', '=', 'former.kind'),
    )
    .select([
      'former.path',
      'former.kind',
      'former.thing_id as thingId',
      'former.retired as since',
      'current.path as to',
    ])
    .where('former.retired', 'is not', null)
    .where('former.path', '>', after)
    .where((e) =>
      e.or(patternsFor(search).map((like) => sql<boolean>`former.path like ${like} escape '\\'`)),
    )
    .orderBy('former.path')
    .limit(most)
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as AddressKind, since: row.since! }))
}

/**
 * Lets an address lead on to the thing that answers at another one, wherever that moves later. So no redirect leads to
 * a redirect, and none back to itself.
 */
export async function addRedirect(tx: Tx, wanted: string, target: string, now: Date) {
  const from = pathIn('from', wanted)
  const to = pathIn('to', target)
  const led = await addressAt(tx, to)
  if (!led)
    throw new Refusal(
      'invalid',
      'addresses/target',
      `to: nothing of this newsroom is at ${to}. Write the address of an article, a page, a category, a tag or a contributor.`,
    )
  if (from === to)
    throw new Refusal(
      'invalid',
      'addresses/loop',
      `to: ${to} would lead to itself. Write where its readers should go.`,
    )
  if (isReserved(from))
    throw new Refusal(
      'invalid',
      'addresses/reserved',
      `from: the address ${from} belongs to the newsroom itself and cannot lead elsewhere.`,
    )
  const there = await addressAt(tx, from)
  if (there && !there.retired)
    throw new Refusal(
      'conflict',
      'addresses/taken',
      there.thingId === led.thingId
        ? `from: ${from} is where ${to} leads already: that would go round in a circle.`
        : `from: something is at ${from}. Give that another address first; the old one then leads to it.`,
    )
  if (there)
    throw new Refusal(
      'conflict',
      'addresses/redirected',
      `from: ${from} leads on already. Remove that redirect first.`,
    )
  await tx
    .insertInto('addresses')
    .values({ path: from, kind: led.kind, thing_id: led.thingId, retired: now.toISOString() })
    .execute()
  touch(tx, `address:${from}`)
  return { from, to }
}

/** Lets an address lead nowhere any more. */
export async function removeRedirect(tx: Tx, path: string) {
  const there = await addressAt(tx, path)
  if (!there?.retired)
    throw new Refusal('not-found', 'addresses/no-redirect', 'There is no such redirect any more.')
  await tx.deleteFrom('addresses').where('path', '=', path).execute()
  touch(tx, `address:${path}`)
}

/** The path in what somebody wrote or pasted: a path, or a whole address. */
function pathIn(field: string, text: string): string {
  const trimmed = text.trim()
  const url = isWebAddress(trimmed) ? new URL(trimmed) : undefined
  const path = canonicalPath(url ? url.pathname + url.search : trimmed)
  if (path === undefined)
    throw new Refusal(
      'invalid',
      'addresses/path',
      `${field}: “${trimmed.slice(0, 100)}” cannot be an address. Write a path such as /europe/harbour-strike.`,
    )
  return path
}
