import { z } from 'zod'
import { bylineRoles } from '../contributors/contributor.ts'
import { directionOf, languageTag } from '../platform/language.ts'
import { Refusal } from '../platform/refusals.ts'
import { articleKinds } from './article.ts'
import {
  type ArticleDocument,
  documentText,
  emptyDocument,
  readDocument,
  wordCount,
} from './document.ts'

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

/** An article of which only the headline is known. */
export const blank: Omit<ArticleFields, 'headline' | 'path' | 'direction'> = {
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

export type Checked = z.output<typeof ArticleFields>

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
