import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { categories as demoCategories, tags as demoTags } from '../../demo/categories.ts'
import { contributors as demoContributors } from '../../demo/contributors.ts'
import { pictures as demoPictures } from '../../demo/pictures.ts'
import type { DemoArticle } from '../../demo/write.ts'
import type { Card, ReadingArticle } from '../../src/articles/article.ts'
import {
  type ArticleDocument,
  documentText,
  picturesIn,
  wordCount,
} from '../../src/articles/document.ts'
import type { Category } from '../../src/categories/category.ts'
import type { Contributor } from '../../src/contributors/contributor.ts'
import { assets } from '../../src/design/assets.ts'
import { documentOf } from '../../src/design/layout.tsx'
import { iconOf } from '../../src/media/icon.ts'
import type { Picture } from '../../src/media/picture.ts'
import { unnamed } from '../../src/newsroom/newsroom.ts'
import { directionOf } from '../../src/platform/language.ts'
import type { Front } from '../../src/site/lists.ts'
import { ArchivePage, DayPage, MonthPage } from '../../src/site/pages/archive.tsx'
import { ArticlePage } from '../../src/site/pages/article.tsx'
import { HomePage } from '../../src/site/pages/home.tsx'
import { CategoryPage, ContributorPage, TagPage } from '../../src/site/pages/lists.tsx'
import { ErrorPage, WithheldPage } from '../../src/site/pages/notices.tsx'
import type { Shell } from '../../src/site/shell.ts'
import { everyNode } from './every-node.ts'

/** Every page with the demo's articles, without a database. */

const modules = import.meta.glob<{ default: DemoArticle }>('../../demo/articles/*.ts', {
  eager: true,
})
const written = Object.values(modules)
  .map((module) => module.default)
  .filter(({ status }) => status === 'published')
  .sort((a, b) => (a.published < b.published ? 1 : -1))

export const pictures = new Map<string, Picture>()

/** The file of a demo picture, where there is one. */
export function fileOf(key: string): string | undefined {
  const known = demoPictures.find((one) => one.key === key)
  const path = known && `demo/pictures/${known.file}`
  return path && existsSync(path) ? path : undefined
}

function sizeOf(key: string) {
  const file = fileOf(key)
  if (!file)
    return key.startsWith('portrait') ? { width: 900, height: 900 } : { width: 1800, height: 1200 }
  const { width, height } = imageSize(readFileSync(file))
  return { width, height }
}

/** Pixels of a PNG (its IHDR) or a JPEG (its start of frame). */
function imageSize(bytes: Buffer) {
  if (bytes[0] === 0x89) return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
  for (let at = 2; ; at += 2 + bytes.readUInt16BE(at + 2))
    if (bytes[at + 1]! >= 0xc0 && bytes[at + 1]! <= 0xc2)
      return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) }
}

/** A stand-in for a picture of the demo: drawn by the preview where its file is missing. */
function picture(key: string): Picture {
  let found = pictures.get(key)
  if (!found) {
    const known = demoPictures.find((one) => one.key === key)
    found = {
      id: key,
      hash: createHash('md5').update(key).digest('hex'),
      ...sizeOf(key),
      alt: known?.alt ?? `Picture ${key}`,
      caption: known?.caption ?? `What “${key}” shows, in a sentence of the ordinary length.`,
      credit: known?.credit ?? 'Jana Reier',
      licence: known?.licence ?? 'CC BY 4.0',
      focalX: known?.focalX ?? 0.5,
      focalY: known?.focalY ?? 0.4,
    }
    pictures.set(key, found)
  }
  return found
}

const categories: Category[] = demoCategories.map((category, position) => ({
  id: category.key,
  name: category.name,
  names: category.names,
  description: category.description,
  path: `/${category.slug}`,
  parentId: category.parent,
  position,
}))
const categoryOf = (key: string) => categories.find(({ id }) => id === key)!

const contributors = new Map(
  demoContributors.map(({ key, slug, picture: portrait, ...rest }): [string, Contributor] => [
    key,
    { ...rest, id: key, path: `/contributors/${slug}`, pictureId: portrait },
  ]),
)
const tags = demoTags.map(({ key, name, slug }) => ({ id: key, name, path: `/tags/${slug}` }))

const cardOf = (article: DemoArticle): Card => ({
  id: article.slug,
  path: `/${article.language === 'en' ? '' : `${article.language}/`}${article.slug}`,
  kind: article.kind,
  access: article.access,
  headline: article.headline,
  standfirst: article.standfirst,
  language: article.language,
  direction: directionOf(article.language),
  published: article.published,
  updated: article.updated ?? null,
  words: wordCount(documentText(article.body), article.language),
  category: categoryOf(article.category),
  bylines: article.bylines.flatMap(({ role, contributor }) => {
    const found = contributors.get(contributor)
    return found ? [{ role, contributor: found }] : []
  }),
  picture: article.leadPicture ? picture(article.leadPicture) : null,
})

const readingOf = (article: DemoArticle): ReadingArticle => {
  const card = cardOf(article)
  const shown = [
    ...picturesIn(article.body),
    ...card.bylines.flatMap(({ contributor }) => contributor.pictureId ?? []),
  ]
  return {
    ...card,
    seoTitle: '',
    socialTitle: '',
    corrections: [],
    versioned: false,
    socialPicture: null,
    datelinePlace: article.datelinePlace,
    datelineDate: article.datelineDate,
    categories: article.categories.map(categoryOf),
    tags: tags.filter(({ id }) => article.tags.includes(id)),
    body: article.access === 'premium' ? null : article.body,
    pictures: new Map(shown.map((key) => [key, picture(key)])),
  }
}

const shell: Shell = {
  newsroom: {
    ...unnamed,
    name: 'The Sounding',
    tagline: 'Depth, position, date: reporting on rivers, borders and wars',
    timezone: 'Europe/Berlin',
    navigation: [{ at: 'head' as const, label: 'About us', href: '/about' }],
    imprint: 'The Sounding is published by the Sounding Cooperative. Answerable: Miriam Aldous.',
  },
  logo: null,
  icon: iconOf(unnamed, null),
  categories,
  fronts: ['en', 'ar', 'ru'],
}

const frontOf = (cards: Card[], language: string): Front => {
  const own = cards.filter((card) => card.language === language)
  const opinion = own.filter(({ kind }) => kind === 'opinion').slice(0, 4)
  const latest = own.filter((card) => !opinion.includes(card)).slice(0, 14)
  const shown = new Set([...opinion, ...latest])
  const rivers = categories
    .filter(({ parentId }) => parentId === null)
    .flatMap((category) => {
      const found = own
        .filter((card) => {
          const at = card.category
          return !shown.has(card) && (at?.id === category.id || at?.parentId === category.id)
        })
        .slice(0, 4)
      for (const card of found) shown.add(card)
      return found.length > 0 ? [{ category, cards: found }] : []
    })
  return { latest, opinion, rivers }
}

const cards = written.map(cardOf)
const many = Array.from({ length: 4 }, (_, year) =>
  cards.map((card) => ({
    ...card,
    id: `${card.id}-${year}`,
    published: card.published.replace(/^\d{4}/, String(2020 - year)),
  })),
).flat()

const sheet = { shell, siteUrl: 'https://sounding.example' }
const en = { ...sheet, language: 'en' }
const reading = (slug: string) => readingOf(written.find((article) => article.slug === slug)!)
const article = (slug: string) => {
  const found = reading(slug)
  return <ArticlePage {...sheet} path={found.path} article={found} />
}
const none: Front = { latest: [], opinion: [], rivers: [] }
const bare = (from: Card[]) => from.map((card) => ({ ...card, picture: null }))
const accent = (colour: string, dark: string): Shell => ({
  ...shell,
  newsroom: { ...shell.newsroom, colours: { accent: colour, accentDark: dark } },
})
const everything: ReadingArticle = {
  ...reading('a-year-after-qalaat-al-madiq'),
  path: '/every-node',
  headline: 'Every node and mark that a document can hold',
  kind: 'explainer',
  datelinePlace: 'Torva',
  datelineDate: '2020-02-11',
  body: everyNode as ArticleDocument,
  pictures: new Map(['ledger', 'dam', 'bridge'].map((key) => [key, picture(key)])),
}
const months = [2020, 2019, 2018].flatMap((year) =>
  [12, 11, 9, 6, 5, 4, 2, 1].map((month) => ({ year, month })),
)

export const pages: Record<string, () => unknown> = {
  home: () => <HomePage {...en} path="/" front={frontOf(many, 'en')} older="/?before=x" />,
  'home-3': () => <HomePage {...en} path="/" front={frontOf(cards.slice(0, 3), 'en')} />,
  'home-1': () => <HomePage {...en} path="/" front={frontOf(cards.slice(0, 1), 'en')} />,
  'home-0': () => <HomePage {...en} path="/" front={none} />,
  'home-bare': () => <HomePage {...en} path="/" front={frontOf(bare(many), 'en')} />,
  'home-ar': () => (
    <HomePage
      {...sheet}
      language="ar"
      path="/ar"
      front={frontOf(
        many.filter((c) => c.language === 'ar'),
        'ar',
      )}
    />
  ),
  'home-ru': () => <HomePage {...sheet} language="ru" path="/ru" front={frontOf(many, 'ru')} />,
  'home-yellow': () => (
    <HomePage {...en} shell={accent('#ffdd00', '#1a1a80')} path="/" front={frontOf(many, 'en')} />
  ),
  category: () => (
    <CategoryPage
      {...en}
      path="/europe"
      category={categoryOf('europe')}
      cards={many.slice(0, 20)}
      older="/europe?before=x"
    />
  ),
  subcategory: () => (
    <CategoryPage
      {...en}
      path="/syria"
      category={categoryOf('syria')}
      cards={cards.filter((c) => c.category?.id === 'syria')}
    />
  ),
  'category-0': () => (
    <CategoryPage {...en} path="/work" category={categoryOf('work')} cards={[]} />
  ),
  tag: () => (
    <TagPage
      {...en}
      path="/tags/idlib"
      tag={tags[1]!}
      cards={cards.slice(0, 9)}
      newer="/tags/idlib"
    />
  ),
  contributor: () => {
    const contributor = [...contributors.values()][1]!
    return (
      <ContributorPage
        {...en}
        path={contributor.path}
        contributor={contributor}
        picture={picture(contributor.pictureId!)}
        cards={cards.slice(3, 12)}
      />
    )
  },
  article: () => article('government-forces-take-qalaat-al-madiq'),
  'article-ar': () => article('qalaat-al-madiq-ar'),
  'article-ru': () => article('chya-voda-v-torve'),
  opinion: () => article('a-river-needs-a-clerk'),
  data: () => article('may-2019-in-the-uppsala-data'),
  every: () => <ArticlePage {...sheet} path="/every-node" article={everything} />,
  live: () => article('northwest-syria-live-may-2019'),
  premium: () => {
    const found = written.find(({ access }) => access === 'premium') ?? written[0]!
    return (
      <ArticlePage
        {...sheet}
        path="/premium"
        article={{ ...readingOf(found), access: 'premium', body: null }}
      />
    )
  },
  page: () => (
    <ArticlePage
      {...sheet}
      path="/about"
      article={{
        ...reading('how-we-verify-video'),
        kind: 'page',
        headline: 'About us',
        picture: null,
        path: '/about',
      }}
    />
  ),
  withheld: () => (
    <WithheldPage
      {...sheet}
      path="/withheld"
      article={{
        headline: 'Ulmen reservoir to fill in April, ministry says',
        language: 'en',
        direction: 'ltr',
        withheld: '2020-03-02T10:00:00Z',
        reason:
          'A source withdrew consent to be quoted, and without them the account does not stand.',
      }}
    />
  ),
  archive: () => <ArchivePage {...en} path="/archive" months={months} />,
  month: () => (
    <MonthPage
      {...en}
      path="/archive/2019/05"
      month={{ year: 2019, month: 5 }}
      days={[5, 6, 8, 9, 11]}
      cards={cards.slice(8, 20)}
      earlier={{ year: 2019, month: 4 }}
      later={{ year: 2019, month: 6 }}
    />
  ),
  day: () => (
    <DayPage
      {...en}
      path="/archive/2019/05/09"
      day={{ year: 2019, month: 5, day: 9 }}
      cards={cards.slice(12, 16)}
      earlier={{ year: 2019, month: 5, day: 8 }}
    />
  ),
  404: () => <ErrorPage {...en} path={null} status={404} cards={cards.slice(0, 3)} />,
  500: () => (
    <ErrorPage
      {...en}
      shell={{ ...shell, categories: [], fronts: [] }}
      path={null}
      status={500}
      requestId="0192f3a4"
    />
  ),
}

export const render = (name: string) => documentOf(pages[name]!() as never)
export { assets }
