import { type Db, type Tx, touch } from '../platform/database.ts'
import { uuid } from '../platform/ids.ts'
import { record } from '../platform/outbox.ts'
import { reading } from '../platform/pages.ts'
import { Refusal } from '../platform/refusals.ts'
import type { Headline } from './article.ts'
import { headlinesOf } from './cards.ts'
import { type Amendment, type Correction, type CorrectionKind, mayBeSilent } from './correction.ts'
import { baseOf } from './feed.ts'
import type { Place } from './place.ts'

/** Refuses a change of what readers have that does not say what it is, naming the field and the remedy. */
export function refuseUnexplained(
  amendment: Amendment | undefined,
): asserts amendment is Amendment {
  if (!amendment)
    throw new Refusal(
      'invalid',
      'articles/amendment',
      'kind: Readers will see this change. Say whether it is an update, a correction or a clarification.',
    )
  if (!mayBeSilent(amendment.kind) && !amendment.note.trim())
    throw new Refusal(
      'invalid',
      'articles/note',
      'note: Write what was wrong or unclear and what is right. Readers see it with the article.',
    )
}

/** Says about a version what the change was that made it. */
export async function explain(
  tx: Tx,
  { articleId, versionId, by }: { articleId: string; versionId: string; by: string | null },
  { kind, note }: Pick<Amendment, 'kind' | 'note'>,
  now: Date,
) {
  const id = uuid(now)
  await tx
    .insertInto('corrections')
    .values({
      id,
      article_id: articleId,
      version_id: versionId,
      kind,
      note: note.trim(),
      made: now.toISOString(),
      made_by: by,
    })
    .execute()
  await touchCorrections(tx, articleId)
  await record(tx, 'article.corrected', { articleId, correctionId: id, kind, by }, now)
}

const keyOf = (language: string) => `corrections:${baseOf(language)}`

/** Drops the lists that have notes about an article: to be said when it comes out, is taken back or changes its language. */
export async function touchCorrections(tx: Tx, articleId: string, formerLanguage?: string) {
  const notes = await tx
    .selectFrom('corrections')
    .innerJoin('articles', 'articles.id', 'corrections.article_id')
    .select(['corrections.made', 'articles.language'])
    .where('corrections.article_id', '=', articleId)
    .where('corrections.note', '!=', '')
    .execute()
  for (const { made, language } of notes)
    for (const one of new Set([language, formerLanguage ?? language])) touch(tx, keyOf(one), made)
}

/** A note with the article that it is about. */
export type Corrected = Correction & { article: Headline }

/** The newest notes about articles in a language, past a place where one is given; undefined when there is no such place. */
export async function correctionsIn(
  db: Db,
  language: string,
  limit: number,
  before?: Place,
): Promise<{ corrections: Corrected[]; older: Place | null } | undefined> {
  const base = baseOf(language)
  const public_ = db
    .selectFrom('corrections')
    .innerJoin('articles', 'articles.id', 'corrections.article_id')
    .select(['corrections.id', 'corrections.article_id', 'corrections.kind'])
    .select(['corrections.note', 'corrections.made'])
    .where('corrections.note', '!=', '')
    .where('articles.status', '=', 'published')
    .where((e) =>
      e.or([e('articles.language', '=', base), e('articles.language', 'like', `${base}-%`)]),
    )
  // Notes of the very same instant belong to the stretch, which its exclusive end would leave out.
  const to = before ? `${before.published}~` : null
  let from: string | null = null
  const rows = await reading.list(keyOf(language), to, async () => {
    if (
      before &&
      !(await public_
        .where('corrections.id', '=', before.articleId)
        .where('corrections.made', '=', before.published)
        .executeTakeFirst())
    )
      return { value: undefined, from }
    let query = public_
      .orderBy('corrections.made', 'desc')
      .orderBy('corrections.id', 'desc')
      .limit(limit + 1)
    if (before)
      query = query.where((e) =>
        e(
          e.refTuple('corrections.made', 'corrections.id'),
          '<',
          e.tuple(before.published, before.articleId),
        ),
      )
    const found = await query.execute()
    if (found.length > limit) from = found.at(-1)!.made
    return { value: found, from }
  })
  if (!rows) return undefined
  const shown = rows.slice(0, limit)
  const articles = new Map(
    (await headlinesOf(db, [...new Set(shown.map((row) => row.article_id))])).map((article) => [
      article.id,
      article,
    ]),
  )
  const last = shown.at(-1)
  return {
    corrections: shown.flatMap(({ id, article_id, kind, note, made }) => {
      const article = articles.get(article_id)
      return article ? [{ id, kind: kind as CorrectionKind, note, made, article }] : []
    }),
    older: rows.length > limit && last ? { published: last.made, articleId: last.id } : null,
  }
}
