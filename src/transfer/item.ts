import type { Author, Filing, Item, Term, WxrComment } from './record.ts'
import type { XmlElement } from './xml.ts'

/** Elements of an export as records. */

export const authorOf = (element: XmlElement, line: number): Author => {
  const field = fieldsOf(element)
  return {
    kind: 'author',
    line,
    id: field('wp', 'author_id'),
    login: field('wp', 'author_login'),
    email: field('wp', 'author_email'),
    displayName: field('wp', 'author_display_name'),
    firstName: field('wp', 'author_first_name'),
    lastName: field('wp', 'author_last_name'),
  }
}

/** The names that the three elements for terms give to the same fields. */
const termFields = {
  category: [
    'category',
    'category_nicename',
    'category_parent',
    'cat_name',
    'category_description',
  ],
  tag: ['post_tag', 'tag_slug', '', 'tag_name', 'tag_description'],
  term: ['', 'term_slug', 'term_parent', 'term_name', 'term_description'],
} as const

export function termOf(element: XmlElement, line: number): Term | undefined {
  if (!Object.hasOwn(termFields, element.name)) return undefined
  const [taxonomy, slug, parent, name, description] =
    termFields[element.name as keyof typeof termFields]
  const field = fieldsOf(element)
  return {
    kind: 'term',
    line,
    id: field('wp', 'term_id'),
    taxonomy: taxonomy || field('wp', 'term_taxonomy'),
    slug: field('wp', slug),
    parent: parent && field('wp', parent),
    name: field('wp', name),
    description: field('wp', description),
  }
}

/** An item, or undefined when it has none of WordPress's fields. */
export function itemOf(element: XmlElement, line: number): Item | undefined {
  const field = fieldsOf(element)
  const id = field('wp', 'post_id')
  const type = field('wp', 'post_type')
  if (!id && !type) return undefined
  const guid = element.children.find((child) => child.name === 'guid' && child.space === '')
  return {
    kind: 'item',
    line,
    id,
    type: type || 'post',
    status: field('wp', 'status'),
    title: field('', 'title'),
    link: field('', 'link'),
    guid: guid?.text.trim() ?? '',
    guidIsPermalink: guid?.attributes.isPermaLink !== 'false',
    pubDate: field('', 'pubDate'),
    date: field('wp', 'post_date'),
    dateGmt: field('wp', 'post_date_gmt'),
    modified: field('wp', 'post_modified'),
    modifiedGmt: field('wp', 'post_modified_gmt'),
    name: field('wp', 'post_name'),
    creator: field('dc', 'creator'),
    content: field('content', 'encoded', false),
    excerpt: field('excerpt', 'encoded', false),
    parent: field('wp', 'post_parent'),
    menuOrder: Number.parseInt(field('wp', 'menu_order'), 10) || 0,
    sticky: field('wp', 'is_sticky') === '1',
    password: field('wp', 'post_password', false),
    attachmentUrl: field('wp', 'attachment_url'),
    filings: filingsOf(element),
    meta: metaOf(element),
    comments: element.children
      .filter((child) => child.name === 'comment' && child.space === 'wp')
      .map(commentOf),
  }
}

function commentOf(element: XmlElement): WxrComment {
  const field = fieldsOf(element)
  return {
    id: field('wp', 'comment_id'),
    author: field('wp', 'comment_author'),
    email: field('wp', 'comment_author_email'),
    url: field('wp', 'comment_author_url'),
    ip: field('wp', 'comment_author_IP'),
    date: field('wp', 'comment_date'),
    dateGmt: field('wp', 'comment_date_gmt'),
    content: field('wp', 'comment_content', false),
    approved: field('wp', 'comment_approved'),
    type: field('wp', 'comment_type'),
    parent: field('wp', 'comment_parent'),
    userId: field('wp', 'comment_user_id'),
    meta: pairsOf(element, 'commentmeta'),
  }
}

/**
 * Categories and tags of an item. WXR 1.0 writes each twice, once without its slug, and calls tags `tag`; without a
 * domain it is a category.
 */
function filingsOf(element: XmlElement): Filing[] {
  const found: Filing[] = []
  for (const child of element.children) {
    if (child.name !== 'category' || child.space !== '') continue
    const domain = child.attributes.domain ?? 'category'
    found.push({
      taxonomy: domain === 'tag' ? 'post_tag' : domain,
      slug: child.attributes.nicename ?? '',
      name: child.inner.trim(),
    })
  }
  const named = new Set(found.filter(({ slug }) => slug !== '').map(({ name }) => name))
  return found.filter(({ slug, name }) => slug !== '' || (name !== '' && !named.has(name)))
}

function metaOf(element: XmlElement): Map<string, string[]> {
  const meta = new Map<string, string[]>()
  for (const [key, value] of pairsOf(element, 'postmeta')) {
    const values = meta.get(key)
    if (values) values.push(value)
    else meta.set(key, [value])
  }
  return meta
}

const pairsOf = (element: XmlElement, name: string) =>
  element.children
    .filter((child) => child.name === name && child.space === 'wp')
    .map((pair): [string, string] => {
      const field = fieldsOf(pair)
      return [field('wp', 'meta_key'), field('wp', 'meta_value', false)]
    })

/** Fields by their names. The first one counts: a second comes from a program that meddled. */
function fieldsOf(element: XmlElement) {
  const fields = new Map<string, XmlElement>()
  for (const child of element.children) {
    const key = `${child.space} ${child.name}`
    if (!fields.has(key)) fields.set(key, child)
  }
  return (space: string, name: string, trimmed = true): string => {
    const text = fields.get(`${space} ${name}`)?.inner ?? ''
    return trimmed ? text.trim() : text
  }
}
