import { isCredited } from '../articles/credited.ts'
import type { ArticleDocument } from '../articles/document.ts'
import { documentText, emptyDocument } from '../articles/document.ts'
import { draft, edit } from '../articles/write.ts'
import { awaitProfile, type Profile } from '../contributors/awaited.ts'
import { addContributor, contributorById, editContributor } from '../contributors/contributors.ts'
import { textFor } from '../newsroom/newsroom.ts'
import { newsroomNow } from '../newsroom/settings.ts'
import type { Tx } from '../platform/database.ts'
import { isWithin, type Limit } from '../platform/limits.ts'
import { record } from '../platform/outbox.ts'
import { Refusal } from '../platform/refusals.ts'
import { convertContent, convertLetter } from '../transfer/body.ts'
import type { Source } from '../transfer/conversion.ts'
import { type CommissionFields, GuestDraft } from './commission.ts'
import { type Commission, commissionByLink, refusePublished } from './commissions.ts'
import { type Portrait, portraitOf } from './portraits.ts'

/** How often a guest may keep what they write. */
const keeping: Limit = { most: 200, withinMs: 3_600_000 }
/** How many pictures one may send in a day. */
const portraits: Limit = { most: 20, withinMs: 86_400_000 }

/** Foreign HTML as a document of ours: the same cleaning as that of imports. */
export const documentOfHtml = (html: string, language: string): ArticleDocument =>
  convertContent(html, guestsOwn(language)).body

export const documentOfText = (text: string, language: string): ArticleDocument =>
  convertLetter(text, guestsOwn(language)).body

/** Of what a guest sends, nothing refers to anything here. */
const guestsOwn = (language: string): Source => ({
  base: 'https://guest.invalid/',
  language,
  hosts: new Set(),
  picture: () => undefined,
  attachment: () => undefined,
  attached: () => [],
  reusable: () => undefined,
  premium: false,
  footnotes: new Map(),
})

export type Uploaded = {
  file?: { name: string; body: ArticleDocument } | undefined
  portrait?: Portrait | undefined
}

/** Refuses a guest who keeps more often than anybody writes. Counted before any file is looked at. */
export async function refuseHurry(tx: Tx, { id }: Commission, now: Date) {
  if (!(await isWithin(tx, `guest ${id}`, keeping, now)))
    throw new Refusal('too-many', 'commissions/often', 'That was often. Try again in an hour.')
}

/** Refuses a guest who sends more pictures than one portrait takes tries: each stays in the library, and on the disk. */
export async function refuseAlbum(tx: Tx, { id }: Commission, now: Date) {
  if (!(await isWithin(tx, `guest picture ${id}`, portraits, now)))
    throw new Refusal(
      'too-many',
      'commissions/pictures',
      'picture: these are more pictures than one portrait needs. Try again tomorrow, or send it to the editor by mail.',
    )
}

/** Keeps what a guest has written so far. */
export async function keepDraft(
  tx: Tx,
  secret: string,
  said: GuestDraft,
  uploaded: Uploaded,
  now: Date,
): Promise<Commission> {
  const row = await commissionByLink(tx, secret, now)
  refuseSubmitted(row)
  const parsed = GuestDraft.safeParse(said)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!
    throw new Refusal('invalid', 'commissions/field', `${issue.path.join('.')}: ${issue.message}`)
  }
  const { file } = uploaded
  const changes = {
    ...parsed.data,
    ...(file ? { file_name: file.name, file_body: JSON.stringify(file.body) } : {}),
  }
  await tx.updateTable('commissions').set(changes).where('id', '=', row.id).execute()
  return { ...row, ...changes }
}

function refuseSubmitted({ submitted }: Commission) {
  if (submitted)
    throw new Refusal(
      'conflict',
      'commissions/submitted',
      'Your text has been sent. Ask the editor to open it again if something has to change.',
    )
}

const lack = (field: string, remedy: string) =>
  new Refusal('invalid', `commissions/${field}`, `${field}: ${remedy}`)

/** Sends a guest's draft to the desk: one article, with the guest as its labelled author. Returns its id. */
export async function submit(tx: Tx, secret: string, agreed: boolean, now: Date): Promise<string> {
  const row = await commissionByLink(tx, secret, now)
  refuseSubmitted(row)
  if (!row.headline) throw lack('headline', 'Write a headline.')
  const body = bodyOf(row)
  if (!documentText(body).trim()) throw lack('text', 'Write the text, or choose a file.')
  if (!row.biography) throw lack('biography', 'Say in a sentence or two who you are.')
  const portrait = await portraitOf(tx, row)
  if (portrait && !portrait.credit.trim())
    throw lack('credit', 'Say who took the portrait: readers see it beside the picture.')
  if (!agreed) throw lack('agreement', 'Please agree before you send the text.')
  await refusePublished(tx, row)
  const profile = await profileOf(tx, row)
  const contributorId = await contributorFor(tx, row, profile, now)
  const fields = {
    headline: row.headline,
    kind: row.kind as NonNullable<CommissionFields['kind']>,
    language: row.language,
    categoryId: row.category_id,
    body,
    bylines: [{ contributorId, role: 'author' as const }],
  }
  let articleId = row.article_id
  if (articleId) await edit(tx, articleId, { headline: row.headline, body }, now)
  else articleId = await draft(tx, fields, now, row.made_by)
  if (row.contributor_id) await tellOf(tx, { articleId, contributorId }, profile, now)
  await tx
    .updateTable('articles')
    .set({ status: 'submitted' })
    .where('id', '=', articleId)
    .execute()
  await tx
    .updateTable('commissions')
    .set({
      agreed: now.toISOString(),
      submitted: now.toISOString(),
      article_id: articleId,
      contributor_id: contributorId,
    })
    .where('id', '=', row.id)
    .execute()
  await record(tx, 'commission.submitted', { commissionId: row.id, articleId }, now)
  return articleId
}

/** What was typed goes before what was uploaded. */
const bodyOf = ({ text, file_body, language }: Commission): ArticleDocument =>
  text.trim() ? documentOfText(text, language) : file_body ? JSON.parse(file_body) : emptyDocument

/** Disclosures stand beside the newsroom's own words about guests, where nobody can forget them. */
async function profileOf(tx: Tx, row: Commission): Promise<Profile> {
  const { disclaimers } = await newsroomNow(tx)
  return {
    biography: row.biography,
    pictureId: row.picture_id,
    disclaimer: row.disclosures
      ? `${textFor(disclaimers.guest, row.language)} ${row.disclosures}`.trim()
      : '',
  }
}

const contributorFor = async (tx: Tx, row: Commission, profile: Profile, now: Date) =>
  row.contributor_id
    ? (await contributorById(tx, row.contributor_id)).id
    : (await addContributor(tx, { ...profile, name: row.name, kind: 'guest' }, now)).id

/** What a guest says of themselves: readers who know them have it with the article, which an editor has seen then. */
async function tellOf(
  tx: Tx,
  about: { articleId: string; contributorId: string },
  profile: Profile,
  now: Date,
) {
  if (await isCredited(tx, about.contributorId)) await awaitProfile(tx, about, profile)
  else await editContributor(tx, about.contributorId, profile, now)
}
