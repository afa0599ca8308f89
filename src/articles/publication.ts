import { type Doc, encodeStateAsUpdate, encodeStateVector } from 'yjs'
import { freePath, settle } from '../addresses/addresses.ts'
import { allCategories } from '../categories/categories.ts'
import { awaitedWith } from '../contributors/awaited.ts'
import { contributorsById } from '../contributors/contributors.ts'
import { newsroomNow } from '../newsroom/settings.ts'
import type { Db, Tx } from '../platform/database.ts'
import { uuid } from '../platform/ids.ts'
import { Refusal } from '../platform/refusals.ts'
import { type Actor, lacking, mayPublish } from '../staff/permission.ts'
import { amend } from './amend.ts'
import type { Amendment } from './correction.ts'
import { digestOf } from './digest.ts'
import type { ArticleFields } from './fields.ts'
import { type Barred, barredFromPublication } from './label.ts'
import { readManuscript } from './manuscript.ts'
import {
  inStep,
  keepUpdate,
  manuscriptOf,
  openManuscript,
  readingOf,
  reviseNow,
  tidyManuscript,
} from './manuscripts.ts'
import { uncreditedIn } from './picture-check.ts'
import { publish } from './publish.ts'
import { strayIn } from './stray.ts'
import { setField } from './typed.ts'
import { defaultPath, edit, load } from './write.ts'

/**
 * Gives readers what a manuscript says: a first publication, or the changes to what they have or had, with a word about
 * them. Refuses what cannot be stored, and a publication over somebody else's. Returns the article's address.
 */
export async function publishManuscript(
  tx: Tx,
  actor: Actor,
  articleId: string,
  { version, amendment }: { version: number; amendment?: Amendment | undefined },
  now: Date,
): Promise<string> {
  if (!mayPublish(actor))
    throw new Refusal('not-allowed', 'articles/publish', lacking(actor, 'articles.publish'))
  const { row } = await load(tx, articleId)
  // What is written on a draft moves its version on, too; nobody else's publication hides behind that.
  const isOut = row.status === 'published' || row.status === 'withheld'
  if (isOut && row.version !== version)
    throw new Refusal(
      'conflict',
      'articles/stale',
      'Somebody else has changed this article meanwhile. Look at it again and publish then.',
    )
  // What was withheld comes back as it was and changes then: readers had it.
  if (row.status === 'withheld') await publish(tx, articleId, now, undefined, actor.id)
  let isTold = false
  const manuscript = await prepare(tx, articleId, now, async (said) => {
    if (isOut) isTold = await amend(tx, actor, articleId, said, amendment, now)
    else await edit(tx, articleId, said, now, { by: actor.id })
  })
  if (amendment?.note && !isTold)
    throw new Refusal(
      'conflict',
      'articles/unchanged',
      'note: Readers have had this already: a colleague published it, or it was undone. There is no change to note.',
    )
  if (!isOut) await publish(tx, articleId, now, undefined, actor.id)
  await reviseNow(tx, articleId, manuscript, 'published', now)
  return (await load(tx, articleId)).row.path
}

/**
 * Makes an article say what its manuscript says, under an address of its own, and gives back the manuscript. Refuses
 * what cannot be stored, and opinion and guests without their label. `change` says how it changes.
 */
export async function prepare(
  tx: Tx,
  articleId: string,
  now: Date,
  change: (said: Partial<ArticleFields>) => Promise<unknown> = (said) =>
    edit(tx, articleId, said, now),
): Promise<Doc> {
  await openManuscript(tx, articleId)
  await tidyManuscript(tx, articleId, now)
  const manuscript = await manuscriptOf(tx, articleId)
  const { fields: said, wrong } = readManuscript(manuscript)
  const first = wrong[0]
  if (first)
    throw new Refusal('invalid', `articles/${first.field}`, `${first.field}: ${first.message}`)
  const [stray] = await strayIn(tx, said)
  if (stray)
    throw new Refusal(
      'invalid',
      `articles/${stray}`,
      `${stray}: this names something that is not there any more. Choose another.`,
    )
  const { row, fields } = await load(tx, articleId)
  // What nobody has chosen takes no address away that readers know.
  if (said.path && isUntitled(said.path)) said.path = row.path
  const portrait = (await awaitedWith(tx, articleId))?.pictureId
  const uncredited = await uncreditedIn(
    tx,
    said,
    row.status === 'published' ? fields : undefined,
    portrait ? [portrait] : [],
  )
  if (uncredited) throw uncredited
  if (digestOf(said) !== digestOf({ ...fields, path: row.path })) await change(said)
  const barred = await barrierOf(tx, articleId)
  if (barred)
    throw new Refusal('invalid', `articles/${barred.field}`, `${barred.field}: ${barred.message}`)
  if (!row.published) await nameAddress(tx, articleId, now)
  await tellAddress(tx, articleId, manuscript, now)
  await inStep(tx, articleId)
  return manuscript
}

/** Why an article may not go out as it is stored, if it may not. */
export async function barrierOf(db: Db, articleId: string): Promise<Barred | undefined> {
  const { fields } = await load(db, articleId)
  const contributors = await contributorsById(
    db,
    fields.bylines.map(({ contributorId }) => contributorId),
  )
  const bylines = fields.bylines.flatMap(({ contributorId, role }) => {
    const contributor = contributors.get(contributorId)
    return contributor ? [{ role, contributor }] : []
  })
  return barredFromPublication(
    { ...fields, bylines },
    await allCategories(db),
    await newsroomNow(db),
  )
}

/** Makes an article stand before readers as its manuscript has it, whatever is still wrong with that. */
export async function putBeforeReaders(tx: Tx, articleId: string, now: Date) {
  await tidyManuscript(tx, articleId, now)
  const { row, fields } = await load(tx, articleId)
  const there = await readingOf(tx, articleId)
  const said: Record<string, unknown> = { ...there.fields }
  for (const field of [
    ...there.wrong.map((one) => one.field),
    ...(await strayIn(tx, there.fields)),
  ])
    said[field] = fields[field as keyof typeof fields]
  // An address that cannot be had shows when it is published.
  delete said.path
  await edit(tx, articleId, said, now)
  if (row.status !== 'published') await publish(tx, articleId, now)
}

/** Names a new article's address after its headline and category, unless somebody has chosen one. */
async function nameAddress(tx: Tx, articleId: string, now: Date) {
  const { row, fields } = await load(tx, articleId)
  if (!isUntitled(row.path)) return
  const path = await settle(
    tx,
    'article',
    articleId,
    await freePath(tx, await defaultPath(tx, articleId, fields)),
    now,
  )
  await tx.updateTable('articles').set({ path }).where('id', '=', articleId).execute()
  // Nobody has ever been at the former address.
  await tx
    .deleteFrom('addresses')
    .where('thing_id', '=', articleId)
    .where('retired', 'is not', null)
    .execute()
}

/** Has a manuscript that nobody gave an address say the one that its article has been given. */
async function tellAddress(tx: Tx, articleId: string, manuscript: Doc, now: Date) {
  const { path: said } = readManuscript(manuscript).fields
  const { path } = (await load(tx, articleId)).row
  if (said === path || !said || !isUntitled(said)) return
  const before = encodeStateVector(manuscript)
  setField(manuscript, 'path', path)
  const bytes = encodeStateAsUpdate(manuscript, before)
  await keepUpdate(tx, articleId, { id: uuid(now), writtenBy: '', bytes })
}

/** Whether an address was made up before there was a headline. */
const isUntitled = (path: string) => /\/untitled(-\d+)?$/.test(path)
