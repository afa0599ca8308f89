import { createHash } from 'node:crypto'
import type { ArticleKind, ArticleStatus } from '../articles/article.ts'
import type { Arrival } from '../articles/bring.ts'
import { blank } from '../articles/fields.ts'
import { languageTag } from '../platform/language.ts'
import type { Authors } from './authors.ts'
import { isPremium } from './ghost/text.ts'
import { languageOfHeadline } from './letters.ts'
import type { Item } from './record.ts'
import { slugIn, type Terms } from './terms.ts'
import { instant } from './times.ts'
import { plain } from './tree.ts'

/** What an item becomes: its place in the workflow, and what the report calls it. */
export type Standing = { status: ArticleStatus; what: string; why?: string }

/** Types that become articles. */
export const articleTypes: Record<string, ArticleKind> = { post: 'news', page: 'page' }

/** Where an item stands, or why it is left out. */
export function standingOf(item: Item): Standing | { leftOut: string; what: string } {
  const what = item.type === 'page' ? 'page' : 'article'
  switch (item.status) {
    case 'publish':
      if (item.password)
        return {
          status: 'draft',
          what: `${what} behind a password`,
          why: 'it is a draft now: nobody can see it before an editor decides',
        }
      return { status: 'published', what }
    case 'future':
      return instant(item.dateGmt, item.date)
        ? { status: 'scheduled', what: `scheduled ${what}` }
        : { status: 'draft', what: `scheduled ${what}`, why: 'it has no date, so it is a draft' }
    case 'draft':
      return { status: 'draft', what: `draft of ${item.type === 'page' ? 'a page' : 'an article'}` }
    case 'pending':
      return { status: 'submitted', what: `submitted ${what}` }
    case 'sent':
      return {
        status: 'draft',
        what: `${what} sent by e-mail`,
        why: 'it was never on the site: it is a draft now, which nobody sees before an editor decides',
      }
    case 'private':
      return {
        status: 'draft',
        what: `private ${what}`,
        why: 'it is a draft now: nobody can see it before an editor decides',
      }
    case 'trash':
    case 'auto-draft':
    case 'inherit':
      return { leftOut: `WordPress has it as “${item.status}”`, what }
    default:
      return {
        status: 'draft',
        what: `draft of ${item.type === 'page' ? 'a page' : 'an article'}`,
        why: `its status “${item.status}” is a plug-in's`,
      }
  }
}

/** Post meta that an article is made of; all other meta may change without changing it. */
const telling =
  /^(_thumbnail_id|footnotes|_wp_old_(slug|date)|_yoast_wpseo_(title|opengraph-title|primary_category)|rank_math_(title|facebook_title|primary_category)|_aioseop?_(title|og_title))$/

/** What an article was made of: another digest means that it has changed on the old site. */
export function digestOf(item: Item, reusable: (id: string) => string | undefined): string {
  const { line: _, pubDate: __, meta, comments, content, ...rest } = item
  const used = content.matchAll(/wp:block \{[^{}]*"ref":(\d+)/g).map(([, id]) => id!)
  const blocks = [...new Set(used)].map((id) => hashOf(reusable(id) ?? ''))
  const said = [...meta].filter(([key]) => telling.test(key))
  return createHash('sha256')
    .update(JSON.stringify([rest, said, comments, blocks]))
    .update(content)
    .digest('hex')
    .slice(0, 32)
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

export type Fields = Omit<Arrival, 'body' | 'path' | 'oldPaths' | 'leadPictureId'>

/** All of an article but its text, its address and its pictures. */
export function fieldsOf(
  item: Item,
  { status }: Standing,
  about: { siteTitle: string; language: string; terms: Terms; authors: Authors; now: Date },
): Fields {
  const date = instant(item.dateGmt, item.date, item.pubDate)
  const published = status === 'published' ? (date ?? about.now.toISOString()) : null
  const modified = instant(item.modifiedGmt, item.modified)
  const headline = shortened(plain(item.title), 300)
  const title = (...keys: string[]) =>
    shortened(
      keys
        .map((key) => filled(item.meta.get(key)?.[0] ?? '', headline, about.siteTitle))
        .find(Boolean) ?? '',
      300,
    )
  const { categoryId, categoryIds, tagIds } = filed(item, about.terms)
  return {
    ...blank,
    kind: articleTypes[item.type] ?? 'news',
    status,
    headline,
    access: item.ghost && isPremium(item.ghost) ? 'premium' : 'standard',
    seoTitle: item.ghost
      ? shortened(item.ghost.seoTitle.trim(), 300)
      : title('_yoast_wpseo_title', 'rank_math_title', '_aioseo_title', '_aioseop_title'),
    socialTitle: item.ghost
      ? shortened(item.ghost.socialTitle.trim(), 300)
      : title('_yoast_wpseo_opengraph-title', 'rank_math_facebook_title', '_aioseo_og_title'),
    standfirst: shortened(plain(item.excerpt), 2000),
    language: languageIn(item) ?? languageOfHeadline(headline, about.language) ?? about.language,
    categoryId: item.type === 'page' ? null : categoryId,
    categoryIds: item.type === 'page' ? [] : categoryIds,
    tagIds,
    bylines:
      item.type === 'page'
        ? []
        : about.authors
            .of(item)
            .slice(0, 50)
            .map((contributorId) => ({ contributorId, role: 'author' })),
    published,
    // WordPress notes every saving; only what came later than the first hour can be news to a reader.
    updated:
      published && modified && Date.parse(modified) - Date.parse(published) > 3_600_000
        ? modified
        : null,
    scheduled: status === 'scheduled' ? date : null,
    created: date ?? about.now.toISOString(),
  }
}

/** The main category is the one that an SEO plug-in was told, else the first that says anything. */
function filed(item: Item, terms: Terms) {
  const slugs = item.filings.filter(({ taxonomy }) => taxonomy === 'category').map(slugIn)
  const primary = ['_yoast_wpseo_primary_category', 'rank_math_primary_category']
    .map((key) => terms.slugOfId('category', item.meta.get(key)?.[0] ?? ''))
    .find((slug) => slug && slugs.includes(slug))
  const main = primary ?? slugs.find((slug) => slug !== 'uncategorized') ?? slugs[0]
  const idsOf = (list: string[], ids: Map<string, string>) =>
    [...new Set(list.map((slug) => ids.get(slug)))].filter((id) => id !== undefined)
  const tags = item.filings.filter(({ taxonomy }) => taxonomy === 'post_tag').map(slugIn)
  return {
    categoryId: (main && terms.categoryIds.get(main)) || null,
    categoryIds: idsOf(slugs, terms.categoryIds).slice(0, 50),
    tagIds: idsOf(tags, terms.tagIds).slice(0, 200),
  }
}

/** The language that the plug-in Polylang filed an item under. */
export function languageIn(item: Item): string | undefined {
  const filing = item.filings.find(({ taxonomy }) => taxonomy === 'language')
  return filing && languageTag(filing.slug)
}

/** A title of an SEO plug-in with the usual variables filled in; empty when it is only its own template. */
function filled(written: string, headline: string, site: string): string {
  const text = plain(written)
  if (!/%|#[a-z]/.test(text)) return text
  const done = text
    .replace(/%%title%%|%title%|#post_title/g, headline)
    .replace(/%%sitename%%|%sitename%|#site_title/g, site)
    .replace(/%%sep%%|%sep%|#separator_sa/g, '–')
    .replace(/%%(page|primary_category|excerpt)%%|%page%/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return /%%?\w+%|#[a-z_]+/.test(done) || done === headline ? '' : done
}

/** Text cut at a word, never inside a letter. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text
  const cut = text.slice(0, longest - 1).toWellFormed()
  const blank = cut.lastIndexOf(' ')
  return `${(blank > longest / 2 ? cut.slice(0, blank) : cut).replace(/\ufffd$/, '')}…`
}
