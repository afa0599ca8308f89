import { languageTag } from '../../platform/language.ts'
import type { Filing, GhostText, Item } from '../record.ts'
import type { Catalogue, Tag } from './catalogue.ts'
import { type Fields, isTrue, said } from './fields.ts'
import type { Permalinks } from './permalinks.ts'

/** Posts, pages and pictures of a Ghost export as items. */

const asText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

export const blankItem: Omit<Item, 'line' | 'id' | 'type'> = {
  kind: 'item',
  status: 'publish',
  title: '',
  link: '',
  guid: '',
  guidIsPermalink: false,
  pubDate: '',
  date: '',
  dateGmt: '',
  modified: '',
  modifiedGmt: '',
  name: '',
  creator: '',
  content: '',
  excerpt: '',
  parent: '0',
  menuOrder: 0,
  sticky: false,
  password: '',
  attachmentUrl: '',
  filings: [],
  meta: new Map(),
  comments: [],
}

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
  const lead = pictureId(said(fields, 'feature_image') || said(fields, 'image'), site.base)
  const text: GhostText = {
    lexical: said(fields, 'lexical'),
    mobiledoc: said(fields, 'mobiledoc'),
    html: said(fields, 'html'),
    plaintext: said(fields, 'plaintext') || said(fields, 'markdown'),
    visibility: said(fields, 'visibility') || 'public',
    seoTitle: about('meta_title'),
    socialTitle: about('og_title') || about('twitter_title'),
    socialPicture: pictureId(about('og_image'), site.base)?.id ?? '',
    canonical: said(fields, 'canonical_url'),
    codeinjection: said(fields, 'codeinjection_head') + said(fields, 'codeinjection_foot') !== '',
    marks: catalogue.internalTagsOf(id).length,
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
    meta: new Map(lead ? [['_thumbnail_id', [lead.id]]] : []),
    ghost: text,
  }
}

const filingOf = (tag: Tag, catalogue: Catalogue): Filing => ({
  taxonomy: catalogue.isPrimary(tag) ? 'category' : 'post_tag',
  slug: tag.slug,
  name: asText(tag.name),
})

/** Which picture an address shows: the file below `content/images` it is a size of, else the address itself. */
function pictureId(address: string, base: string) {
  if (!address) return undefined
  const whole = address.startsWith('/') && !address.startsWith('//') ? base + address : address
  const file = /\/content\/images\/(?:size\/[^/]+\/)?(?:format\/[^/]+\/)?([^?#]+)/.exec(
    address,
  )?.[1]
  const ours = file && whole.startsWith(`${base}/`)
  return ours
    ? { id: file, address: whole.replace(/\/(size|format)\/[^/]+(?=\/)/g, '') }
    : { id: whole, address: whole }
}

/** The pictures that a post shows, as attachments: its feature picture with its words, then those of its text. */
export function picturesOf(fields: Fields, row: number, meta: Fields, base: string): Item[] {
  const found = new Map<string, Item>()
  const add = (address: string, alt = '', caption = '') => {
    const picture = pictureId(address, base)
    if (!picture || found.has(picture.id)) return
    found.set(picture.id, {
      ...blankItem,
      line: row,
      id: picture.id,
      type: 'attachment',
      status: 'inherit',
      title: picture.id.split('/').at(-1)!,
      attachmentUrl: picture.address,
      excerpt: caption,
      meta: new Map([
        ['_wp_attachment_image_alt', [asText(alt)]],
        ...(picture.id === picture.address
          ? []
          : [['_wp_attached_file', [picture.id]] as [string, string[]]]),
      ]),
    })
  }
  add(
    said(fields, 'feature_image') || said(fields, 'image'),
    said(meta, 'feature_image_alt'),
    said(meta, 'feature_image_caption'),
  )
  add(said(meta, 'og_image') || said(fields, 'og_image'))
  for (const name of ['lexical', 'mobiledoc', 'html'])
    for (const [address] of said(fields, name).matchAll(inText))
      if (address.startsWith('/') || address.startsWith(`${base}/`)) add(address)
  return [...found.values()]
}

/** Addresses below `content/images` in a text, in quotes, escaped quotes or brackets. */
const inText =
  /(?:https?:\/\/[^\s"'\\<>()/]{1,300}(?:\/[^\s"'\\<>()/]{1,100}){0,3}?)?\/content\/images\/[^\s"'\\<>(),]{1,1000}/g
