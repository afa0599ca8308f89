import { slugOf } from '../../addresses/address.ts'
import { shortened } from '../arrival.ts'
import { cutRows } from './cutter.ts'
import { type Fields, fieldsIn, said } from './fields.ts'

export type User = {
  row: number
  id: string
  slug: string
  name: string
  bio: string
  website: string
}
export type Tag = {
  row: number
  id: string
  slug: string
  name: string
  description: string
  /** An editorial mark (`#series`), which Ghost shows to nobody. */
  internal: boolean
}

/** What further tables of an export are, and why they do not move in. */
const elsewhere: Record<string, string> = {
  newsletters: 'newsletters are set up anew',
  products: 'tiers are set up anew; what they close is Premium',
  members: 'readers come with the members file (--members)',
  snippets: 'snippets stay with Ghost’s editor',
  offers: 'offers are set up anew',
  benefits: 'tiers are set up anew; what they close is Premium',
  stripe_products: 'payments are set up anew',
  stripe_prices: 'payments are set up anew',
  integrations: 'keys of other programs are set up anew',
  webhooks: 'keys of other programs are set up anew',
  subscribers: 'readers come with the members file (--members)',
  comments: 'Ghost’s export holds no comments that can be read alone',
}

/** All that posts refer to. The tables of an export stand in any order, so they are read before the posts. */
export class Catalogue {
  version = ''
  settings = new Map<string, string>()
  /** The id of the setting `title`, which is another one on every site. */
  mark = ''
  users = new Map<string, User>()
  tags = new Map<string, Tag>()
  meta = new Map<string, Fields>()
  /** So many rows of tables that do not move in, with the reason. */
  others = new Map<string, { count: number; why: string }>()
  problems: { line: number; message: string; lost: boolean }[] = []
  #filed = new Links()
  #wrote = new Links()
  #primary = new Set<string>()

  static async of(text: AsyncIterable<string>): Promise<Catalogue> {
    const made = new Catalogue()
    for await (const cut of cutRows(text, (table) => table !== 'posts')) {
      if (cut.kind === 'version') made.version = cut.version
      else if (cut.kind === 'row') made.#note(cut.table, cut.row, fieldsIn(cut.value))
      else if (made.problems.length < 2000) made.problems.push(cut)
    }
    for (const post of made.#filed.keys()) {
      const [primary] = made.tagsOf(post)
      if (primary) made.#primary.add(primary.id)
    }
    return made
  }

  #note(table: string, row: number, fields: Fields) {
    const id = said(fields, 'id')
    if (table === 'settings') {
      const key = said(fields, 'key')
      if (key === 'title') this.mark = id
      this.settings.set(key, said(fields, 'value'))
    } else if (table === 'users') {
      const name = said(fields, 'name')
      this.users.set(id, {
        row,
        id,
        name,
        slug: said(fields, 'slug') || slugOf(name) || id,
        bio: said(fields, 'bio').slice(0, 2000),
        website: said(fields, 'website'),
      })
    } else if (table === 'tags') {
      const name = said(fields, 'name')
      this.tags.set(id, {
        row,
        id,
        name,
        slug: said(fields, 'slug') || slugOf(name),
        description: said(fields, 'description').slice(0, 2000),
        internal: said(fields, 'visibility') === 'internal' || name.startsWith('#'),
      })
    } else if (table === 'posts_tags')
      this.#filed.add(said(fields, 'post_id'), said(fields, 'tag_id'), fields.sort_order)
    else if (table === 'posts_authors')
      this.#wrote.add(said(fields, 'post_id'), said(fields, 'author_id'), fields.sort_order)
    else if (table === 'posts_meta') this.#meta(fields)
    else if (Object.hasOwn(elsewhere, table)) {
      const other = this.others.get(table)
      if (other) other.count++
      else this.others.set(table, { count: 1, why: elsewhere[table]! })
    }
  }

  /** What a post's meta says, without what it does not: a site has one row for nearly every post. */
  #meta(fields: Fields) {
    const kept: Fields = {}
    for (const name of metaFields) {
      const value = said(fields, name)
      if (value && value !== '0') kept[name] = shortened(value, 4000)
    }
    if (Object.keys(kept).length > 0) this.meta.set(said(fields, 'post_id'), kept)
  }

  /** The tags of a post that are shown, the primary one first. */
  tagsOf(post: string): Tag[] {
    return this.#tagsOf(post).filter(({ internal }) => !internal)
  }

  internalTagsOf(post: string): Tag[] {
    return this.#tagsOf(post).filter(({ internal }) => internal)
  }

  #tagsOf = (post: string) =>
    this.#filed.of(post).flatMap((id) => {
      const tag = this.tags.get(id)
      return tag ? [tag] : []
    })

  /** Whether a tag is the primary one of any post: such a tag is a category. */
  isPrimary = (tag: Tag) => this.#primary.has(tag.id)

  /** The authors of a post; before Ghost 1.22 it names one itself. */
  authorsOf(post: string, author: string): User[] {
    const ids = this.#wrote.of(post)
    return (ids.length > 0 ? ids : [author]).flatMap((id) => {
      const user = this.users.get(id)
      return user ? [user] : []
    })
  }
}

const metaFields =
  'og_image og_title twitter_title meta_title feature_image_alt feature_image_caption email_only'.split(
    ' ',
  )

/** Ordered links from posts to something: a number for each end, since a site has hundreds of thousands. */
class Links {
  #names: string[] = []
  #numbers = new Map<string, number>()
  #of = new Map<string, number[]>()

  add(from: string, to: string, order: unknown) {
    if (!from || !to) return
    let number = this.#numbers.get(to)
    if (number === undefined) {
      number = this.#names.push(to) - 1
      this.#numbers.set(to, number)
    }
    const list = this.#of.get(from)
    const place = Number.isFinite(order) ? Number(order) : (list?.length ?? 0) / 2
    if (!list) this.#of.set(from, [place, number])
    else if (list.length < 400) list.push(place, number)
  }

  keys = () => this.#of.keys()

  of(from: string): string[] {
    const list = this.#of.get(from) ?? []
    return Array.from({ length: list.length / 2 }, (_, at) => [list[at * 2]!, list[at * 2 + 1]!])
      .sort(([a], [b]) => a! - b!)
      .map(([, number]) => this.#names[number!]!)
  }
}
