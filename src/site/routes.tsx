import { type Context, Hono } from 'hono'
import { canonicalPath, hrefOf } from '../addresses/address.ts'
import { addressAt } from '../addresses/addresses.ts'
import { articleForReader, cardsOf, pathOf } from '../articles/articles.ts'
import { baseOf, feedOf } from '../articles/feed.ts'
import { dayBounds, days, monthBounds, months, stretch } from '../articles/feeds.ts'
import { categoryById, tagById } from '../categories/categories.ts'
import { contributorById } from '../contributors/contributors.ts'
import { assets as allAssets } from '../design/assets.ts'
import { documentOf } from '../design/layout.tsx'
import { picturesById } from '../media/pictures.ts'
import { answerTo, type Env } from '../platform/http.ts'
import { Refusal } from '../platform/refusals.ts'
import { pageKey, placeOf } from './address.ts'
import { answer, answerOnce, type Made } from './answer.ts'
import { front, listPage } from './lists.ts'
import { ArchivePage, DayPage, dayPath, MonthPage, monthPath } from './pages/archive.tsx'
import { ArticlePage } from './pages/article.tsx'
import { HomePage } from './pages/home.tsx'
import { CategoryPage, ContributorPage, TagPage } from './pages/lists.tsx'
import { ErrorPage, WithheldPage } from './pages/notices.tsx'
import { frontPath } from './pages/sheet.tsx'
import { type Shell, shell } from './shell.ts'

type Site = Context<Env>
type Door = (c: Site, path: string, shell: Shell) => Promise<Made>

export const assets = new Hono<Env>()

const files = new Map(allAssets.map((file) => [file.path, file]))

assets.get('/assets/:file', (c) => {
  const file = files.get(c.req.path)
  if (!file) throw new Refusal('not-found', 'assets/unknown', 'There is no such file.')
  return c.body(new Uint8Array(file.bytes), 200, {
    'content-type': file.type,
    'cache-control': 'public, max-age=31536000, immutable',
    'cross-origin-resource-policy': 'same-origin',
  })
})

export const site = new Hono<Env>()

/** Answers a page's request with the kept page, or with what the door makes. */
const page = (door: Door) => async (c: Site) => {
  const { pathname, search } = new URL(c.req.url)
  const key = pageKey(pathname + search)
  const found =
    key === undefined
      ? await elsewhere(c, pathname + search)
      : await answer(c, key, async () => door(c, key.split('?')[0]!, await shell(c.var)))
  if (found) return found
  throw new Refusal('not-found', 'site/unknown', 'There is no page at this address.')
}

const html = (language: string, { newsroom }: Shell, element: unknown, status = 200): Made => ({
  html: documentOf(element as string),
  status,
  language,
  newsroom,
})

site.get(
  '/',
  page((c, _, around) => frontPage(c, around.newsroom.language, around)),
)

async function frontPage(c: Site, language: string, around: Shell): Promise<Made> {
  const content = await front(c.var.db, language, around.categories)
  const path = frontPath(around.newsroom, language)
  const older = content.latest.length > 0 ? { older: '/archive' } : {}
  return html(
    language,
    around,
    <HomePage {...sheet(c, around, path)} language={language} front={content} {...older} />,
  )
}

const sheet = (c: Site, around: Shell, path: string | null) => ({
  shell: around,
  siteUrl: c.var.siteUrl,
  path,
})
const before = (c: Site) => ({ before: placeOf(c.req.query('before')) })
/** A place past the end of a list can be made up at will: there is no page for it. */
const isPastTheEnd = (c: Site, { cards }: { cards: unknown[] }) =>
  c.req.query('before') !== undefined && cards.length === 0

site.get(
  '/archive',
  page(async (c, path, around) => {
    const { language, timezone } = around.newsroom
    const found = await months(c.var.db, timezone)
    return html(
      language,
      around,
      <ArchivePage {...sheet(c, around, path)} language={language} months={found} />,
    )
  }),
)

site.get(
  '/archive/:year{\\d{4}}/:month{\\d{2}}',
  page(async (c, path, around) => {
    const [year, month] = [Number(c.req.param('year')), Number(c.req.param('month'))]
    if (month < 1 || month > 12) return undefined
    const { language, timezone } = around.newsroom
    const all = await months(c.var.db, timezone)
    const at = all.findIndex((one) => one.year === year && one.month === month)
    const [from, to] = monthBounds(year, month, timezone)
    const list = await listPage(c.var.db, feedOf.everything, monthPath({ year, month }), {
      from,
      to,
      ...before(c),
    })
    if (at < 0 || isPastTheEnd(c, list)) return undefined
    const [earlier, later] = [all[at + 1], all[at - 1]]
    return html(
      language,
      around,
      <MonthPage
        {...sheet(c, around, path)}
        {...list}
        language={language}
        month={{ year, month }}
        days={before(c).before ? [] : await days(c.var.db, year, month, timezone)}
        {...(earlier ? { earlier } : {})}
        {...(later ? { later } : {})}
      />,
    )
  }),
)

site.get(
  '/archive/:year{\\d{4}}/:month{\\d{2}}/:day{\\d{2}}',
  page(async (c, path, around) => {
    const [year, month, day] = ['year', 'month', 'day'].map((part) =>
      Number(c.req.param(part)),
    ) as [number, number, number]
    const { language, timezone } = around.newsroom
    // The 31st of a shorter month would roll over into the next.
    if (new Date(Date.UTC(year, month - 1, day)).getUTCDate() !== day || month > 12)
      return undefined
    const [from, to] = dayBounds(year, month, day, timezone)
    const list = await listPage(c.var.db, feedOf.everything, dayPath({ year, month, day }), {
      from,
      to,
      ...before(c),
    })
    if (list.cards.length === 0) return undefined
    return html(
      language,
      around,
      <DayPage
        {...sheet(c, around, path)}
        {...list}
        language={language}
        day={{ year, month, day }}
      />,
    )
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
    if (!address) return undefined
    if (address.retired) return redirectTo(c, address)
    return things[address.kind](c, address.thingId, path, around)
  }),
)

site.all('/*', (c) => {
  c.header('allow', 'GET, HEAD')
  return c.text('This address only answers GET and HEAD.\n', 405)
})

/** Pages that other systems address by a number in the query, `/?p=12`: they redirect, or are not there. */
async function elsewhere(c: Site, pathAndQuery: string) {
  const path = canonicalPath(pathAndQuery)
  const address = path === undefined ? undefined : await addressAt(c.var.db, path)
  const to = address && (await redirectTo(c, address))
  return to && c.redirect(to.redirect, 301)
}

async function redirectTo(
  c: Site,
  { kind, thingId }: { kind: keyof typeof things; thingId: string },
) {
  const path = await currentPath[kind](c, thingId)
  return path === undefined ? undefined : { redirect: hrefOf(path) }
}

const currentPath = {
  article: (c: Site, id: string) => pathOf(c.var.db, id),
  category: async (c: Site, id: string) => (await categoryById(c.var.db, id)).path,
  tag: async (c: Site, id: string) => (await tagById(c.var.db, id)).path,
  contributor: async (c: Site, id: string) => (await contributorById(c.var.db, id)).path,
}

const things: Record<
  keyof typeof currentPath,
  (c: Site, id: string, path: string, around: Shell) => Promise<Made>
> = {
  article: async (c, id, path, around) => {
    const article = await articleForReader(c.var.db, id)
    if (!article) return undefined
    return 'withheld' in article
      ? html(
          article.language,
          around,
          <WithheldPage {...sheet(c, around, path)} article={article} />,
          410,
        )
      : html(
          article.language,
          around,
          <ArticlePage {...sheet(c, around, path)} article={article} />,
        )
  },
  category: async (c, id, path, around) => {
    const { language } = around.newsroom
    const [category, list] = [
      await categoryById(c.var.db, id),
      await listPage(c.var.db, feedOf.category(id), hrefOf(path), before(c)),
    ]
    if (isPastTheEnd(c, list)) return undefined
    return html(
      language,
      around,
      <CategoryPage
        {...sheet(c, around, path)}
        {...list}
        language={language}
        category={category}
      />,
    )
  },
  tag: async (c, id, path, around) => {
    const { language } = around.newsroom
    const [tag, list] = [
      await tagById(c.var.db, id),
      await listPage(c.var.db, feedOf.tag(id), hrefOf(path), before(c)),
    ]
    if (isPastTheEnd(c, list)) return undefined
    return html(
      language,
      around,
      <TagPage {...sheet(c, around, path)} {...list} language={language} tag={tag} />,
    )
  },
  contributor: async (c, id, path, around) => {
    const { language } = around.newsroom
    const contributor = await contributorById(c.var.db, id)
    const list = await listPage(c.var.db, feedOf.contributor(id), hrefOf(path), before(c))
    if (isPastTheEnd(c, list)) return undefined
    const picture = contributor.pictureId
      ? ((await picturesById(c.var.db, [contributor.pictureId])).get(contributor.pictureId) ?? null)
      : null
    return html(
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

/** Articles offered on a page that could not be found. */
const OFFERED = 5

/** The one calm page for what cannot be shown. A database that is away takes the newsroom's name and list with it. */
export async function calmly(error: Error, c: Site): Promise<Response> {
  const { status, message } = answerTo(error, c)
  if (!wantsHtml(c)) return c.text(`${message}\n`, status)
  try {
    const around = await shell(c.var)
    const { language } = around.newsroom
    const cards =
      status === 404
        ? await c.var.pages.memo(`offered ${baseOf(language)}`, async () => {
            const { ids } = await stretch(c.var.db, feedOf.front(language), OFFERED)
            return cardsOf(c.var.db, ids)
          })
        : []
    const element = (
      <ErrorPage
        {...sheet(c, around, null)}
        language={language}
        status={status}
        {...(status === 404 || status === 500 ? {} : { message })}
        {...(status === 500 && c.var.requestId ? { requestId: c.var.requestId } : {})}
        cards={cards}
      />
    )
    return answerOnce(c, {
      html: documentOf(element as never),
      status,
      language,
      newsroom: around.newsroom,
    })
  } catch (failure) {
    c.var.log.error(
      { err: failure, requestId: c.var.requestId },
      'not even the calm page could be made',
    )
    return c.text('The newsroom cannot be reached just now. Please try again in a moment.\n', 503, {
      'retry-after': '10',
    })
  }
}

const wantsHtml = (c: Site) =>
  !c.req.path.startsWith('/pictures/') &&
  !c.req.path.startsWith('/assets/') &&
  /text\/html|\*\/\*/.test(c.req.header('accept') ?? '*/*')
