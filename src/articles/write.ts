import { z } from 'zod'
import { slugOf } from '../addresses/address.ts'
import { freePath, settle } from '../addresses/addresses.ts'
import { allCategories, categoryById } from '../categories/categories.ts'
import { bylineRoles } from '../contributors/contributor.ts'
import { type Tx, touch } from '../platform/database.ts'
import { uuid } from '../platform/ids.ts'
import { directionOf, languageTag } from '../platform/language.ts'
import { record } from '../platform/outbox.ts'
import { Refusal } from '../platform/refusals.ts'
import { type ArticleKind, type ArticleStatus, articleKinds } from './article.ts'
import {
  type ArticleDocument,
  documentText,
  emptyDocument,
  readDocument,
  wordCount,
} from './document.ts'
import { feedsFor } from './feed.ts'
import { refile } from './feeds.ts'
import type { ArticleTables } from './tables.ts'

/** What an editor may say of an article. */
export const ArticleFields = z.object({
  kind: z.enum(articleKinds),
  access: z.enum(['standard', 'premium']),
  headline: z.string().trim().min(1, 'Write a headline.').max(300),
  seoTitle: z.string().max(300),
  socialTitle: z.string().max(300),
  socialPictureId: z.string().nullable(),
  standfirst: z.string().max(2000),
  datelinePlace: z.string().max(120),
  datelineDate: z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/, 'Write the date as 2019-05-09.'),
  language: z
    .string()
    .refine((tag) => languageTag(tag) !== undefined, 'Write a language tag such as en or ar.')
    .transform((tag) => languageTag(tag)!),
  direction: z.enum(['ltr', 'rtl']).optional(),
  body: z.custom<ArticleDocument>(),
  categoryId: z.string().nullable(),
  categoryIds: z.array(z.string()).max(50),
  tagIds: z.array(z.string()).max(200),
  bylines: z.array(z.object({ contributorId: z.string(), role: z.enum(bylineRoles) })).max(50),
  leadPictureId: z.string().nullable(),
  path: z.string().optional(),
})
export type ArticleFields = z.input<typeof ArticleFields>

const blank: Omit<ArticleFields, 'headline' | 'path' | 'direction'> = {
  kind: 'news',
  access: 'standard',
  seoTitle: '',
  socialTitle: '',
  socialPictureId: null,
  standfirst: '',
  datelinePlace: '',
  datelineDate: '',
  language: 'en',
  body: emptyDocument,
  categoryId: null,
  categoryIds: [],
  tagIds: [],
  bylines: [],
  leadPictureId: null,
}

/** Begins an article that nobody sees yet; returns its id. */
export async function draft(
  tx: Tx,
  fields: Partial<ArticleFields> & { headline: string },
  now: Date,
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
    })
    .execute()
  await attach(tx, id, checked)
  return id
}

/**
 * Changes an article. Of a published one, readers see the change at once; `updated` moves unless the change is
 * silent (a typo, a new category).
 */
export async function edit(
  tx: Tx,
  id: string,
  changes: Partial<ArticleFields>,
  now: Date,
  options: { silent?: boolean } = {},
) {
  const { row, fields } = await load(tx, id)
  const checked = check({ ...fields, ...changes })
  const path = changes.path ? await settle(tx, 'article', id, changes.path, now) : row.path
  const updated = row.status === 'published' && !options.silent ? now.toISOString() : row.updated
  await tx
    .updateTable('articles')
    .set({
      ...columns(checked),
      path,
      version: row.version + 1,
      edited: now.toISOString(),
      updated,
    })
    .where('id', '=', id)
    .execute()
  await detach(tx, id)
  await attach(tx, id, checked)
  await file(tx, id)
  touch(tx, `article:${id}`)
  await record(tx, 'article.edited', { articleId: id }, now)
}

/** Shows an article to readers. `published` keeps an earlier time of publication (an import, a return after withholding). */
export async function publish(tx: Tx, id: string, now: Date, published?: string) {
  const { row } = await load(tx, id)
  if (row.status === 'published')
    throw new Refusal('conflict', 'articles/published', 'This article is already published.')
  await tx
    .updateTable('articles')
    .set({
      status: 'published',
      published: published ?? row.published ?? now.toISOString(),
      scheduled: null,
      withheld: null,
      withheld_reason: '',
      version: row.version + 1,
      edited: now.toISOString(),
    })
    .where('id', '=', id)
    .execute()
  await file(tx, id)
  touch(tx, `article:${id}`)
  await record(tx, 'article.published', { articleId: id }, now)
}

/** Sets the time at which an article goes out by itself. */
export async function schedule(tx: Tx, id: string, at: Date, now: Date) {
  const { row } = await load(tx, id)
  if (row.status === 'published')
    throw new Refusal('conflict', 'articles/published', 'This article is already published.')
  await tx
    .updateTable('articles')
    .set({
      status: 'scheduled',
      scheduled: at.toISOString(),
      version: row.version + 1,
      edited: now.toISOString(),
    })
    .where('id', '=', id)
    .execute()
  await record(tx, 'article.scheduled', { articleId: id }, now)
}

/** Publishes what is due, in order, each once; returns the ids. */
export async function publishDue(tx: Tx, now: Date): Promise<string[]> {
  const due = await tx
    .selectFrom('articles')
    .select(['id', 'scheduled'])
    .where('status', '=', 'scheduled')
    .where('scheduled', '<=', now.toISOString())
    .orderBy('scheduled')
    .orderBy('id')
    .limit(100)
    .execute()
  for (const { id, scheduled } of due) await publish(tx, id, now, scheduled!)
  return due.map(({ id }) => id)
}

/** Takes an article off every page. Its own address says so, with the reason. */
export async function withhold(tx: Tx, id: string, reason: string, now: Date) {
  const { row } = await load(tx, id)
  if (row.status !== 'published')
    throw new Refusal(
      'conflict',
      'articles/not-published',
      'Only a published article can be withheld.',
    )
  if (!reason.trim())
    throw new Refusal(
      'invalid',
      'articles/reason',
      'Write the reason: readers who come to the address will see it.',
    )
  await tx
    .updateTable('articles')
    .set({
      status: 'withheld',
      withheld: now.toISOString(),
      withheld_reason: reason.trim(),
      version: row.version + 1,
      edited: now.toISOString(),
    })
    .where('id', '=', id)
    .execute()
  await file(tx, id)
  touch(tx, `article:${id}`)
  await record(tx, 'article.withheld', { articleId: id }, now)
}

/** Puts an article into the lists it belongs in now. */
export async function file(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('articles')
    .select(['kind', 'status', 'language', 'category_id', 'published'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const wanted = feedsFor(
    {
      kind: row.kind as ArticleKind,
      status: row.status as ArticleStatus,
      language: row.language,
      categoryId: row.category_id,
      ...(await attached(tx, id)),
    },
    await allCategories(tx),
  )
  await refile(tx, id, row.published, wanted)
}

async function attached(tx: Tx, id: string) {
  const categories = await tx
    .selectFrom('article_categories')
    .select('category_id')
    .where('article_id', '=', id)
    .orderBy('position')
    .execute()
  const tags = await tx
    .selectFrom('article_tags')
    .select('tag_id')
    .where('article_id', '=', id)
    .orderBy('position')
    .execute()
  const bylines = await tx
    .selectFrom('bylines')
    .select(['contributor_id', 'role'])
    .where('article_id', '=', id)
    .orderBy('position')
    .execute()
  return {
    categoryIds: categories.map((row) => row.category_id),
    tagIds: tags.map((row) => row.tag_id),
    contributorIds: bylines.map((row) => row.contributor_id),
    bylines: bylines.map((row) => ({
      contributorId: row.contributor_id,
      role: row.role as (typeof bylineRoles)[number],
    })),
  }
}

async function load(
  tx: Tx,
  id: string,
): Promise<{ row: ArticleTables['articles']; fields: ArticleFields }> {
  const row = await tx.selectFrom('articles').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', 'articles/unknown', 'There is no such article.')
  const { contributorIds: _, ...links } = await attached(tx, id)
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

/** Refuses fields that cannot be stored, naming the first and the remedy. */
export function check(fields: ArticleFields) {
  const checked = ArticleFields.safeParse(fields)
  if (!checked.success) {
    const issue = checked.error.issues[0]!
    throw new Refusal('invalid', 'articles/field', `${issue.path.join('.')}: ${issue.message}`)
  }
  try {
    readDocument(checked.data.body)
  } catch (error) {
    throw new Refusal('invalid', 'articles/body', `body: ${(error as Error).message}`)
  }
  return checked.data
}

type Checked = z.output<typeof ArticleFields>

/** The row's columns that follow from an editor's fields. */
export const columns = (fields: Checked) => ({
  kind: fields.kind,
  access: fields.access,
  headline: fields.headline,
  seo_title: fields.seoTitle,
  social_title: fields.socialTitle,
  social_picture_id: fields.socialPictureId,
  standfirst: fields.standfirst,
  dateline_place: fields.datelinePlace,
  dateline_date: fields.datelineDate,
  body: JSON.stringify(fields.body),
  words: wordCount(documentText(fields.body), fields.language),
  language: fields.language,
  direction: fields.direction ?? directionOf(fields.language),
  category_id: fields.categoryId,
  lead_picture_id: fields.leadPictureId,
})

async function attach(tx: Tx, id: string, fields: Checked) {
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
  if (fields.bylines.length > 0)
    await tx
      .insertInto('bylines')
      .values(
        fields.bylines.map(({ contributorId, role }, position) => ({
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

async function defaultPath(tx: Tx, id: string, fields: Checked) {
  const slug = slugOf(fields.headline) || id.slice(-12)
  if (fields.kind === 'page' || !fields.categoryId) return `/${slug}`
  return `${(await categoryById(tx, fields.categoryId)).path}/${slug}`
}
