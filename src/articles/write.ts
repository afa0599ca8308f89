import { isReserved, slugOf } from '../addresses/address.ts'
import { freePath, settle } from '../addresses/addresses.ts'
import { allCategories, categoryById } from '../categories/categories.ts'
import { standing } from '../contributors/contributors.ts'
import { showPictures } from '../media/pictures.ts'
import { noteUses } from '../media/uses.ts'
import { type Db, type Tx, touch } from '../platform/database.ts'
import { uuid } from '../platform/ids.ts'
import { record } from '../platform/outbox.ts'
import { Refusal } from '../platform/refusals.ts'
import type { ArticleKind } from './article.ts'
import { touchCorrections } from './corrections.ts'
import { isSameToReaders } from './digest.ts'
import { feedsFor } from './feed.ts'
import { refile } from './feeds.ts'
import { type ArticleFields, blank, type Checked, check, columns } from './fields.ts'
import { attached, filing } from './filing.ts'
import { portraitsIn, shownBy } from './shown.ts'
import type { ArticleTables } from './tables.ts'
import { refuseSecondIn } from './translations.ts'
import { keepVersion } from './versions.ts'

/** Begins an article that nobody sees yet; returns its id. `by` is the colleague who begins it. */
export async function draft(
  tx: Tx,
  fields: Partial<ArticleFields> & { headline: string },
  now: Date,
  by: string | null = null,
): Promise<string> {
  const checked = check({ ...blank, ...fields })
  const id = uuid(now)
  const path = await settle(
    tx,
    'article',
    id,
    await freePath(tx, checked.path ?? (await defaultPath(tx, id, checked))),
    now,
  )
  await tx
    .insertInto('articles')
    .values({
      ...columns(checked),
      id,
      path,
      status: 'draft',
      version: 1,
      created: now.toISOString(),
      edited: now.toISOString(),
      published: null,
      updated: null,
      scheduled: null,
      withheld: null,
      withheld_reason: '',
      created_by: by,
      assigned_to: by,
      due: null,
    })
    .execute()
  await attach(tx, id, checked)
  return id
}

/**
 * Changes an article. Of a published one, readers see the change at once; `updated` moves and a version is kept unless
 * the change is silent (a new category, an import's own). Returns the id of the version that it made.
 */
export async function edit(
  tx: Tx,
  id: string,
  changes: Partial<ArticleFields>,
  now: Date,
  options: { silent?: boolean; by?: string } = {},
): Promise<string | undefined> {
  const { row, fields } = await load(tx, id)
  const checked = check({ ...fields, ...changes })
  if (checked.language !== row.language) await refuseSecondIn(tx, id, checked.language)
  const path = changes.path ? await settle(tx, 'article', id, changes.path, now) : row.path
  const isNews = row.status === 'published' && !options.silent
  const updated = isNews ? now.toISOString() : row.updated
  const said = columns(checked)
  await tx
    .updateTable('articles')
    .set({
      ...said,
      path,
      version: row.version + 1,
      edited: now.toISOString(),
      updated,
    })
    .where('id', '=', id)
    .execute()
  await detach(tx, id)
  await attach(tx, id, checked)
  const left = await file(tx, id)
  touch(tx, `article:${id}`)
  if (row.status === 'published') {
    touch(tx, 'articles', row.published!)
    await showPictures(tx, [...shownBy(checked), ...(await portraitsIn(tx, checked))], now)
  }
  if (row.kind === 'page' || checked.kind === 'page') touch(tx, 'standing pages')
  if (checked.language !== row.language) await touchCorrections(tx, id, row.language)
  const { by } = options
  await record(
    tx,
    'article.edited',
    { articleId: id, ...(by ? { by } : {}), ...(left.length > 0 ? { left } : {}) },
    now,
  )
  return isNews && !isSameToReaders(fields, checked)
    ? await keepVersion(tx, row, said, now)
    : undefined
}

/** Puts an article into the lists it belongs in now. Returns those that it has left. */
export async function file(tx: Tx, id: string): Promise<string[]> {
  const { published, ...listed } = await filing(tx, id)
  return await refile(tx, id, published, feedsFor(listed, await allCategories(tx)))
}

/** An article with an editor's fields, or a refusal. */
export async function load(
  db: Db,
  id: string,
): Promise<{ row: ArticleTables['articles']; fields: ArticleFields }> {
  const row = await db.selectFrom('articles').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', 'articles/unknown', 'There is no such article.')
  const { contributorIds: _, ...links } = await attached(db, id)
  return {
    row,
    fields: {
      kind: row.kind as ArticleKind,
      access: row.access as 'standard' | 'premium',
      headline: row.headline,
      seoTitle: row.seo_title,
      socialTitle: row.social_title,
      socialPictureId: row.social_picture_id,
      standfirst: row.standfirst,
      datelinePlace: row.dateline_place,
      datelineDate: row.dateline_date,
      language: row.language,
      body: JSON.parse(row.body),
      categoryId: row.category_id,
      leadPictureId: row.lead_picture_id,
      ...links,
    },
  }
}

async function attach(tx: Tx, id: string, fields: Checked) {
  await noteUses(tx, 'article', { id, pictureIds: shownBy(fields) })
  const categories = [...new Set(fields.categoryIds)].filter(
    (category) => category !== fields.categoryId,
  )
  if (categories.length > 0)
    await tx
      .insertInto('article_categories')
      .values(
        categories.map((category_id, position) => ({ article_id: id, category_id, position })),
      )
      .execute()
  const tags = [...new Set(fields.tagIds)]
  if (tags.length > 0)
    await tx
      .insertInto('article_tags')
      .values(tags.map((tag_id, position) => ({ article_id: id, tag_id, position })))
      .execute()
  const bylines = await standing(tx, fields.bylines)
  if (bylines.length > 0)
    await tx
      .insertInto('bylines')
      .values(
        bylines.map(({ contributorId, role }, position) => ({
          article_id: id,
          position,
          contributor_id: contributorId,
          role,
        })),
      )
      .execute()
}

async function detach(tx: Tx, id: string) {
  await tx.deleteFrom('article_categories').where('article_id', '=', id).execute()
  await tx.deleteFrom('article_tags').where('article_id', '=', id).execute()
  await tx.deleteFrom('bylines').where('article_id', '=', id).execute()
}

export async function defaultPath(
  tx: Tx,
  id: string,
  fields: Pick<ArticleFields, 'headline' | 'kind' | 'categoryId'>,
) {
  const slug = slugOf(fields.headline) || id.slice(-12)
  // A headline of one word may be the newsroom's own address: “Search”, “Guest”.
  if (fields.kind === 'page' || !fields.categoryId)
    return isReserved(`/${slug}`) ? `/${slug}-2` : `/${slug}`
  return `${(await categoryById(tx, fields.categoryId)).path}/${slug}`
}
