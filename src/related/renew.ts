import { sql } from 'kysely'
import type { Comparable } from '../articles/comparing.ts'
import { baseOf } from '../articles/feed.ts'
import { type Tx, touch } from '../platform/database.ts'
import { type Candidate, type Chosen, choose, likeness } from './choice.ts'
import { type Counted, findableBy, type Signature, signatureOf } from './signature.ts'
import { type KnownNames, termsOf } from './terms.ts'

/** Says what an article is about now; one that readers cannot see is forgotten. */
export async function sign(
  tx: Tx,
  id: string,
  article: Comparable | undefined,
  counted: Counted,
  known: KnownNames,
) {
  const former = await tx
    .selectFrom('article_signatures')
    .selectAll()
    .where('article_id', '=', id)
    .executeTakeFirst()
  const row = article && {
    article_id: id,
    language: baseOf(article.language),
    access: article.access,
    published: article.published,
    terms: JSON.stringify(signatureOf(termsOf(article, known), counted)),
  }
  if (former && row && JSON.stringify(former) === JSON.stringify({ ...former, ...row })) return
  if (former) {
    await tx
      .deleteFrom('article_terms')
      .where('article_id', '=', id)
      .where('published', '=', former.published)
      .where(
        'term',
        'in',
        postingsOf(former)
          .map(({ term }) => term)
          .concat(''),
      )
      .execute()
    await tx.deleteFrom('article_signatures').where('article_id', '=', id).execute()
  }
  // A reason made from a text that is Premium or gone now must not stay until its article chooses anew.
  if (!row || (former && former.access !== row.access)) await retract(tx, id)
  if (!row) return
  await tx.insertInto('article_signatures').values(row).execute()
  const postings = postingsOf(row)
  if (postings.length > 0) await tx.insertInto('article_terms').values(postings).execute()
}

type Signed = { article_id: string; language: string; published: string; terms: string }

const postingsOf = ({ article_id, language, published, terms }: Signed) =>
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
const NEWEST = 40
const AROUND = 20
/** Articles that are compared as a whole. */
const COMPARED = 48

/** Chooses what to recommend under an article; returns the articles most like it, which may now recommend it. */
export async function relate(tx: Tx, id: string): Promise<string[]> {
  const own = await tx
    .selectFrom('article_signatures')
    .selectAll()
    .where('article_id', '=', id)
    .executeTakeFirst()
  if (!own) return []
  const signature = JSON.parse(own.terms) as Signature
  const candidates = await candidatesOf(tx, own, signature)
  await keep(tx, own, choose(signature, candidates), candidates)
  return candidates
    .map((one) => ({ id: one.id, score: likeness(signature, one.signature) }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? 1 : -1))
    .map((one) => one.id)
}

type Compared = Candidate & { access: string }

async function candidatesOf(tx: Tx, own: Signed, signature: Signature): Promise<Compared[]> {
  const scores = new Map<string, number>()
  for (const [key, weight] of findableBy(signature)) {
    const found = await withTerm(tx, `${own.language} ${key}`, own)
    for (const row of found)
      if (row.article_id !== own.article_id)
        scores.set(row.article_id, (scores.get(row.article_id) ?? 0) + weight * row.weight)
  }
  const strongest = [...scores]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? 1 : -1))
    .slice(0, COMPARED)
    .map(([id]) => id)
  if (strongest.length === 0) return []
  const rows = await tx
    .selectFrom('article_signatures')
    .select(['article_id', 'published', 'access', 'terms'])
    .where('article_id', 'in', strongest)
    .execute()
  return rows.map((row) => ({
    id: row.article_id,
    published: row.published,
    access: row.access,
    signature: JSON.parse(row.terms) as Signature,
  }))
}

type Posting = { article_id: string; weight: number }

/** The newest articles with a term, and where there are many, those from around the time of the article itself. */
async function withTerm(tx: Tx, term: string, { published }: Signed): Promise<Posting[]> {
  const { rows: newest } = await sql<Posting & { published: string }>`
    select article_id, weight, published from article_terms
    where term = ${term} order by published desc, article_id desc limit ${NEWEST}
  `.execute(tx)
  if (newest.length < NEWEST || newest.at(-1)!.published <= published) return newest
  const { rows: before } = await sql<Posting>`
    select article_id, weight from article_terms
    where term = ${term} and published <= ${published}
    order by published desc, article_id desc limit ${AROUND}
  `.execute(tx)
  const { rows: after } = await sql<Posting>`
    select article_id, weight from article_terms
    where term = ${term} and published > ${published} and published < ${newest.at(-1)!.published}
    order by published, article_id limit ${AROUND}
  `.execute(tx)
  return [...newest, ...before, ...after]
}

/** Keeps a choice, and drops the article's page when it is another than before. */
async function keep(
  tx: Tx,
  own: Signed & { access: string },
  chosen: readonly Chosen[],
  candidates: readonly Compared[],
) {
  const access = new Map(candidates.map((one) => [one.id, one.access]))
  const rows = chosen.map(({ id, reason }, position) => ({
    article_id: own.article_id,
    position,
    other_id: id,
    reason: JSON.stringify(reason),
    own_access: own.access,
    other_access: access.get(id)!,
  }))
  const former = await tx
    .selectFrom('related')
    .selectAll()
    .where('article_id', '=', own.article_id)
    .orderBy('position')
    .execute()
  if (isSame(former, rows)) return
  await tx.deleteFrom('related').where('article_id', '=', own.article_id).execute()
  if (rows.length > 0) await tx.insertInto('related').values(rows).execute()
  touch(tx, `related:${own.article_id}`)
}

const isSame = (former: readonly object[], rows: readonly object[]) =>
  former.length === rows.length &&
  rows.every((row, at) =>
    Object.entries(row).every(([column, value]) => (former[at] as never)[column] === value),
  )
