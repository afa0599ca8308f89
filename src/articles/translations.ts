import { built } from '../platform/built.ts'
import { type Db, type Tx, touch } from '../platform/database.ts'
import { uuid } from '../platform/ids.ts'
import { record } from '../platform/outbox.ts'
import { reading } from '../platform/pages.ts'
import { Refusal } from '../platform/refusals.ts'
import type { Headline } from './article.ts'
import { headlinesOf } from './cards.ts'

/** Says that articles are translations of each other, and of all that each already is one of. */
export async function joinTranslations(
  tx: Tx,
  ids: readonly string[],
  now: Date,
  by: string | null = null,
) {
  const there = await tx
    .selectFrom('translations')
    .select('group_id')
    .where('article_id', 'in', ids)
    .execute()
  const groups = [...new Set(there.map((row) => row.group_id))]
  const joined = await tx
    .selectFrom('articles')
    .leftJoin('translations', 'translations.article_id', 'articles.id')
    .select(['articles.id', 'articles.headline', 'articles.language'])
    .where((e) =>
      e.or([
        e('articles.id', 'in', ids),
        ...(groups.length > 0 ? [e('translations.group_id', 'in', groups)] : []),
      ]),
    )
    .orderBy('articles.headline')
    .execute()
  if (ids.some((id) => !joined.some((one) => one.id === id)))
    throw new Refusal('not-found', 'articles/unknown', 'There is no such article.')
  const byLanguage = new Map<string, string>()
  for (const { headline, language } of joined) {
    const other = byLanguage.get(language)
    if (other !== undefined) refuseLanguage(language, [other, headline])
    byLanguage.set(language, headline)
  }
  const group = groups[0] ?? uuid(now)
  await tx
    .insertInto('translations')
    .values(joined.map(({ id }) => ({ article_id: id, group_id: group })))
    .onConflict((conflict) => conflict.column('article_id').doUpdateSet({ group_id: group }))
    .execute()
  for (const { id } of joined) touch(tx, keyOf(id))
  await record(tx, 'translations.joined', { articleIds: joined.map(({ id }) => id), by }, now)
}

/** Says that an article is no translation of others any more. The others stay translations of each other. */
export async function leaveTranslations(tx: Tx, id: string, now: Date, by: string | null = null) {
  const former = await groupOf(tx, id)
  if (former.length === 0) return
  const leaving = former.length > 2 ? [id] : former.map((one) => one.id)
  await tx.deleteFrom('translations').where('article_id', 'in', leaving).execute()
  for (const one of former) touch(tx, keyOf(one.id))
  await record(tx, 'translations.left', { articleId: id, by }, now)
}

/** The published translations of an article, by language. Whether the article itself is published is not asked. */
export async function translationsOf(db: Db, id: string): Promise<Headline[]> {
  reading(keyOf(id))
  const rows = await groupOf(db, id)
  const others = rows.filter((row) => row.id !== id && row.status === 'published')
  return await headlinesOf(
    db,
    others.map((row) => row.id),
  )
}

/** The translations of an article whatever their status, for colleagues, by language. */
export const translationsAtDesk = async (db: Db, id: string) =>
  (await groupOf(db, id))
    .filter((one) => one.id !== id)
    .map(({ id, headline, language }) => ({ id, headline, language }))

/** Drops the pages that may name an article as their translation: to be said when it comes out or is taken back. */
export async function touchTranslations(tx: Tx, id: string) {
  for (const one of await groupOf(tx, id)) if (one.id !== id) touch(tx, keyOf(one.id))
}

/** Refuses a language for an article that has a translation in it. */
export async function refuseSecondIn(tx: Tx, id: string, language: string) {
  const same = (await groupOf(tx, id)).find((one) => one.id !== id && one.language === language)
  if (same) refuseLanguage(language, [same.headline])
}

const keyOf = (articleId: string) => `translations:${articleId}`

/** The articles that say the same, the one with this id among them; none where it stands alone. */
const groupOf = built((db, id: string) =>
  db
    .selectFrom('translations as own')
    .innerJoin('translations as all', 'all.group_id', 'own.group_id')
    .innerJoin('articles', 'articles.id', 'all.article_id')
    .select(['articles.id', 'articles.status', 'articles.language', 'articles.headline'])
    .where('own.article_id', '=', id)
    .orderBy('articles.language'),
)

function refuseLanguage(language: string, headlines: string[]): never {
  const named = headlines.map((headline) => `“${headline}”`).join(' and ')
  throw new Refusal(
    'conflict',
    'articles/translations',
    `language: an article has one translation in each language, and in ${language} there is ${named}. Take one out of the translations, or correct its language.`,
  )
}
