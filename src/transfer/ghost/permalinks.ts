import { instant } from '../times.ts'
import type { Tag, User } from './catalogue.ts'
import { type Fields, isTrue } from './fields.ts'
import { dayIn } from './timezone.ts'
import { type Yaml, yamlOf } from './yaml.ts'

type Post = {
  id: string
  type: string
  slug: string
  /** SQL or ISO 8601. */
  date: string
  tags: Tag[]
  authors: User[]
  fields: Fields
}
type Collection = { permalink: string; filter: string }

/** Where the posts of a Ghost site were: its collections (`routes.yaml`), else the old setting, else `/{slug}/`. */
export class Permalinks {
  #collections: Collection[]
  #timezone: string
  /** What of a routes file does not move in, in words. */
  left: string[] = []

  constructor(routes: string | undefined, setting = '', timezone = '') {
    this.#timezone = timezone
    const written = routes === undefined ? {} : yamlOf(routes, 'routes.yaml')
    this.#collections = Object.entries(branch(written.collections)).map(([path, collection]) => ({
      permalink: text(branch(collection).permalink) || `${path}{slug}/`,
      filter: text(branch(collection).filter),
    }))
    for (const path of Object.keys(branch(written.routes))) this.left.push(`the route ${path}`)
    for (const [name, path] of Object.entries(branch(written.taxonomies)))
      if (!/^\/(tag|author)\/\{slug\}\/$/.test(text(path)))
        this.left.push(`the taxonomy ${name} at ${text(path)}: its pages are at /${name}/{slug}/`)
    if (this.#collections.length === 0)
      this.#collections = [
        { permalink: setting.includes('slug') ? setting : '/{slug}/', filter: '' },
      ]
  }

  /** The path of a post, with a slash at its end. */
  of(post: Post): string {
    const collection = this.#collections.find(({ filter }) => fits(post, filter))
    if (post.type === 'page' || !collection) return `/${encodeURIComponent(post.slug)}/`
    const moment = instant(post.date)
    const [year, month, day] = moment ? dayIn(this.#timezone, moment) : []
    const values: Record<string, string | undefined> = {
      slug: post.slug,
      id: post.id,
      year,
      month,
      day,
      primary_tag: post.tags[0]?.slug ?? 'all',
      primary_author: post.authors[0]?.slug ?? 'all',
      author: post.authors[0]?.slug ?? 'all',
    }
    return collection.permalink.replace(/\{(\w+)\}|:(\w+)/g, (whole, a, b) => {
      const value = Object.hasOwn(values, a ?? b) ? values[a ?? b] : undefined
      return value === undefined ? whole : encodeURIComponent(value)
    })
  }
}

const branch = (value: Yaml | undefined): Record<string, Yaml> =>
  typeof value === 'object' ? value : {}
const text = (value: Yaml | undefined): string => (typeof value === 'string' ? value : '')

/** Whether a post is of a filter: `tag:a`, `primary_tag:[a,b]`, `author:x`, `featured:true`, with `+`, `,` and `-`. */
function fits(post: Post, filter: string): boolean {
  if (!filter) return true
  return filter.split(/,(?![^[]*\])/).some((all) =>
    all.split('+').every((one) => {
      const match = /^\s*(\w+):(-?)\[?([^\]]*)\]?\s*$/.exec(one)
      if (!match) return false
      const [, field, not, list] = match
      const has = valuesOf(post, field!)
      const found = list!
        .split(',')
        .some((value) => has.includes(value.trim().replace(/^['"]|['"]$/g, '')))
      return found !== (not === '-')
    }),
  )
}

function valuesOf(post: Post, field: string): string[] {
  const tags = post.tags.map(({ slug }) => slug)
  const authors = post.authors.map(({ slug }) => slug)
  switch (field) {
    case 'tag':
    case 'tags':
      return tags
    case 'primary_tag':
      return tags.slice(0, 1)
    case 'author':
    case 'authors':
      return authors
    case 'primary_author':
      return authors.slice(0, 1)
    case 'featured':
      return [String(isTrue(post.fields, 'featured'))]
    default:
      return []
  }
}
