import type { Db } from '../platform/database.ts'

/** How many of the articles that answer are filed where. */
export type Facets = {
  categories: Map<string, number>
  contributors: Map<string, number>
  tags: Map<string, number>
  languages: Map<string, number>
}

/** Counts where articles are filed; a category counts what is filed in it itself. */
export async function facetsOf(db: Db, articleIds: readonly string[]): Promise<Facets> {
  if (articleIds.length === 0)
    return { categories: new Map(), contributors: new Map(), tags: new Map(), languages: new Map() }
  const [main, beside, bylines, tags, languages] = await Promise.all([
    db
      .selectFrom('articles')
      .select(['category_id as value', (e) => e.fn.countAll().as('count')])
      .where('id', 'in', articleIds)
      .where('category_id', 'is not', null)
      .groupBy('category_id')
      .execute(),
    db
      .selectFrom('article_categories')
      .select(['category_id as value', (e) => e.fn.countAll().as('count')])
      .where('article_id', 'in', articleIds)
      .groupBy('category_id')
      .execute(),
    db
      .selectFrom('bylines')
      .select(['contributor_id as value', (e) => e.fn.count('article_id').distinct().as('count')])
      .where('article_id', 'in', articleIds)
      .groupBy('contributor_id')
      .execute(),
    db
      .selectFrom('article_tags')
      .select(['tag_id as value', (e) => e.fn.countAll().as('count')])
      .where('article_id', 'in', articleIds)
      .groupBy('tag_id')
      .execute(),
    db
      .selectFrom('articles')
      .select(['language as value', (e) => e.fn.countAll().as('count')])
      .where('id', 'in', articleIds)
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

function counted(rows: { value: string | null; count: string | number | bigint }[]) {
  const counts = new Map<string, number>()
  for (const { value, count } of rows)
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + Number(count))
  return counts
}
