import type { Category, Tag } from '../categories/category.ts'
import type { Byline, Contributor } from '../contributors/contributor.ts'
import type { Picture } from '../media/picture.ts'
import { type Newsroom, textFor } from '../newsroom/newsroom.ts'
import type { Direction } from '../platform/language.ts'
import type { Correction } from './correction.ts'
import type { ArticleDocument } from './document.ts'

export const articleKinds = [
  'news',
  'analysis',
  'opinion',
  'interview',
  'feature',
  'explainer',
  'live',
  /** About, imprint, policies: stands alone, is in no list and has no byline. */
  'page',
] as const
export type ArticleKind = (typeof articleKinds)[number]

/** Plain news needs no label; every other kind says what it is. */
export const isLabelled = (kind: ArticleKind) => kind !== 'news' && kind !== 'page'

export const articleStatuses = [
  'draft',
  'submitted',
  'in_edit',
  'ready',
  'scheduled',
  'published',
  'withheld',
] as const
export type ArticleStatus = (typeof articleStatuses)[number]

export type Access = 'standard' | 'premium'

/** What a list shows of an article. */
export type Card = {
  id: string
  path: string
  kind: ArticleKind
  access: Access
  headline: string
  standfirst: string
  language: string
  direction: Direction
  /** ISO 8601 UTC. */
  published: string
  updated: string | null
  words: number
  category: Category | null
  bylines: Byline[]
  picture: Picture | null
}

/** What a line that leads to an article shows of it. */
export type Headline = Pick<
  Card,
  'id' | 'path' | 'kind' | 'access' | 'headline' | 'language' | 'direction' | 'published'
>

/** An article as its own page shows it. */
export type ReadingArticle = Card & {
  seoTitle: string
  socialTitle: string
  socialPicture: Picture | null
  datelinePlace: string
  /** ISO 8601 date, or empty. */
  datelineDate: string
  categories: Category[]
  tags: Tag[]
  /** Null when the reader has no access: then there is nothing of it to leak. */
  body: ArticleDocument | null
  /** What readers were told about its changes, newest first. */
  corrections: Correction[]
  /** Whether it has changed before readers, and its versions can be looked at. */
  versioned: boolean
  /** The pictures that the body shows, by id. */
  pictures: Map<string, Picture>
}

/** What stands at a withheld article's address. */
export type WithheldArticle = Pick<Card, 'headline' | 'language' | 'direction'> & {
  withheld: string
  reason: string
}

export type Disclaimer = { kind: 'guest' | 'opinion'; contributor: Contributor | null }

/**
 * The disclaimers an article carries. Nobody can leave them out: they follow from its kind and its bylines.
 * Authors count, translators and photographers do not.
 */
export function disclaimersOf(article: Pick<Card, 'kind' | 'bylines'>): Disclaimer[] {
  const guests = article.bylines
    .filter(({ role, contributor }) => role === 'author' && contributor.kind === 'guest')
    .map(({ contributor }): Disclaimer => ({ kind: 'guest', contributor }))
  const ownWords = guests.filter(({ contributor }) => contributor!.disclaimer)
  const general =
    guests.length > ownWords.length ? [{ kind: 'guest' as const, contributor: null }] : []
  const opinion =
    article.kind === 'opinion' ? [{ kind: 'opinion' as const, contributor: null }] : []
  return [...opinion, ...ownWords, ...general]
}

/** A disclaimer's words in a language: the contributor's own, or the newsroom's. */
export const disclaimerText = (
  { kind, contributor }: Disclaimer,
  { disclaimers }: Pick<Newsroom, 'disclaimers'>,
  language: string,
) => contributor?.disclaimer || textFor(disclaimers[kind], language)

/** Minutes to read, at 230 words a minute (Brysbaert 2019, silent reading of non-fiction: 238). */
export const readingMinutes = (words: number) => Math.max(1, Math.round(words / 230))

/** Headlines wider than this, in letters of the Latin alphabet, are set smaller where they are set large. */
const LONG = 90

/** Whether a headline is long to the eye: a character of Chinese, Japanese or Korean is as wide as two letters. */
export const isLong = (headline: string) =>
  headline.length +
    (headline.match(/[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\uff00-\uff60]/g)
      ?.length ?? 0) >
  LONG
