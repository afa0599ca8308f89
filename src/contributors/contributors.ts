import { sql } from 'kysely'
import { slugOf } from '../addresses/address.ts'
import { freePath, settle } from '../addresses/addresses.ts'
import { isLinkAddress } from '../addresses/link.ts'
import { showPictures } from '../media/pictures.ts'
import { noteNewUses, noteUses } from '../media/uses.ts'
import { built } from '../platform/built.ts'
import { type Db, type Tx, touch } from '../platform/database.ts'
import { uuid } from '../platform/ids.ts'
import { patternsFor } from '../platform/like.ts'
import { record } from '../platform/outbox.ts'
import { reading } from '../platform/pages.ts'
import { Refusal } from '../platform/refusals.ts'
import type { Contributor, ContributorKind, ContributorLink } from './contributor.ts'
import type { ContributorTables } from './tables.ts'

const contributorOf = (row: ContributorTables['contributors']): Contributor => ({
  id: row.id,
  kind: row.kind as ContributorKind,
  name: row.name,
  path: row.path,
  biography: row.biography,
  pictureId: row.picture_id,
  links: JSON.parse(row.links),
  disclaimer: row.disclaimer,
})

const contributorsWith = built((db, ids: readonly string[]) =>
  db.selectFrom('contributors').selectAll().where('id', 'in', ids),
)

/** The contributors with these ids; of one who was merged into another, the other. */
export async function contributorsById(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, Contributor>> {
  if (ids.length === 0) return new Map()
  const wanted = [...new Set(ids)]
  for (const id of wanted) reading(`contributor:${id}`)
  const rows = await contributorsWith(db, wanted)
  const merged = rows.flatMap(({ merged_into }) => merged_into ?? [])
  for (const id of merged) reading(`contributor:${id}`)
  const others = merged.length === 0 ? [] : await contributorsWith(db, merged)
  const other = new Map(others.map((row) => [row.id, row]))
  return new Map(
    rows.map((row) => [row.id, contributorOf(other.get(row.merged_into ?? '') ?? row)]),
  )
}

/** Bylines of those who are there: manuscripts, former versions and imports name contributors who are another one now. */
export async function standing<Line extends { contributorId: string }>(
  db: Db,
  bylines: readonly Line[],
): Promise<Line[]> {
  const found = await contributorsById(
    db,
    bylines.map(({ contributorId }) => contributorId),
  )
  const seen = new Set<string>()
  return bylines
    .map((line) => ({
      ...line,
      contributorId: found.get(line.contributorId)?.id ?? line.contributorId,
    }))
    .filter((line) => !seen.has(JSON.stringify(line)) && seen.add(JSON.stringify(line)))
}

/** The names of the newest contributors. */
export async function contributorNames(db: Db, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom('contributors')
    .select('name')
    .where('merged_into', 'is', null)
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows.map((row) => row.name)
}

/** Contributors whose name has this text in it, by name. */
export async function contributorsLike(db: Db, text: string, most: number): Promise<Contributor[]> {
  const rows = await db
    .selectFrom('contributors')
    .selectAll()
    .where('merged_into', 'is', null)
    .where((e) =>
      e.or(patternsFor(text).map((like) => sql<boolean>`name like ${like} escape '\\'`)),
    )
    .orderBy('name')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(contributorOf)
}

export async function contributorById(db: Db, id: string): Promise<Contributor> {
  const contributor = (await contributorsById(db, [id])).get(id)
  if (!contributor)
    throw new Refusal('not-found', 'contributors/unknown', 'There is no such contributor.')
  return contributor
}

export type NewContributor = Partial<Omit<Contributor, 'id'>> & { name: string }

/** Adds a contributor at /contributors/name unless an address is given. */
export async function addContributor(
  tx: Tx,
  fields: NewContributor,
  now: Date,
  by?: string,
): Promise<Contributor> {
  checkLinks(fields.links ?? [])
  const id = uuid(now)
  const wanted = fields.path ?? `/contributors/${slugOf(fields.name) || id.slice(-8)}`
  const path = await settle(tx, 'contributor', id, await freePath(tx, wanted), now)
  const row = {
    id,
    kind: fields.kind ?? 'staff',
    name: fields.name,
    path,
    biography: fields.biography ?? '',
    picture_id: fields.pictureId ?? null,
    links: JSON.stringify(fields.links ?? []),
    disclaimer: fields.disclaimer ?? '',
    added: now.toISOString(),
    merged_into: null,
  }
  await tx.insertInto('contributors').values(row).execute()
  await showPortrait(tx, row.kind, row.picture_id, now)
  await noteNewUses(tx, 'contributor', [{ id, pictureIds: [row.picture_id] }])
  if (by) await record(tx, 'contributor.added', { contributorId: id, name: row.name, by }, now)
  return contributorOf(row)
}

/** What a guest sends of themselves, readers have with the article that an editor publishes, and not before. */
async function showPortrait(tx: Tx, kind: string, pictureId: string | null, now: Date) {
  if (kind !== 'guest') await showPictures(tx, [pictureId], now)
}

function checkLinks(links: readonly ContributorLink[]) {
  for (const { href } of links)
    if (!isLinkAddress(href))
      throw new Refusal(
        'invalid',
        'contributors/link',
        `links: “${href.slice(0, 100)}” cannot be linked to. Write a web address or mailto: with an address.`,
      )
}

/** Changes what is known of a contributor; a new address makes the former one redirect. */
export async function editContributor(
  tx: Tx,
  wanted: string,
  changes: Partial<Omit<Contributor, 'id'>>,
  now: Date,
  by?: string,
) {
  const before = await contributorById(tx, wanted)
  const { id } = before
  const after = { ...before, ...changes }
  checkLinks(after.links)
  if (changes.path) after.path = await settle(tx, 'contributor', id, changes.path, now)
  await tx
    .updateTable('contributors')
    .set({
      kind: after.kind,
      name: after.name,
      path: after.path,
      biography: after.biography,
      picture_id: after.pictureId,
      links: JSON.stringify(after.links),
      disclaimer: after.disclaimer,
    })
    .where('id', '=', id)
    .execute()
  await showPortrait(tx, after.kind, after.pictureId, now)
  await noteUses(tx, 'contributor', { id, pictureIds: [after.pictureId] })
  touch(tx, `contributor:${id}`)
  await record(tx, 'contributor.edited', { contributorId: id, ...(by ? { by } : {}) }, now)
}

/** Notes whose pictures stand beside whom. For what brings in whole tables. */
export async function noteAllPortraits(tx: Tx) {
  const rows = await tx
    .selectFrom('contributors')
    .select(['id', 'picture_id'])
    .where('picture_id', 'is not', null)
    .execute()
  await noteNewUses(
    tx,
    'contributor',
    rows.map(({ id, picture_id }) => ({ id, pictureIds: [picture_id] })),
  )
}
