import { isCredited } from '../articles/credited.ts'
import type { Contributor } from '../contributors/contributor.ts'
import {
  contributorById,
  contributorsById,
  contributorsLike,
} from '../contributors/contributors.ts'
import type { Db, Tx } from '../platform/database.ts'
import { Refusal } from '../platform/refusals.ts'

/** Guests who come again. */

/** Commissions that are looked through for an address. */
const LOOKED_AT = 20

/** What a guest of whom nothing is known begins with. */
export const unknown = { biography: '', picture_id: null as string | null, disclosures: '' }

/** A contributor who can be invited as themselves: others' articles would lose or lack the guests' label. */
export async function guestById(db: Db, id: string): Promise<Contributor> {
  const contributor = await contributorById(db, id)
  if (contributor.kind !== 'guest')
    throw new Refusal(
      'invalid',
      'commissions/contributor',
      `contributorId: ${contributor.name} is not a guest. Say under Contributors that they are one, or invite somebody new.`,
    )
  return contributor
}

/** The guests who wrote from an address before, the latest first. */
async function guestsFrom(db: Db, email: string): Promise<Contributor[]> {
  const rows = await db
    .selectFrom('commissions')
    .select('contributor_id')
    .where('email', '=', email)
    .where('contributor_id', 'is not', null)
    .orderBy('id', 'desc')
    .limit(LOOKED_AT)
    .execute()
  const found = await contributorsById(
    db,
    rows.flatMap(({ contributor_id }) => contributor_id ?? []),
  )
  const guests = rows.flatMap(({ contributor_id }) => found.get(contributor_id ?? '') ?? [])
  return [...new Map(guests.map((one) => [one.id, one])).values()].filter(
    ({ kind }) => kind === 'guest',
  )
}

/** Who of the guests somebody is: the address and the name are those of one. Two may share an address. */
export async function sameGuest(db: Db, { email, name }: { email: string; name: string }) {
  const same = (one: string) => one.trim().toLocaleLowerCase()
  return (await guestsFrom(db, email)).find((guest) => same(guest.name) === same(name))
}

/** Whom an editor may mean by a name and an address: who wrote from there, then those with a name like that. */
export async function guestsLike(
  db: Db,
  { email, name }: { email: string; name: string },
  most: number,
) {
  const from = email ? await guestsFrom(db, email) : []
  const named = name ? await contributorsLike(db, name, most) : []
  const all = [...from, ...named.filter(({ kind }) => kind === 'guest')]
  return [...new Map(all.map((one) => [one.id, one])).values()]
    .slice(0, most)
    .map(({ id, name }) => ({ id, name, isFrom: from.some((one) => one.id === id) }))
}

/**
 * What a guest who comes again begins with: what readers have of them. Whoever has the link sees nothing that is not
 * public.
 */
export async function knownOf(tx: Tx, { id, biography, pictureId }: Contributor) {
  if (!(await isCredited(tx, id))) return unknown
  const last = await tx
    .selectFrom('commissions')
    .innerJoin('articles', 'articles.id', 'commissions.article_id')
    .select('disclosures')
    .where('contributor_id', '=', id)
    .where('articles.status', '=', 'published')
    .orderBy('commissions.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { biography, picture_id: pictureId, disclosures: last?.disclosures ?? '' }
}
