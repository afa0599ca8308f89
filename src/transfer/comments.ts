import type { Tx } from '../platform/database.ts'
import type { WxrComment } from './record.ts'
import type { TransferTables } from './tables.ts'
import { instant } from './times.ts'

type Row = TransferTables['imported_comments']

/** Comments that readers wrote and that were not thrown away. */
export const worthKeeping = (comment: WxrComment) =>
  comment.id !== '' && !/^(spam|trash|post-trashed)$/.test(comment.approved)

export const commentRow = (site: string, articleId: string, comment: WxrComment): Row => ({
  site,
  external_id: comment.id,
  article_id: articleId,
  parent: /^[1-9]\d*$/.test(comment.parent) ? comment.parent : null,
  author: comment.author,
  email: comment.email,
  url: comment.url,
  ip: comment.ip,
  written: instant(comment.dateGmt, comment.date) ?? '',
  status: comment.approved === '1' || comment.approved === 'approve' ? 'approved' : 'held',
  type: comment.type || 'comment',
  content: comment.content.toWellFormed(),
  meta: JSON.stringify(comment.meta),
})

/** Keeps comments, or how they are now. */
export async function keepComments(tx: Tx, rows: Row[]) {
  // The last one counts when a file gives two the same number.
  const unique = [...new Map(rows.map((row) => [row.external_id, row])).values()]
  for (let at = 0; at < unique.length; at += CHUNK)
    await tx
      .insertInto('imported_comments')
      .values(unique.slice(at, at + CHUNK))
      .onConflict((conflict) =>
        conflict.columns(['site', 'external_id']).doUpdateSet((e) => ({
          article_id: e.ref('excluded.article_id'),
          parent: e.ref('excluded.parent'),
          author: e.ref('excluded.author'),
          email: e.ref('excluded.email'),
          url: e.ref('excluded.url'),
          ip: e.ref('excluded.ip'),
          written: e.ref('excluded.written'),
          status: e.ref('excluded.status'),
          type: e.ref('excluded.type'),
          content: e.ref('excluded.content'),
          meta: e.ref('excluded.meta'),
        })),
      )
      .execute()
}

/** Rows in one statement. */
const CHUNK = 50
