import type { Db } from '../platform/database.ts'
import { Refusal } from '../platform/refusals.ts'
import { type Actor, lacking, mayEdit } from '../staff/permission.ts'
import type { ArticleTables } from './tables.ts'
import { load } from './write.ts'

type Row = Pick<ArticleTables['articles'], 'status' | 'created_by' | 'assigned_to'>

/** An article's row as far as rules look. */
export const authored = ({ status, created_by, assigned_to }: Row) => ({
  status,
  createdBy: created_by,
  assignedTo: assigned_to,
})

/** Refuses whoever may not write on an article. */
export async function refuseHands(db: Db, actor: Actor, articleId: string) {
  const { row } = await load(db, articleId)
  if (!mayEdit(actor, authored(row)))
    throw new Refusal('not-allowed', 'articles/edit', lacking(actor, 'articles.edit'))
}
