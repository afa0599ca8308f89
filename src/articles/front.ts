import { type Db, type Tx, touch } from '../platform/database.ts'
import { record } from '../platform/outbox.ts'
import { reading } from '../platform/pages.ts'
import { Refusal } from '../platform/refusals.ts'
import { type Actor, lacking, may } from '../staff/permission.ts'
import { baseOf } from './feed.ts'

/**
 * The top of a front page as editors arrange it. A place holds an article or fills itself with the newest; the first
 * is the lead. What is pinned and no longer published leaves its place to the newest by itself.
 */

/** Places that can be arranged: the lead, three seconds and two below the lead. */
export const PLACES = 6

/** An article's id for each place, or null where it fills itself. */
export type Arrangement = (string | null)[]

const keyOf = (language: string) => `front places:${baseOf(language)}`

/** What is pinned at the top of a language's front page, whether readers may see it or not. */
export async function arrangementOf(db: Db, language: string): Promise<Arrangement> {
  reading(keyOf(language))
  const rows = await db
    .selectFrom('front_places')
    .select(['place', 'article_id'])
    .where('language', '=', baseOf(language))
    .execute()
  const arrangement: Arrangement = Array(PLACES).fill(null)
  for (const { place, article_id } of rows) arrangement[place] = article_id
  return arrangement
}

/** The same without what readers may not see now. */
export async function pinnedOn(db: Db, language: string): Promise<Arrangement> {
  const arrangement = await arrangementOf(db, language)
  const ids = arrangement.filter((id) => id !== null)
  for (const id of ids) reading(`out:${id}`)
  if (ids.length === 0) return arrangement
  const rows = await db
    .selectFrom('articles')
    .select('id')
    .where('id', 'in', ids)
    .where('status', '=', 'published')
    .execute()
  const out = new Set(rows.map(({ id }) => id))
  return arrangement.map((id) => (id && out.has(id) ? id : null))
}

/** Puts articles in their places; `seen` is the arrangement that was changed, so that nobody undoes another's work. */
export async function arrange(
  tx: Tx,
  actor: Actor,
  language: string,
  { places, seen }: { places: Arrangement; seen: Arrangement },
  now: Date,
) {
  if (!may(actor, 'front.arrange'))
    throw new Refusal('not-allowed', 'front/arrange', lacking(actor, 'front.arrange'))
  const before = await arrangementOf(tx, language)
  if (String(before) !== String(seen))
    throw new Refusal(
      'conflict',
      'front/stale',
      'Somebody else has arranged the front page meanwhile. Look at it again.',
    )
  await refuseUnfit(tx, language, places)
  await place(tx, language, places, now)
  await record(tx, 'front.arranged', { language: baseOf(language), places, by: actor.id }, now)
}

/** The same, for whoever has been asked already: a preview. */
export async function place(tx: Tx, language: string, places: Arrangement, now: Date) {
  const base = baseOf(language)
  const before = await tx
    .selectFrom('front_places')
    .select(['article_id', 'since'])
    .where('language', '=', base)
    .execute()
  const since = new Map(before.map((row) => [row.article_id, row.since]))
  await tx.deleteFrom('front_places').where('language', '=', base).execute()
  const rows = places.flatMap((article_id, at) =>
    article_id === null
      ? []
      : [
          {
            language: base,
            place: at,
            article_id,
            since: since.get(article_id) ?? now.toISOString(),
          },
        ],
  )
  if (rows.length > 0) await tx.insertInto('front_places').values(rows).execute()
  touch(tx, keyOf(language))
}

export async function refuseUnfit(db: Db, language: string, places: Arrangement) {
  const ids = places.filter((id) => id !== null)
  if (new Set(ids).size < ids.length)
    throw new Refusal('invalid', 'front/twice', 'An article stands in two places. Take one away.')
  const fit =
    ids.length === 0
      ? []
      : await db
          .selectFrom('articles')
          .select(['id', 'language'])
          .where('id', 'in', ids)
          .where('status', '=', 'published')
          .where('kind', '!=', 'page')
          .execute()
  const mine = fit.filter((row) => baseOf(row.language) === baseOf(language))
  if (mine.length < ids.length)
    throw new Refusal(
      'invalid',
      'front/unfit',
      'One of the articles is not published in this language any more. Take it away.',
    )
}

/** Fills the places that fill themselves: the newest follow in order, nothing stands twice. */
export function filled(pinned: readonly (string | null)[], newest: readonly string[]): string[] {
  const rest = newest.filter((id) => !pinned.includes(id))
  const top = pinned.map((id) => id ?? rest.shift())
  return [...top, ...rest].filter((id) => id !== undefined)
}
