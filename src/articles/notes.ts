import { built } from '../platform/built.ts'
import type { Db } from '../platform/database.ts'
import type { Correction, CorrectionKind } from './correction.ts'

const notesOf = built((db, articleIds: readonly string[]) =>
  db
    .selectFrom('corrections')
    .select(['id', 'article_id', 'kind', 'note', 'made'])
    .where('article_id', 'in', articleIds)
    .where('note', '!=', '')
    .orderBy('made', 'desc')
    .orderBy('id', 'desc'),
)

/** What readers were told about changes of some articles, by article, newest first. Whoever asks reads the articles. */
export async function notesAbout(
  db: Db,
  articleIds: readonly string[],
): Promise<Map<string, Correction[]>> {
  if (articleIds.length === 0) return new Map()
  const rows = await notesOf(db, articleIds)
  const notes = new Map<string, Correction[]>()
  for (const { article_id, kind, ...row } of rows)
    notes.set(article_id, [
      ...(notes.get(article_id) ?? []),
      { ...row, kind: kind as CorrectionKind },
    ])
  return notes
}
