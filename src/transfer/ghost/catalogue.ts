import { slugOf } from '../../addresses/address.ts'
import type { ContributorLink } from '../../contributors/contributor.ts'
import { shortened } from '../arrival.ts'
import { slugFrom } from '../paths.ts'
import { cutRows } from './cutter.ts'
import { type Fields, fieldsIn, said } from './fields.ts'
import { profileLinks } from './profiles.ts'

export type User = {
  row: number
  id: string
  slug: string
  name: string
  bio: string
  /** The address of their picture, or empty. */
  picture: string
  links: ContributorLink[]
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
  posts_products: 'tiers are set up anew; what they close is Premium',
  products_benefits: 'tiers are set up anew; what they close is Premium',
  offer_redemptions: 'offers are set up anew',
  custom_theme_settings: 'themes stay with Ghost',
  roles: 'colleagues are invited at the desk',
  roles_users: 'colleagues are invited at the desk',
  permissions: 'colleagues are invited at the desk',
  permissions_roles: 'colleagues are invited at the desk',
  permissions_users: 'colleagues are invited at the desk',
  invites: 'colleagues are invited at the desk',
  mobiledoc_revisions: 'former versions stay with Ghost',
  post_revisions: 'former versions stay with Ghost',
  recommendations: 'a newsroom’s links stand in its navigation and its texts',
  emails: 'what was sent stays with Ghost',
  labels: 'labels come with the members file (--members)',
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
const UNKNOWN = 'nobody here knows this table'

/** Settings that the newsroom is set up with while it has no name. */
const used =
  'title description lang default_locale locale active_timezone activeTimezone timezone navigation secondary_navigation permalinks accent_color logo icon'.split(
    ' ',
  )

/** All that posts refer to. The tables of an export stand in any order, so they are read before the posts. */
export class Catalogue {
  version = ''
  settings = new Map<string, string>()
  /** The id of the setting `title`, which is another one on every site. */
  mark = ''
  users = new Map<string, User>()
  tags = new Map<string, Tag>()
  meta = new Map<string, Fields>()
  /** So many of what does not move in: what it is, and why, with a tab between them. */
  left = new Map<string, number>()
  /** Rows of settings that the newsroom is set up with while it has no name. */
  ofNewsroom = 0
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
    made.#leaveOut('row of posts_tags', 'its tag is not in the file', made.#filed.lost(made.tags))
    made.#leaveOut(
      'row of posts_authors',
      'its author is not in the file',
      made.#wrote.lost(made.users),
    )
    return made
  }

  #leaveOut(what: string, why: string, times = 1) {
    const key = `${what}\t${why}`
    if (times > 0 && (this.left.has(key) || this.left.size < MOST_KINDS))
      this.left.set(key, (this.left.get(key) ?? 0) + times)
  }

  #note(table: string, row: number, fields: Fields) {
    const id = said(fields, 'id')
    if (table === 'settings') {
      const key = said(fields, 'key')
      if (key === 'title') this.mark = id
      if (used.includes(key)) {
        this.settings.set(key, said(fields, 'value'))
        this.ofNewsroom++
      } else this.#leaveOut('row of settings', 'the newsroom is set up at its desk')
    } else if (table === 'users') {
      const name = said(fields, 'name')
      this.users.set(id, {
        row,
        id,
        name,
        slug: slugFrom(said(fields, 'slug')) || slugOf(name) || id,
        bio: said(fields, 'bio').slice(0, 2000),
        picture: said(fields, 'profile_image') || said(fields, 'image'),
        links: profileLinks(fields),
      })
      if (said(fields, 'cover_image') || said(fields, 'cover'))
        this.#leaveOut('picture behind an author’s name', 'authors have their portrait alone')
      if (said(fields, 'location'))
        this.#leaveOut('place of an author', 'an author’s biography may say it')
      if (forMachines.some((name) => said(fields, name)))
        this.#leaveOut('author’s words for machines', FOR_MACHINES)
    } else if (table === 'tags') {
      const name = said(fields, 'name')
      this.tags.set(id, {
        row,
        id,
        name,
        slug: slugFrom(said(fields, 'slug')) || slugOf(name) || slugOf(id),
        description: said(fields, 'description').slice(0, 2000),
        internal: said(fields, 'visibility') === 'internal' || name.startsWith('#'),
      })
      if (said(fields, 'feature_image') || said(fields, 'image'))
        this.#leaveOut('picture of a tag', 'categories and tags have none here')
      if (forMachines.some((name) => said(fields, name)))
        this.#leaveOut('tag’s words for machines', FOR_MACHINES)
      if (said(fields, 'codeinjection_head') || said(fields, 'codeinjection_foot'))
        this.#leaveOut('code injection of a tag', 'programs and styles stay with Ghost')
    } else if (table === 'posts_tags')
      this.#filed.add(said(fields, 'post_id'), said(fields, 'tag_id'), fields.sort_order)
    else if (table === 'posts_authors')
      this.#wrote.add(said(fields, 'post_id'), said(fields, 'author_id'), fields.sort_order)
    else if (table === 'posts_meta') this.#meta(fields)
    else
      this.#leaveOut(
        `row of ${table.slice(0, 60)}`,
        Object.hasOwn(elsewhere, table) ? elsewhere[table]! : UNKNOWN,
      )
  }

  /** What a post's meta says, without what it does not: a site has one row for nearly every post. */
  #meta(fields: Fields) {
    const kept: Fields = {}
    for (const name of metaFields) {
      const value = said(fields, name)
      if (value && value !== '0') kept[name] = shortened(value, 4000)
    }
    // What has no place here is counted alone: a site may describe every post.
    for (const name of unplaced) if (said(fields, name)) kept[name] = '1'
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

/** What Ghost says of a post that has no place here. */
const unplaced =
  'meta_description og_description twitter_description twitter_image email_subject frontmatter'.split(
    ' ',
  )

/** What a tag or an author says to search engines and other sites alone. */
const forMachines =
  'meta_title meta_description og_image og_title og_description twitter_image twitter_title twitter_description canonical_url'.split(
    ' ',
  )
const FOR_MACHINES = 'its page has one name and one description, for everybody'

/** Kinds of what is left out; whoever writes a file may name tables without end. */
const MOST_KINDS = 500

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

  /** How many lead to something that is not there. */
  lost(known: ReadonlyMap<string, unknown>): number {
    const gone = new Set(this.#names.flatMap((name, at) => (known.has(name) ? [] : [at])))
    if (gone.size === 0) return 0
    let lost = 0
    for (const list of this.#of.values())
      for (let at = 1; at < list.length; at += 2) if (gone.has(list[at]!)) lost++
    return lost
  }

  of(from: string): string[] {
    const list = this.#of.get(from) ?? []
    return Array.from({ length: list.length / 2 }, (_, at) => [list[at * 2]!, list[at * 2 + 1]!])
      .sort(([a], [b]) => a! - b!)
      .map(([, number]) => this.#names[number!]!)
  }
}
