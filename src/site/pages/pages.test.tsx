import { expect, test } from 'vitest'
import type { Card, ReadingArticle } from '../../articles/article.ts'
import type { Contributor } from '../../contributors/contributor.ts'
import { documentOf } from '../../design/layout.tsx'
import { iconOf } from '../../media/icon.ts'
import { unnamed } from '../../newsroom/newsroom.ts'
import type { Shell } from '../shell.ts'
import { ArticlePage } from './article.tsx'
import { HomePage } from './home.tsx'
import { ErrorPage, WithheldPage } from './notices.tsx'

const shell: Shell = {
  newsroom: { ...unnamed, name: 'The Sounding', timezone: 'Europe/Berlin' },
  logo: null,
  icon: iconOf(unnamed, null),
  categories: [
    {
      id: 'syria',
      name: 'Syria',
      names: { ar: 'سوريا' },
      description: '',
      path: '/syria',
      parentId: null,
      position: 0,
    },
  ],
  fronts: ['en', 'ar'],
}
const sheet = { shell, siteUrl: 'https://sounding.example' }
const khatib: Contributor = {
  id: 'khatib',
  kind: 'guest',
  name: 'Nadia Khatib',
  path: '/contributors/nadia-khatib',
  biography: 'Works by telephone.',
  pictureId: null,
  links: [{ label: 'Site', href: 'javascript:alert(1)' }],
  disclaimer: '',
}
const card: Card = {
  id: '1',
  path: '/qalaat-al-madiq',
  kind: 'news',
  access: 'standard',
  headline: 'Forces take Qalaat al-Madiq',
  standfirst: 'Residents and a monitor say so.',
  language: 'en',
  direction: 'ltr',
  published: '2019-05-09T15:30:00Z',
  updated: '2019-05-09T19:40:00Z',
  words: 230,
  category: shell.categories[0]!,
  bylines: [{ role: 'author', contributor: khatib }],
  picture: null,
}
const reading: ReadingArticle = {
  ...card,
  seoTitle: '',
  socialTitle: '',
  corrections: [],
  versioned: false,
  socialPicture: null,
  datelinePlace: 'Idlib',
  datelineDate: '2019-05-09',
  categories: [],
  tags: [{ id: 'hama', name: 'Hama', path: '/tags/hama' }],
  body: {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'They came at dawn.' }] }],
  },
  pictures: new Map(),
}

const article = (changes: Partial<ReadingArticle> = {}) =>
  documentOf(<ArticlePage {...sheet} path={card.path} article={{ ...reading, ...changes }} />)
const front = (latest: Card[], language = 'en') =>
  documentOf(
    <HomePage
      {...sheet}
      path="/"
      language={language}
      front={{ latest, rivers: [], opinion: [] }}
    />,
  )
const cards = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ ...card, id: String(index), path: `/${index}` }))

const everyPage = () => [
  article(),
  article({ access: 'premium', body: null }),
  article({ kind: 'page' }),
  article({ kind: 'opinion', language: 'ar', direction: 'rtl' }),
  ...[0, 1, 3, 14].map((count) => front(cards(count))),
  documentOf(
    <WithheldPage
      {...sheet}
      path="/x"
      article={{
        headline: 'Gone',
        language: 'en',
        direction: 'ltr',
        withheld: card.published,
        reason: 'Why.',
      }}
    />,
  ),
  ...[404, 410, 418, 429, 500, 503].map((status) =>
    documentOf(<ErrorPage {...sheet} path={null} language="en" status={status} />),
  ),
]

test('every page has one headline, one main part, a way past the head and no style or script in its elements', () => {
  for (const page of everyPage()) {
    expect(page.match(/<h1[ >]/g)).toHaveLength(1)
    expect(page.match(/<main /g)).toHaveLength(1)
    expect(page.match(/<style>/g)).toHaveLength(1)
    expect(page).toContain('<a class="skip" href="#main">')
    expect(page).not.toMatch(
      /\sstyle=|<script(?! type="application\/ld\+json">)|\son[a-z]+="|javascript:/,
    )
  }
})

test('headings come in order', () => {
  for (const page of everyPage()) {
    const levels = [...page.matchAll(/<h([1-6])[ >]/g)].map((match) => Number(match[1]))
    levels.forEach((level, index) => {
      expect(level - (levels[index - 1] ?? 0), `${levels}`).toBeLessThanOrEqual(1)
    })
  }
})

test('an article says who wrote it, where and when', () => {
  const page = article()
  expect(page).toMatch(
    /<p class="by">By <a href="\/contributors\/nadia-khatib" rel="author"><bdi>Nadia Khatib<\/bdi><\/a><\/p>/,
  )
  expect(page).toContain('<b>Idlib</b>, <time datetime="2019-05-09">9 May</time>')
  expect(page).toMatch(
    /Published <time datetime="2019-05-09T15:30:00Z">9 May 2019( at|,) 17:30 CEST<\/time>/,
  )
  expect(page).toContain('<link rel="canonical" href="https://sounding.example/qalaat-al-madiq">')
})

test('a guest’s article carries the newsroom’s disclaimer, opinion its own', () => {
  expect(article()).toContain(unnamed.disclaimers.guest.und!)
  expect(article({ kind: 'opinion' })).toContain(unnamed.disclaimers.opinion.und!)
})

test('a Premium article without access gives its standfirst and a calm note', () => {
  const page = article({ access: 'premium', body: null })
  expect(page).toContain('Residents and a monitor say so.')
  expect(page).toContain('This article is for Premium readers.')
  expect(page).not.toContain('They came at dawn.')
  expect(page).not.toMatch(/<button|<form/)
})

test('a page is spoken in its own language and direction', () => {
  const page = article({ language: 'ar', direction: 'rtl' })
  expect(page).toContain('<html lang="ar" dir="rtl">')
  expect(page).toContain('سوريا')
  expect(page).toContain('بقلم ')
  expect(page).toContain('<a href="/" lang="en" hreflang="en" dir="ltr">English</a>')
})

test('a card in another language than its page says so', () => {
  const page = front([{ ...card, language: 'ar', direction: 'rtl' }])
  expect(page).toMatch(/<h2 lang="ar" dir="rtl">/)
})

test('a front page without articles says what will stand there', () => {
  expect(front([])).toContain('The first edition is still to come')
})

test('a page can open a video in place only where it has one', () => {
  expect(article()).not.toContain('/assets/embeds-')
  const embed = {
    type: 'embed',
    attrs: { url: 'https://youtu.be/dQw4w9WgXcQ', title: 'Film', kind: 'video' },
  }
  const page = article({ body: { type: 'doc', content: [embed] } })
  expect(page).toMatch(/<script type="module" src="\/assets\/embeds-[0-9a-f]{10}\.js"><\/script>/)
})
