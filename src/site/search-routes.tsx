import { Hono } from 'hono'
import type { Card } from '../articles/article.ts'
import { articlesForReader } from '../articles/articles.ts'
import { cardsOf } from '../articles/cards.ts'
import { documentText } from '../articles/document.ts'
import { baseOf, feedOf } from '../articles/feed.ts'
import { stretch } from '../articles/feeds.ts'
import { tagsById } from '../categories/categories.ts'
import { contributorsById } from '../contributors/contributors.ts'
import { documentOf } from '../design/layout.tsx'
import { send } from '../platform/answer.ts'
import type { Env } from '../platform/http.ts'
import { storable } from '../platform/unstorable.ts'
import { type Asked, askedOf } from '../search/asked.ts'
import { facetsOf } from '../search/facets.ts'
import { goneOnWith, lastWord } from '../search/query.ts'
import { answering, inTurn, search } from '../search/search.ts'
import { markWords, snippet } from '../search/snippet.ts'
import { spansOf } from '../search/spans.ts'
import { countsOf, wordsBegunBy } from '../search/spelling.ts'
import { suggestion } from '../search/suggestion.ts'
import { onePage } from './answer.ts'
import { type Site, sheet } from './door.ts'
import { type Choices, type Result, SearchPage } from './pages/search.tsx'
import { type Shell, shell } from './shell.ts'

export const searching = new Hono<Env>()

/** Articles offered where nothing was found. */
const OFFERED = 5
/** Choices of each kind to narrow results down by, and those whose names decide where counts are the same. */
const CHOICES = 8
const NAMED = 3 * CHOICES

searching.get('/search', async (c) => {
  const around = await shell(c.var)
  const wanted = c.req.query('lang')
  const language =
    around.fronts.find((front) => front === wanted) ?? baseOf(around.newsroom.language)
  const asked = await askedOf(c.var.db, parametersOf(c), {
    categories: around.categories,
    languages: around.fronts,
    language,
    timezone: around.newsroom.timezone,
  })
  const found = asked.text
    ? await inTurn(() => resultsOf(c, asked, around))
    : { results: [], next: null, count: 0, isAll: true, choices: none, meant: null }
  const offered = found.results.length === 0 ? await newest(c, language) : []
  const element = (
    <SearchPage
      {...sheet(c, around, '/search')}
      language={language}
      asked={asked}
      {...found}
      offered={offered}
    />
  )
  const html = documentOf(element as never)
  const made = { html, status: 200, language, newsroom: around.newsroom }
  return send(c, onePage(c, made, { 'cache-control': 'no-store' }))
})

const parametersOf = (c: Site) =>
  new URLSearchParams(
    [...new URL(c.req.url).searchParams].map(([name, value]) => [name, storable(value)]),
  )

const none: Choices = { category: [], contributor: [], tag: [], language: [], date: [] }

async function resultsOf(c: Site, asked: Asked, around: Shell) {
  const { db, kind } = c.var
  const request = await meantBy(c, asked)
  const { found: all, isAll } = await answering(db, kind, request)
  // Where nothing answers there is no order to look for.
  const { articleIds, next } =
    all.length > 0 ? await search(db, kind, request) : { articleIds: [], next: null }
  const articles = await articlesForReader(db, articleIds)
  const results = articles.map((article): Result => {
    const { headline, standfirst, language, body } = article
    const mark = (text: string) =>
      markWords(text, request.query, baseOf(language), request.languages)
    return {
      card: article,
      headline: mark(headline),
      snippet:
        (body && snippet(documentText(body), request.query, baseOf(language), request.languages)) ||
        mark(standfirst),
    }
  })
  return {
    results,
    next,
    count: all.length,
    isAll,
    choices: await choicesOf(c, all, asked, around),
    meant: all.length === 0 ? await suggestion(db, kind, asked) : null,
  }
}

/** What is looked for: where no article has the last word as it stands, it may be the beginning of one. */
async function meantBy(c: Site, { request }: Asked) {
  const word = lastWord(request.query)
  if (word === undefined || (await countsOf(c.var.db, [word])).has(word)) return request
  return { ...request, query: goneOnWith(request.query, await wordsBegunBy(c.var.db, word)) }
}

/** By what the results can be narrowed down, the most frequent first; nothing that all of them have. */
async function choicesOf(
  c: Site,
  entries: { id: number; articleId: string }[],
  { filters }: Asked,
  { categories, newsroom }: Shell,
): Promise<Choices> {
  const { db, kind } = c.var
  const articleIds = entries.map(({ articleId }) => articleId)
  const facets = await facetsOf(db, kind, articleIds)
  const isSet = (name: string) => filters.some((filter) => filter.name === name)
  const top = (counts: Map<string, number>) =>
    [...counts]
      .filter(([, count]) => count < articleIds.length)
      .sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
      .slice(0, NAMED)
  const [contributors, tags] = await Promise.all([
    contributorsById(
      db,
      top(facets.contributors).map(([id]) => id),
    ),
    tagsById(
      db,
      top(facets.tags).map(([id]) => id),
    ),
  ])
  const offered = <C extends { label: string; count: number }>(choices: C[]) =>
    choices
      .sort((one, other) => other.count - one.count || one.label.localeCompare(other.label))
      .slice(0, CHOICES)
  const named = (
    name: 'contributor' | 'tag',
    counts: Map<string, number>,
    things: Map<string, { name: string; path: string }>,
  ) =>
    isSet(name)
      ? []
      : offered(
          top(counts).flatMap(([id, count]) => {
            const thing = things.get(id)
            return thing ? [{ value: thing.path, label: thing.name, count }] : []
          }),
        )
  return {
    category: isSet('category')
      ? []
      : offered(
          top(facets.categories).flatMap(([id, count]) => {
            const category = categories.find((one) => one.id === id)
            return category ? [{ value: category.path, category, label: category.name, count }] : []
          }),
        ),
    contributor: named('contributor', facets.contributors, contributors),
    tag: named('tag', facets.tags, tags),
    language:
      isSet('language') || facets.languages.size < 2
        ? []
        : offered(top(facets.languages).map(([value, count]) => ({ value, label: value, count }))),
    date: spansOf(entries, newsroom.timezone),
  }
}

const newest = (c: Site, language: string): Promise<Card[]> =>
  c.var.pages.memo(`offered ${language}`, async () => {
    const { ids } = await stretch(c.var.db, feedOf.front(language), OFFERED)
    return cardsOf(c.var.db, ids)
  })
