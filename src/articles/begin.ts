import { encodeStateAsUpdate, encodeStateVector } from 'yjs'
import { categoryById } from '../categories/categories.ts'
import { texts } from '../design/texts.ts'
import type { Tx } from '../platform/database.ts'
import { uuid } from '../platform/ids.ts'
import { record } from '../platform/outbox.ts'
import { Refusal } from '../platform/refusals.ts'
import { type Actor, lacking, may } from '../staff/permission.ts'
import type { ArticleFields } from './fields.ts'
import { keepUpdate, manuscriptOf, openManuscript } from './manuscripts.ts'
import { setField } from './typed.ts'
import { draft } from './write.ts'

/** Where an article is until it has a headline to name its address after. */
const UNTITLED = '/untitled'

/** Articles before publication are for those who write or edit here. */
export function refuseStranger(actor: Actor) {
  if (!may(actor, 'articles.write') && !may(actor, 'articles.edit'))
    throw new Refusal('not-allowed', 'articles/read', lacking(actor, 'articles.write'))
}

/** Begins an article at the desk; returns its id. Without a headline its manuscript waits for one. */
export async function begin(
  tx: Tx,
  actor: Actor,
  fields: Partial<Pick<ArticleFields, 'headline' | 'kind' | 'language' | 'categoryId'>>,
  now: Date,
): Promise<string> {
  if (!may(actor, 'articles.write'))
    throw new Refusal('not-allowed', 'articles/write', lacking(actor, 'articles.write'))
  // Refuses a category that there is not.
  if (fields.categoryId) await categoryById(tx, fields.categoryId)
  const headline = fields.headline?.trim() ?? ''
  const said = headline
    ? { ...fields, headline }
    : { ...fields, headline: texts(fields.language ?? 'en')('article.untitled'), path: UNTITLED }
  const id = await draft(tx, said, now, actor.id)
  if (!headline) {
    await openManuscript(tx, id)
    const manuscript = await manuscriptOf(tx, id)
    const before = encodeStateVector(manuscript)
    setField(manuscript, 'headline', '')
    const bytes = encodeStateAsUpdate(manuscript, before)
    await keepUpdate(tx, id, { id: uuid(now), writtenBy: actor.id, bytes })
  }
  await record(tx, 'article.begun', { articleId: id, by: actor.id }, now)
  return id
}
