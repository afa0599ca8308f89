import { type RawBuilder, sql } from 'kysely'
import type { Database, Db } from '../platform/database.ts'

/** How many of the articles that answer are filed where. */
export type Facets = {
  categories: Map<string, number>
  contributors: Map<string, number>
  tags: Map<string, number>
  languages: Map<string, number>
}

/** Counts where articles are filed; a category counts what is filed in it itself. */
export async function facetsOf(
  db: Db,
  kind: Database['kind'],
  articleIds: readonly string[],
): Promise<Facets> {
  const ids = listOf(kind, articleIds)
  if (articleIds.length === 0)
    return { categories: new Map(), contributors: new Map(), tags: new Map(), languages: new Map() }
  const [main, beside, bylines, tags, languages] = await Promise.all([
    db
      .selectFrom('articles')
      .select(['category_id as value', (e) => e.fn.countAll().as('count')])
      .where('id', 'in', ids)
      .where('category_id', 'is not', null)
      .groupBy('category_id')
      .execute(),
    db
      .selectFrom('article_categories')
      .select(['category_id as value', (e) => e.fn.countAll().as('count')])
      .where('article_id', 'in', ids)
      .groupBy('category_id')
      .execute(),
    db
      .selectFrom('bylines')
      .select(['contributor_id as value', (e) => e.fn.count('article_id').distinct().as('count')])
      .where('article_id', 'in', ids)
      .groupBy('contributor_id')
      .execute(),
    db
      .selectFrom('article_tags')
      .select(['tag_id as value', (e) => e.fn.countAll().as('count')])
      .where('article_id', 'in', ids)
      .groupBy('tag_id')
      .execute(),
    db
      .selectFrom('articles')
      .select(['language as value', (e) => e.fn.countAll().as('count')])
      .where('id', 'in', ids)
      .groupBy('language')
      .execute(),
  ])
  return {
    categories: counted([...main, ...beside]),
    contributors: counted(bylines),
    tags: counted(tags),
    languages: counted(
      languages.map(({ value, count }) => ({ value: value.split('-')[0]!.toLowerCase(), count })),
    ),
  }
}

/** Many ids as one value: hundreds of placeholders take longer to read than the articles to count. */
const listOf = (kind: Database['kind'], ids: readonly string[]): RawBuilder<string> =>
  kind === 'postgres'
    ? sql`(select unnest(${[...ids]}::text[]))`
    : sql`(select value from json_each(${JSON.stringify(ids)}))`

function counted(rows: { value: string | null; count: string | number | bigint }[]) {
  const counts = new Map<string, number>()
  for (const { value, count } of rows)
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + Number(count))
  return counts
}
