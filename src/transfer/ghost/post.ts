import { languageTag } from '../../platform/language.ts'
import type { Filing, GhostText, Item } from '../record.ts'
import { blankItem } from './blank.ts'
import type { Catalogue, Tag } from './catalogue.ts'
import { asText, type Fields, isFalse, isTrue, said } from './fields.ts'
import type { Permalinks } from './permalinks.ts'
import { featureOf, pictureId } from './pictures.ts'

/** Posts and pages of a Ghost export as items. */

const statuses: Record<string, string> = {
  published: 'publish',
  scheduled: 'future',
  draft: 'draft',
  sent: 'sent',
}

/** A moment in a row: SQL, ISO 8601, or milliseconds as Ghost 0.x wrote it. */
function sqlTime(fields: Fields, name: string): string {
  const value = fields[name]
  if (typeof value === 'number') {
    const date = new Date(value)
    return Number.isNaN(date.getTime()) ? '' : date.toISOString()
  }
  return said(fields, name)
}

/** Fields that have no place here: what they are, and why, with a tab between them. */
const unplaced: [names: string[], told: string][] = [
  [
    ['meta_description', 'og_description', 'twitter_description'],
    'description for other sites\tthey are given the standfirst',
  ],
  [['twitter_image'], 'picture for X\tan article has one picture for other sites'],
  [['email_subject'], 'subject of an e-mail\tnewsletters are set up anew'],
  [['custom_template'], 'template\tthemes stay with Ghost'],
  [['frontmatter'], 'front matter\tit was for programs of that site'],
]

export function itemOf(
  fields: Fields,
  row: number,
  catalogue: Catalogue,
  site: { base: string; permalinks: Permalinks },
): Item {
  const id = said(fields, 'id')
  const meta = catalogue.meta.get(id) ?? {}
  // Ghost 1 to 2 keep in the post itself what later stands in posts_meta.
  const about = (name: string) => said(meta, name) || said(fields, name)
  const type = said(fields, 'type') === 'page' || isTrue(fields, 'page') ? 'page' : 'post'
  const status = statuses[said(fields, 'status')] ?? (said(fields, 'status') || 'draft')
  const tags = catalogue.tagsOf(id)
  const authors = catalogue.authorsOf(id, said(fields, 'author_id') || said(fields, 'author'))
  const language = languageTag(said(fields, 'locale') || said(fields, 'language'))
  const slug = said(fields, 'slug')
  const date = sqlTime(fields, 'published_at') || sqlTime(fields, 'created_at')
  const uuid = said(fields, 'uuid')
  const feature = pictureId(featureOf(fields), site.base)?.id ?? ''
  const shared = pictureId(about('og_image'), site.base)?.id ?? ''
  // A page may hide its title and its picture, which then stands on cards of other sites alone.
  const isBare = type === 'page' && isFalse(fields, 'show_title_and_feature_image')
  const text: GhostText = {
    lexical: said(fields, 'lexical'),
    mobiledoc: said(fields, 'mobiledoc'),
    html: said(fields, 'html'),
    plaintext: said(fields, 'plaintext') || said(fields, 'markdown'),
    visibility: said(fields, 'visibility') || 'public',
    seoTitle: about('meta_title'),
    socialTitle: about('og_title') || about('twitter_title'),
    socialPicture: shared || (isBare ? feature : ''),
    canonical: said(fields, 'canonical_url'),
    codeinjection: said(fields, 'codeinjection_head') + said(fields, 'codeinjection_foot') !== '',
    marks: catalogue.internalTagsOf(id).length,
    unplaced: [
      ...unplaced.filter(([names]) => names.some(about)).map(([, told]) => told),
      ...(isBare ? ['hidden title of a page\tevery page here shows its title'] : []),
      ...(isBare && feature && shared
        ? ['hidden picture of a page\tanother one stands on cards of other sites']
        : []),
    ],
  }
  const filings: Filing[] = [
    ...tags.map((tag) => filingOf(tag, catalogue)),
    ...authors.map(({ slug, name }) => ({ taxonomy: 'author', slug, name })),
    ...(language ? [{ taxonomy: 'language', slug: language, name: language }] : []),
  ]
  return {
    ...blankItem,
    line: row,
    id,
    type,
    status,
    title: asText(said(fields, 'title')),
    link: slug
      ? site.base + site.permalinks.of({ id, type, slug, date, tags, authors, fields })
      : '',
    guid: uuid ? `${site.base}/p/${uuid}/` : '',
    dateGmt: date,
    modifiedGmt: sqlTime(fields, 'updated_at'),
    name: slug,
    excerpt: asText(said(fields, 'custom_excerpt')),
    sticky: isTrue(fields, 'featured'),
    filings,
    meta: new Map(feature && !isBare ? [['_thumbnail_id', [feature]]] : []),
    ghost: text,
  }
}

const filingOf = (tag: Tag, catalogue: Catalogue): Filing => ({
  taxonomy: catalogue.isPrimary(tag) ? 'category' : 'post_tag',
  slug: tag.slug,
  name: asText(tag.name),
})
