import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { Comparable } from '../articles/comparing.ts'
import { baseOf } from '../articles/feed.ts'
import { type Db, type Tx, touch } from '../platform/database.ts'
import { type Candidate, choose } from './choice.ts'
import { type Counted, findableBy, type Signature, signatureOf } from './signature.ts'
import type { RelatedTables } from './tables.ts'
import { type KnownNames, termsOf } from './terms.ts'

/** Says what articles are about now; those that readers cannot see are forgotten. */
export async function sign(
  tx: Tx,
  ids: readonly string[],
  articles: ReadonlyMap<string, Comparable>,
  countsFor: (language: string) => Counted,
  known: KnownNames,
) {
  if (ids.length === 0) return
  const former = new Map(
    (
      await tx.selectFrom('article_signatures').selectAll().where('article_id', 'in', ids).execute()
    ).map((row) => [row.article_id, row]),
  )
  const rows = [...articles.values()].map((article) => {
    const language = baseOf(article.language)
    const signature = signatureOf(termsOf(article, known), countsFor(language))
    return {
      article_id: article.id,
      language,
      access: article.access,
      published: article.published,
      edited: article.edited,
      terms: JSON.stringify(signature),
    }
  })
  const changed = rows.filter((row) => !isDeepStrictEqual({ ...former.get(row.article_id) }, row))
  for (const id of ids) {
    const was = former.get(id)
    const row = rows.find((one) => one.article_id === id)
    if (was && (!row || changed.includes(row))) await forget(tx, was)
    // A reason made from a text that is Premium or gone now must not stay until its article chooses anew.
    if (was && was.access !== row?.access) await retract(tx, id)
  }
  if (changed.length > 0) await tx.insertInto('article_signatures').values(changed).execute()
  const postings = changed.flatMap(postingsOf)
  for (let at = 0; at < postings.length; at += CHUNK)
    await tx
      .insertInto('article_terms')
      .values(postings.slice(at, at + CHUNK))
      .execute()
}

/** Rows in one statement. */
const CHUNK = 50

async function forget(tx: Tx, former: Signed) {
  const terms = postingsOf(former).map(({ term }) => term)
  if (terms.length > 0)
    await tx
      .deleteFrom('article_terms')
      .where('article_id', '=', former.article_id)
      .where('published', '=', former.published)
      .where('term', 'in', terms)
      .execute()
  await tx.deleteFrom('article_signatures').where('article_id', '=', former.article_id).execute()
}

type Signed = {
  article_id: string
  language: string
  published: string
  edited: string
  terms: string
}

const postingsOf = ({ article_id, language, published, terms }: Omit<Signed, 'edited'>) =>
  findableBy(JSON.parse(terms) as Signature).map(([key, weight]) => ({
    term: `${language} ${key}`,
    published,
    article_id,
    weight,
  }))

/** The articles under which one is recommended. */
export async function recommending(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('related')
    .select('article_id')
    .where('other_id', '=', id)
    .execute()
  return rows.map((row) => row.article_id)
}

/** Takes an article back from wherever it is recommended, and what is recommended under it. */
async function retract(tx: Tx, id: string) {
  const rows = await tx
    .deleteFrom('related')
    .where((e) => e.or([e('other_id', '=', id), e('article_id', '=', id)]))
    .returning('article_id')
    .execute()
  for (const { article_id } of rows) touch(tx, `related:${article_id}`)
}

/** Articles of one term that are looked at: the newest, and as many around the article's own time. */
const NEWEST = 32
const AROUND = 12
/** Articles that are compared as a whole. */
const COMPARED = 24

/** What to recommend under an article, as it will be kept. `alike`: those that may now recommend it. */
export type Choice = { articleId: string; rows: RelatedTables['related'][]; alike: string[] }

/** Chooses what to recommend under an article, by the signatures that there are. */
export async function choiceFor(db: Db, id: string): Promise<Choice> {
  const own = await db
    .selectFrom('article_signatures')
    .selectAll()
    .where('article_id', '=', id)
    .executeTakeFirst()
  if (!own) return { articleId: id, rows: [], alike: [] }
  const signature = JSON.parse(own.terms) as Signature
  const candidates = await candidatesOf(db, own, signature)
  const byId = new Map(candidates.map((one) => [one.id, one]))
  const { chosen, alike } = choose(signature, candidates)
  const rows = chosen.map(({ id: other, reason }, position) => ({
    article_id: id,
    position,
    other_id: other,
    reason: JSON.stringify(reason),
    own_access: own.access,
    other_access: byId.get(other)!.access,
    own_edited: own.edited,
    other_edited: byId.get(other)!.edited,
  }))
  return { articleId: id, rows, alike }
}

type Compared = Candidate & { access: string; edited: string }

async function candidatesOf(db: Db, own: Signed, signature: Signature): Promise<Compared[]> {
  const scores = new Map<string, number>()
  for (const [key, weight] of findableBy(signature)) {
    const found = await withTerm(db, `${own.language} ${key}`, own)
    for (const row of found)
      if (row.article_id !== own.article_id)
        scores.set(row.article_id, (scores.get(row.article_id) ?? 0) + weight * row.weight)
  }
  const strongest = [...scores]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? 1 : -1))
    .slice(0, COMPARED)
    .map(([id]) => id)
  if (strongest.length === 0) return []
  const rows = await db
    .selectFrom('article_signatures')
    .select(['article_id', 'published', 'access', 'edited', 'terms'])
    .where('article_id', 'in', strongest)
    .execute()
  return rows.map((row) => ({
    id: row.article_id,
    published: row.published,
    access: row.access,
    edited: row.edited,
    signature: JSON.parse(row.terms) as Signature,
  }))
}

type Posting = { article_id: string; weight: number }

/** The newest articles with a term, and where there are many, those from around the time of the article itself. */
async function withTerm(db: Db, term: string, { published }: Signed): Promise<Posting[]> {
  const { rows: newest } = await sql<Posting & { published: string }>`
    select article_id, weight, published from article_terms
    where term = ${term} order by published desc, article_id desc limit ${NEWEST}
  `.execute(db)
  if (newest.length < NEWEST || newest.at(-1)!.published <= published) return newest
  const { rows: before } = await sql<Posting>`
    select article_id, weight from article_terms
    where term = ${term} and published <= ${published}
    order by published desc, article_id desc limit ${AROUND}
  `.execute(db)
  const { rows: after } = await sql<Posting>`
    select article_id, weight from article_terms
    where term = ${term} and published > ${published} and published < ${newest.at(-1)!.published}
    order by published, article_id limit ${AROUND}
  `.execute(db)
  return [...newest, ...before, ...after]
}

/** Keeps choices, and drops the pages of those that are others than before. */
export async function keepChoices(tx: Tx, choices: readonly Choice[]) {
  if (choices.length === 0) return
  const ids = choices.map(({ articleId }) => articleId)
  const former = await tx
    .selectFrom('related')
    .selectAll()
    .where('article_id', 'in', ids)
    .orderBy('position')
    .execute()
  const changed = choices.filter(
    ({ articleId, rows }) =>
      !isDeepStrictEqual(
        former.filter((row) => row.article_id === articleId).map((row) => ({ ...row })),
        rows,
      ),
  )
  if (changed.length === 0) return
  await tx
    .deleteFrom('related')
    .where(
      'article_id',
      'in',
      changed.map(({ articleId }) => articleId),
    )
    .execute()
  const rows = changed.flatMap((choice) => choice.rows)
  for (let at = 0; at < rows.length; at += CHUNK)
    await tx
      .insertInto('related')
      .values(rows.slice(at, at + CHUNK))
      .execute()
  for (const { articleId } of changed) touch(tx, `related:${articleId}`)
}
