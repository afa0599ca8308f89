import { readdirSync } from 'node:fs'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { disclaimersOf } from '../src/articles/article.ts'
import { checksOf } from '../src/articles/checks.ts'
import type { DocumentNode } from '../src/articles/document.ts'
import { documentSchema, documentText, picturesIn, readDocument } from '../src/articles/document.ts'
import { Newsroom } from '../src/newsroom/newsroom.ts'
import { directionOf } from '../src/platform/language.ts'
import { demo } from './demo.ts'

const published = demo.articles.filter(({ status }) => status === 'published')
const keys = (things: { key: string }[]) => new Set(things.map(({ key }) => key))
const bodies = [...demo.articles, ...demo.pages]

test('the newsroom is one', () => {
  expect(Newsroom.parse(demo.newsroom)).toMatchObject(demo.newsroom)
})

test.each(bodies)('$slug is a document that renders', ({ body }) => {
  expect(() => readDocument(body)).not.toThrow()
})

test('what readers were told of a change stands in the text, and is dated', () => {
  const changed = demo.articles.flatMap(({ change, ...article }) =>
    change ? [{ change, ...article }] : [],
  )
  expect(changed.length).toBeGreaterThan(0)
  for (const { change, body, updated } of changed) {
    expect(updated).toBeDefined()
    expect(documentText(body).split(change.now)).toHaveLength(2)
  }
})

test('no check of wording points at any of it', () => {
  for (const { slug, headline, standfirst, language, kind, body } of demo.articles) {
    const found = checksOf({
      ...{ headline, standfirst, body, kind, language },
      ...{ categoryId: 'c', bylines: [{}] },
    }).filter(({ kind }) => ['doubled', 'garbled', 'opinion', 'long'].includes(kind))
    expect([slug, found]).toEqual([slug, []])
  }
})

test('a file is named after its slug, and each is in the list once', () => {
  const files = readdirSync(new URL('articles', import.meta.url)).map((name) => name.slice(0, -3))
  expect(demo.articles.map(({ slug }) => slug).sort()).toEqual(files.sort())
})

test('every key refers to something, and nothing has the key of another', () => {
  const known = {
    categories: keys(demo.categories),
    tags: keys(demo.tags),
    contributors: keys(demo.contributors),
    pictures: keys(demo.pictures),
  }
  for (const kind of ['categories', 'tags', 'contributors', 'pictures'] as const)
    expect(known[kind].size).toBe(demo[kind].length)
  for (const { parent } of demo.categories) if (parent) expect(known.categories).toContain(parent)
  for (const { picture } of demo.contributors)
    if (picture) expect(known.pictures).toContain(picture)
  for (const article of demo.articles) {
    for (const key of [article.category, ...article.categories])
      expect(known.categories, article.slug).toContain(key)
    expect(article.categories, article.slug).not.toContain(article.category)
    for (const key of article.tags) expect(known.tags, article.slug).toContain(key)
    for (const { contributor } of article.bylines)
      expect(known.contributors, article.slug).toContain(contributor)
    if (article.leadPicture) expect(known.pictures, article.slug).toContain(article.leadPicture)
    if (article.translationOf)
      expect(demo.articles.map(({ slug }) => slug)).toContain(article.translationOf)
  }
  for (const { body, slug } of bodies)
    for (const key of picturesIn(body)) expect(known.pictures, slug).toContain(key)
})

test('every category, tag and contributor is used', () => {
  const categories = new Set(
    published.flatMap(({ category, categories }) => [category, ...categories]),
  )
  const parents = new Set(demo.categories.map(({ parent }) => parent))
  for (const { key } of demo.categories)
    expect(categories.has(key) || parents.has(key), key).toBe(true)
  const tags = new Set(published.flatMap(({ tags }) => tags))
  for (const { key } of demo.tags) expect(tags).toContain(key)
  const names = new Set(
    published.flatMap(({ bylines }) => bylines.map(({ contributor }) => contributor)),
  )
  for (const { key } of demo.contributors) expect(names).toContain(key)
})

test('every picture is a file, is used, is light, and says what it shows', async () => {
  const used = new Set([
    ...demo.articles.map(({ leadPicture }) => leadPicture),
    ...bodies.flatMap(({ body }) => picturesIn(body)),
    ...demo.contributors.map(({ picture }) => picture),
  ])
  for (const picture of demo.pictures) {
    expect(used, picture.key).toContain(picture.key)
    expect(picture.alt.length, picture.key).toBeGreaterThan(15)
    expect(picture.credit).not.toBe('')
    const file = new URL(`pictures/${picture.file}`, import.meta.url).pathname
    const { width, size } = await sharp(file)
      .toBuffer({ resolveWithObject: true })
      .then(async () => ({
        width: (await sharp(file).metadata()).width,
        size: (await import('node:fs')).statSync(file).size,
      }))
    expect(width, picture.file).toBeGreaterThanOrEqual(1200)
    expect(size, picture.file).toBeLessThan(150 * 1024)
  }
  const files = readdirSync(new URL('pictures', import.meta.url)).filter((name) => name !== 'draw')
  expect(demo.pictures.map(({ file }) => file).sort()).toEqual(files.sort())
})

test('it is a paper of two years, three languages and every kind', () => {
  expect(published.length).toBeGreaterThanOrEqual(30)
  const times = published.map(({ published }) => Date.parse(published)).sort((a, b) => a - b)
  expect(times.at(-1)! - times[0]!).toBeGreaterThanOrEqual(730 * 86_400_000)
  const languages = new Set(published.map(({ language }) => language))
  expect(languages.size).toBeGreaterThanOrEqual(3)
  expect([...languages].map(directionOf)).toContain('rtl')
  for (const kind of ['news', 'analysis', 'opinion', 'interview', 'feature', 'explainer', 'live'])
    expect(published.map(({ kind }) => kind)).toContain(kind)
  expect(published.map(({ access }) => access)).toContain('premium')
  const kinds = published.flatMap(({ bylines }) =>
    bylines.map(
      ({ contributor }) => demo.contributors.find(({ key }) => key === contributor)!.kind,
    ),
  )
  for (const kind of ['staff', 'guest', 'agency']) expect(kinds).toContain(kind)
  for (const status of ['withheld', 'draft', 'scheduled'])
    expect(demo.articles.map(({ status }) => status)).toContain(status)
  for (const article of demo.articles)
    expect(Boolean(article.withheldReason), article.slug).toBe(article.status === 'withheld')
})

test('northwest Syria is a running story', () => {
  const story = published.filter(({ tags }) => tags.includes('northwest-syria'))
  expect(story.length).toBeGreaterThanOrEqual(8)
})

test('one article has every node and mark that a writer can make', () => {
  const found = (doc: DocumentNode) => {
    const types = new Set<string>()
    const walk = (node: DocumentNode) => {
      types.add(node.type)
      for (const { type } of node.marks ?? []) types.add(type)
      node.content?.forEach(walk)
    }
    walk(doc)
    return types
  }
  const wanted = [
    ...Object.keys(documentSchema.nodes),
    ...Object.keys(documentSchema.marks),
  ].filter((type) => type !== 'keptHtml')
  const long = demo.articles.find(({ slug }) => slug === 'the-valley-below-ulmen')!
  expect(wanted.filter((type) => !found(long.body).has(type))).toEqual([])
  expect(documentText(long.body).split(/\s+/).length).toBeGreaterThan(1500)
})

test('no two articles share a sentence', () => {
  const seen = new Map<string, string>()
  for (const { body, slug } of bodies)
    for (const sentence of documentText(body).split(/(?<=[.!?؟])\s+|\n/)) {
      if (sentence.trim().split(/\s+/).length <= 8) continue
      const before = seen.get(sentence)
      if (before && before !== slug) expect.fail(`${before} and ${slug}: ${sentence}`)
      seen.set(sentence, slug)
    }
})

test('opinion says that it is', () => {
  for (const article of published.filter(({ kind }) => kind === 'opinion'))
    expect(disclaimersOf({ kind: article.kind, bylines: [] })).toHaveLength(1)
})
