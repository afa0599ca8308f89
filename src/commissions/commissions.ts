import { isWrittenOn } from '../articles/revisions.ts'
import { categoryById } from '../categories/categories.ts'
import { texts } from '../design/texts.ts'
import { noteUses } from '../media/uses.ts'
import type { Db, Tx } from '../platform/database.ts'
import { uuid } from '../platform/ids.ts'
import { record } from '../platform/outbox.ts'
import { Refusal } from '../platform/refusals.ts'
import { hashOf, newSecret } from '../platform/secrets.ts'
import { type Actor, lacking, may } from '../staff/permission.ts'
import { CommissionFields, LASTS_DAYS } from './commission.ts'
import { guestById, knownOf, sameGuest, unknown } from './guests.ts'
import type { CommissionTables } from './tables.ts'

export type Commission = CommissionTables['commissions']

const DAY_MS = 86_400_000
const end = (now: Date) => new Date(now.getTime() + LASTS_DAYS * DAY_MS).toISOString()

export function refuseOthers(actor: Actor) {
  if (!may(actor, 'guests.invite'))
    throw new Refusal('not-allowed', 'commissions/permission', lacking(actor, 'guests.invite'))
}

/** Asks a guest for one article; returns its id and the secret of its link, which is kept nowhere. */
export async function commission(tx: Tx, actor: Actor, asked: CommissionFields, now: Date) {
  refuseOthers(actor)
  const parsed = CommissionFields.safeParse(asked)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!
    throw new Refusal('invalid', 'commissions/field', `${issue.path.join('.')}: ${issue.message}`)
  }
  const { categoryId, agreement, contributorId, ...fields } = parsed.data
  if (categoryId) await categoryById(tx, categoryId)
  const guest =
    contributorId === undefined
      ? await sameGuest(tx, fields)
      : contributorId && (await guestById(tx, contributorId))
  const known = guest ? await knownOf(tx, guest) : unknown
  const [id, secret] = [uuid(now), newSecret()]
  await tx
    .insertInto('commissions')
    .values({
      ...fields,
      id,
      category_id: categoryId,
      agreement: agreement ?? texts(fields.language)('guest.agreement'),
      link: hashOf(secret),
      mailed_link: null,
      expires: end(now),
      revoked: null,
      made: now.toISOString(),
      made_by: actor.id,
      headline: '',
      text: '',
      file_name: '',
      file_body: null,
      ...known,
      agreed: null,
      submitted: null,
      article_id: null,
      contributor_id: guest ? guest.id : null,
      told: null,
    })
    .execute()
  if (known.picture_id) await noteUses(tx, 'commission', { id, pictureIds: [known.picture_id] })
  await record(tx, 'commission.made', { commissionId: id, name: fields.title, by: actor.id }, now)
  return { id, secret }
}

export async function commissionById(db: Db, id: string): Promise<Commission> {
  const row = await db.selectFrom('commissions').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', 'commissions/unknown', 'There is no such commission.')
  return row
}

/** The newest commissions, with how the article of each stands. */
export const allCommissions = (db: Db, most: number) =>
  db
    .selectFrom('commissions')
    .leftJoin('articles', 'articles.id', 'commissions.article_id')
    .selectAll('commissions')
    .select('articles.status as article_status')
    .orderBy('commissions.id', 'desc')
    .limit(most)
    .execute()

/** Ends a commission's links at once. What was sent stays. */
export async function revoke(tx: Tx, actor: Actor, id: string, now: Date) {
  refuseOthers(actor)
  const { title, revoked } = await commissionById(tx, id)
  if (revoked) return
  await tx
    .updateTable('commissions')
    .set({ revoked: now.toISOString() })
    .where('id', '=', id)
    .execute()
  await record(tx, 'commission.revoked', { commissionId: id, name: title, by: actor.id }, now)
}

/**
 * Makes a new link in place of the former ones, and lets the guest write again; returns its secret. Refuses once the
 * article stands before readers: what the guest sends would change it.
 */
export async function renew(tx: Tx, actor: Actor, id: string, now: Date): Promise<string> {
  refuseOthers(actor)
  const row = await commissionById(tx, id)
  await refusePublished(tx, row)
  const secret = newSecret()
  await tx
    .updateTable('commissions')
    .set({
      link: hashOf(secret),
      mailed_link: null,
      expires: end(now),
      revoked: null,
      submitted: null,
    })
    .where('id', '=', id)
    .execute()
  await record(tx, 'commission.renewed', { commissionId: id, name: row.title, by: actor.id }, now)
  return secret
}

export async function refusePublished(tx: Tx, { article_id }: Commission) {
  if (!article_id) return
  const { status } = await tx
    .selectFrom('articles')
    .select('status')
    .where('id', '=', article_id)
    .executeTakeFirstOrThrow()
  if (['scheduled', 'published', 'withheld'].includes(status))
    throw new Refusal(
      'conflict',
      'commissions/published',
      'The article is published, scheduled or withheld: a guest cannot change it any more.',
    )
  if (await isWrittenOn(tx, article_id))
    throw new Refusal(
      'conflict',
      'commissions/written-on',
      'The editors have worked on this text since it was sent, and a new version would replace what they wrote. Send them your changes by mail.',
    )
}

/** The commission that a link opens, or a refusal that tells nothing of it. */
export async function commissionByLink(db: Db, secret: string, now: Date): Promise<Commission> {
  const hash = hashOf(secret)
  const row = await db
    .selectFrom('commissions')
    .selectAll()
    .where((e) => e.or([e('link', '=', hash), e('mailed_link', '=', hash)]))
    .executeTakeFirst()
  if (!row || row.revoked || row.expires <= now.toISOString())
    throw new Refusal(
      'not-found',
      'commissions/link',
      'This link does not work, or not any more. Ask the editor who sent it for a new one.',
    )
  return row
}

/** Makes the link that a letter carries. Sent again, only the newer letter's works. Undefined once it is over. */
export async function makeMailedLink(tx: Tx, id: string, now: Date) {
  const row = await commissionById(tx, id)
  if (row.revoked || row.submitted || row.expires <= now.toISOString()) return undefined
  const secret = newSecret()
  await tx
    .updateTable('commissions')
    .set({ mailed_link: hashOf(secret) })
    .where('id', '=', id)
    .execute()
  return { secret, row }
}
