import { Hono } from 'hono'
import { type AddressKind, hrefOf } from '../addresses/address.ts'
import { addressAt } from '../addresses/addresses.ts'
import { articleForReader } from '../articles/articles.ts'
import { isCredited } from '../articles/credited.ts'
import { baseOf, feedOf, frontPath } from '../articles/feed.ts'
import { translationsOf } from '../articles/translations.ts'
import { categoryById, tagById } from '../categories/categories.ts'
import { contributorById } from '../contributors/contributors.ts'
import { picturesById } from '../media/pictures.ts'
import type { Env } from '../platform/http.ts'
import { mostRead } from '../readership/readership.ts'
import { relatedTo } from '../related/related.ts'
import { feedInstead } from '../syndication/feeds.ts'
import type { Made } from './answer.ts'
import { archive } from './archive-routes.tsx'
import { beside } from './beside.ts'
import { changesAt, corrections } from './correction-routes.tsx'
import { before, html, isPastTheEnd, listHtml, page, type Site, sheet } from './door.ts'
import { front, listPage } from './lists.ts'
import { ArticlePage } from './pages/article.tsx'
import { FeedsPage } from './pages/feeds.tsx'
import { HomePage } from './pages/home.tsx'
import { CategoryPage, ContributorPage, TagPage } from './pages/lists.tsx'
import { WithheldPage } from './pages/notices.tsx'
import { whereabouts } from './redirects.ts'
import { searching } from './search-routes.tsx'
import type { Shell } from './shell.ts'

export const site = new Hono<Env>()

site.route('/', archive)
site.route('/', searching)
site.route('/', corrections)

site.get(
  '/',
  page((c, _, around) => frontPage(c, around.newsroom.language, around)),
)

async function frontPage(c: Site, language: string, around: Shell): Promise<Made> {
  const path = frontPath(around.newsroom, language)
  const [content, most] = await Promise.all([
    front(c.var.db, language, around.categories),
    mostRead(c.var.db, feedOf.front(language)),
  ])
  const older = content.latest.length > 0 ? { older: '/archive' } : {}
  return html(
    language,
    around,
    <HomePage
      {...sheet(c, around, path)}
      language={language}
      front={content}
      most={most}
      {...older}
    />,
  )
}

site.get(
  '/feeds',
  page(async (c, path, around) => {
    const { language } = around.newsroom
    return html(language, around, <FeedsPage {...sheet(c, around, path)} language={language} />)
  }),
)

/** Everything with an address that an editor or an import gave it. */
site.get(
  '/*',
  page(async (c, path, around) => {
    const language = around.fronts.find(
      (one) => path === `/${one}` && one !== baseOf(around.newsroom.language),
    )
    if (language) return frontPage(c, language, around)
    const address = await addressAt(c.var.db, path)
    if (!address) {
      const redirect = await feedInstead(c.var.db, path, c.var.siteUrl)
      return redirect === undefined ? changesAt(c, path, around) : { redirect }
    }
    if (address.retired) {
      const redirect = await whereabouts(c.var.db, address)
      return redirect === undefined ? undefined : { redirect }
    }
    return things[address.kind](c, address.thingId, path, around)
  }),
)

site.all('/*', (c) => {
  c.header('allow', 'GET, HEAD')
  return c.text('This address only answers GET and HEAD.\n', 405)
})

const things: Record<
  AddressKind,
  (c: Site, id: string, path: string, around: Shell) => Promise<Made>
> = {
  article: async (c, id, path, around) => {
    const article = await articleForReader(c.var.db, id)
    if (!article) return undefined
    if ('withheld' in article)
      return html(
        article.language,
        around,
        <WithheldPage {...sheet(c, around, path)} article={article} />,
        410,
      )
    const [next, translations, also] = await Promise.all([
      beside(c.var.db, article),
      translationsOf(c.var.db, article.id),
      article.kind === 'page' ? [] : relatedTo(c.var.db, article),
    ])
    return html(
      article.language,
      around,
      <ArticlePage
        {...sheet(c, around, path)}
        article={article}
        beside={next}
        translations={translations}
        also={also}
      />,
    )
  },
  category: async (c, id, path, around) => {
    const { language } = around.newsroom
    const [category, list, most] = await Promise.all([
      categoryById(c.var.db, id),
      listPage(c.var.db, feedOf.category(id), hrefOf(path), before(c)),
      c.req.query('before') ? [] : mostRead(c.var.db, feedOf.category(id)),
    ])
    if ('redirect' in list) return list
    if (isPastTheEnd(c, list)) return undefined
    return listHtml(
      language,
      around,
      <CategoryPage
        {...sheet(c, around, path)}
        {...list}
        language={language}
        category={category}
        most={most}
      />,
    )
  },
  tag: async (c, id, path, around) => {
    const { language } = around.newsroom
    const [tag, list] = await Promise.all([
      tagById(c.var.db, id),
      listPage(c.var.db, feedOf.tag(id), hrefOf(path), before(c)),
    ])
    if ('redirect' in list) return list
    if (isPastTheEnd(c, list)) return undefined
    return listHtml(
      language,
      around,
      <TagPage {...sheet(c, around, path)} {...list} language={language} tag={tag} />,
    )
  },
  contributor: async (c, id, path, around) => {
    const { language } = around.newsroom
    const [contributor, list] = await Promise.all([
      contributorById(c.var.db, id),
      listPage(c.var.db, feedOf.contributor(id), hrefOf(path), before(c)),
    ])
    if ('redirect' in list) return list
    if (isPastTheEnd(c, list)) return undefined
    if (list.cards.length === 0 && !(await isCredited(c.var.db, id))) return undefined
    const picture = contributor.pictureId
      ? ((await picturesById(c.var.db, [contributor.pictureId])).get(contributor.pictureId) ?? null)
      : null
    return listHtml(
      language,
      around,
      <ContributorPage
        {...sheet(c, around, path)}
        {...list}
        language={language}
        contributor={contributor}
        picture={picture}
      />,
    )
  },
}
