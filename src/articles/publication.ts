import { freePath, settle } from '../addresses/addresses.ts'
import type { Tx } from '../platform/database.ts'
import { Refusal } from '../platform/refusals.ts'
import { type Actor, lacking, mayPublish } from '../staff/permission.ts'
import { amend } from './amend.ts'
import type { Amendment } from './correction.ts'
import { digestOf } from './digest.ts'
import { readManuscript } from './manuscript.ts'
import { inStep, manuscriptOf, readingOf, reviseNow, tidyManuscript } from './manuscripts.ts'
import { publish } from './publish.ts'
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
  await tidyManuscript(tx, articleId, now)
  const { row, fields } = await load(tx, articleId)
  // Tidying brought a draft in step and so moved its version on; nobody else's change hides behind that.
  const isOut = row.status === 'published' || row.status === 'withheld'
  if (isOut && row.version !== version)
    throw new Refusal(
      'conflict',
      'articles/stale',
      'Somebody else has changed this article meanwhile. Look at it again and publish then.',
    )
  const manuscript = await manuscriptOf(tx, articleId)
  const { fields: said, wrong } = readManuscript(manuscript)
  const first = wrong[0]
  if (first)
    throw new Refusal('invalid', `articles/${first.field}`, `${first.field}: ${first.message}`)
  const isSame = digestOf(said) === digestOf({ ...fields, path: row.path })
  if (isOut) {
    // What was withheld comes back as it was and changes then: readers had it.
    if (row.status === 'withheld') await publish(tx, articleId, now)
    if (!isSame) await amend(tx, actor, articleId, said, amendment, now)
  } else {
    if (!isSame) await edit(tx, articleId, said, now)
    if (!row.published) await nameAddress(tx, articleId, now)
    await publish(tx, articleId, now)
  }
  await inStep(tx, articleId)
  await reviseNow(tx, articleId, manuscript, 'published', now)
  return (await load(tx, articleId)).row.path
}

/** Makes an article stand before readers as its manuscript has it, whatever is still wrong with that. */
export async function putBeforeReaders(tx: Tx, articleId: string, now: Date) {
  await tidyManuscript(tx, articleId, now)
  const { row, fields } = await load(tx, articleId)
  const there = await readingOf(tx, articleId)
  const said: Record<string, unknown> = { ...there.fields }
  for (const { field } of there.wrong) said[field] = fields[field as keyof typeof fields]
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

/** Whether an address was made up before there was a headline. */
const isUntitled = (path: string) => /\/untitled(-\d+)?$/.test(path)
