import { canonicalPath, slugOf } from '../addresses/address.ts'
import { redirectFrom } from '../addresses/addresses.ts'
import { addCategory, addTag } from '../categories/categories.ts'
import type { Tx } from '../platform/database.ts'
import { detached } from './detached.ts'
import { blankItem, knownOf, remember } from './imported.ts'
import { slugFrom } from './paths.ts'
import type { Filing, Term } from './record.ts'
import { type Run, writing } from './run.ts'
import { plain } from './tree.ts'

type Kept = {
  id: string
  slug: string
  name: string
  parent: string
  description: string
  line: number
  /** Its path on the old site, or empty. */
  path: string
}

/** WordPress's own taxonomies that say nothing of what an article is about. */
const technical: Record<string, string> = {
  nav_menu: 'menus are accounted for with their items',
  author: 'its authors are contributors',
  post_format: 'formats of posts are a matter of the theme',
  link_category: 'link lists are no part of a newsroom',
  wp_theme: 'themes stay with WordPress',
  wp_template_part_area: 'themes stay with WordPress',
  wp_pattern_category: 'patterns stay with WordPress',
  language: 'articles carry their language themselves',
  term_language: 'articles carry their language themselves',
  post_translations: 'translations are not linked yet',
  term_translations: 'translations are not linked yet',
  'Ghost’s internal tags': 'marks of the editors, which Ghost shows to nobody',
}

/** Categories and tags of a file, and what they are in the newsroom. */
export class Terms {
  #categories = new Map<string, Kept>()
  #tags = new Map<string, Kept>()
  #slugById = new Map<string, string>()
  #others = new Set<string>()
  categoryIds = new Map<string, string>()
  tagIds = new Map<string, string>()

  /** A term as the file lists it. */
  add(run: Run, term: Term) {
    const list = this.#list(term.taxonomy)
    if (term.id) this.#slugById.set(`${term.taxonomy} ${term.id}`, detached(term.slug))
    if (list) {
      const slug = term.slug || slugOf(plain(term.name))
      if (slug)
        list.set(
          detached(slug),
          kept({ ...term, slug, name: plain(term.name) || slug, path: term.path ?? '' }),
        )
      return
    }
    const key = `${term.taxonomy} ${term.slug}`
    if (this.#others.has(key)) return
    this.#others.add(key)
    run.report.count('left out', `term of ${term.taxonomy}`, technical[term.taxonomy] ?? OTHER, {
      line: term.line,
      id: term.id,
      title: plain(term.name),
    })
  }

  /** A term that only an item names. */
  filed(filing: Filing, line: number) {
    const list = this.#list(filing.taxonomy)
    const slug = slugIn(filing)
    if (list && slug && !list.has(slug))
      list.set(
        detached(slug),
        kept({
          id: '',
          slug,
          name: plain(filing.name) || slug,
          parent: '',
          description: '',
          line,
          path: '',
        }),
      )
  }

  slugOfId(taxonomy: string, id: string) {
    return this.#slugById.get(`${taxonomy} ${id}`)
  }

  #list(taxonomy: string) {
    return taxonomy === 'category'
      ? this.#categories
      : taxonomy === 'post_tag'
        ? this.#tags
        : undefined
  }

  /** Brings in what is new: categories with their places in the tree, then tags. */
  async bring(run: Run) {
    this.categoryIds = await knownOf(run.newsroom.db, run.key, 'category')
    this.tagIds = await knownOf(run.newsroom.db, run.key, 'post_tag')
    const lineages = [...this.#categories.values()].map((category) => this.#lineage(run, category))
    // Parents first, so that they are there when their children come.
    lineages.sort((a, b) => a.length - b.length)
    await settleAll(run, lineages, this.categoryIds, 'category', (line) => ({
      term: line.at(-1)!,
      what: line.length > 1 ? 'category below another' : 'category',
      settle: (tx, made) => this.#category(run, tx, line, made),
    }))
    await settleAll(run, [...this.#tags.values()], this.tagIds, 'post_tag', (tag) => ({
      term: tag,
      what: 'tag',
      settle: (tx) => addedTag(run, tx, tag),
    }))
  }

  async #category(run: Run, tx: Tx, line: Kept[], made: ReadonlyMap<string, string>) {
    const category = line.at(-1)!
    const above = line.at(-2)?.slug
    const slugs = line.map(readable)
    const path = run.root + (category.path || `/category/${slugs.join('/')}`)
    const { id } = await addCategory(
      tx,
      {
        name: category.name.slice(0, 200),
        description: plain(category.description).slice(0, 2000),
        ...(canonicalPath(path) ? { path } : {}),
        parentId: (above && (made.get(above) ?? this.categoryIds.get(above))) || null,
        position: [...this.#categories.keys()].indexOf(category.slug),
      },
      run.newsroom.now(),
    )
    // WordPress answers at the short path, too, and at the category's number.
    const former = category.path ? [] : [`${run.root}/category/${slugs.at(-1)}`]
    if (category.id) former.push(`${run.root}/?cat=${category.id}`)
    return { id, redirects: await leadHere(run, tx, 'category', id, former) }
  }

  /** A category's ancestors from the top, then itself. Old files name parents by name; a circle ends the walk. */
  #lineage(run: Run, category: Kept): Kept[] {
    const line: Kept[] = []
    for (let at: Kept | undefined = category; at; at = this.#parent(at)) {
      if (line.includes(at) || line.length > 50) {
        run.report.problem({
          line: category.line,
          message: `The category “${category.name}” stands below itself. It is put at the top.`,
          lost: false,
        })
        return [category]
      }
      line.unshift(at)
    }
    return line
  }

  #parent({ parent }: Kept): Kept | undefined {
    if (!parent || parent === '0') return undefined
    return (
      this.#categories.get(parent) ??
      [...this.#categories.values()].find(({ name }) => name === plain(parent))
    )
  }
}

const kept = ({ id, slug, name, parent, description, line, path }: Kept): Kept => ({
  id: detached(id),
  slug: detached(slug),
  name: detached(name),
  parent: detached(parent),
  description: detached(description),
  line,
  path: detached(path),
})

const OTHER = 'a newsroom has categories and tags; this is a taxonomy of a plug-in or theme'

export const slugIn = (filing: Filing) => filing.slug || slugOf(plain(filing.name))

const readable = (term: Kept) => slugFrom(term.slug) || slugOf(term.name) || term.id || 'term'

const shown = ({ line, id, name }: Kept) => ({ line, id, title: name })

async function addedTag(run: Run, tx: Tx, tag: Kept) {
  const path = `${run.root}/tag/${readable(tag)}`
  const { id } = await addTag(
    tx,
    { name: tag.name.slice(0, 200), ...(canonicalPath(path) ? { path } : {}) },
    run.newsroom.now(),
  )
  const former = tag.path ? [] : [`${run.root}/?tag=${readable(tag)}`]
  return { id, redirects: await leadHere(run, tx, 'tag', id, former) }
}

async function leadHere(
  run: Run,
  tx: Tx,
  kind: 'category' | 'tag',
  thingId: string,
  paths: string[],
) {
  const redirects = paths.map((path) => ({ path, thingId }))
  return (await redirectFrom(tx, kind, redirects, run.newsroom.now())).length
}

type Settling = {
  term: Kept
  what: string
  settle: (tx: Tx, made: ReadonlyMap<string, string>) => Promise<{ id: string; redirects: number }>
}

/** Settles the new ones of many terms, so many a transaction. Nothing is counted that may be rolled back. */
async function settleAll<T>(
  run: Run,
  list: T[],
  known: Map<string, string>,
  type: 'category' | 'post_tag',
  plan: (one: T) => Settling,
) {
  const kind = type === 'category' ? 'category' : 'tag'
  for (let at = 0; at < list.length; at += 100) {
    const plans = list.slice(at, at + 100).map(plan)
    const fresh = plans.filter(({ term }) => !known.has(term.slug))
    const standIn = {
      made: new Map(fresh.map(({ term }) => [term.slug, `dry ${term.slug}`])),
      redirects: 0,
    }
    const { made, redirects } =
      fresh.length === 0
        ? standIn
        : await writing(run, standIn, async (tx) => {
            const made = new Map<string, string>()
            let redirects = 0
            for (const { term, settle } of fresh) {
              const settled = await settle(tx, made)
              made.set(term.slug, settled.id)
              redirects += settled.redirects
            }
            await remember(
              tx,
              run.key,
              [...made].map(([slug, id]) => ({
                ...blankItem,
                external_type: type,
                external_id: slug,
                kind,
                local_id: id,
              })),
            )
            return { made, redirects }
          })
    run.report.redirects += redirects
    for (const { term, what } of plans)
      run.report.count(known.has(term.slug) ? 'unchanged' : 'new', what, '', shown(term))
    for (const [slug, id] of made) known.set(slug, id)
  }
}
