import { canonicalPath, slugOf } from '../addresses/address.ts'
import { redirectFrom } from '../addresses/addresses.ts'
import type { ContributorKind, ContributorLink } from '../contributors/contributor.ts'
import { addContributor, contributorsById, editContributor } from '../contributors/contributors.ts'
import type { Tx } from '../platform/database.ts'
import { detached } from './detached.ts'
import { blankItem, type Known, knownAmong, knownOf, remember } from './imported.ts'
import type { Intake } from './intake.ts'
import { webAddress } from './links.ts'
import type { Author, Filing, Item } from './record.ts'
import { type Run, writing } from './run.ts'
import { plain } from './tree.ts'

type Person = {
  /** Under which it is remembered: the login, or `cap-slug` for a guest author. */
  key: string
  name: string
  slug: string
  kind: ContributorKind
  biography: string
  links: ContributorLink[]
  /** The id of the attachment that shows them, or empty. */
  picture: string
  line: number
  number: string
}

/** Those who wrote: accounts of the old site, and guests of the plug-in Co-Authors Plus. */
export class Authors {
  #people = new Map<string, Person>()
  #keyBySlug = new Map<string, string>()
  ids = new Map<string, string>()

  add(author: Author) {
    const login = author.login || author.displayName
    if (!login || this.#people.get(login)?.number) return
    const full = `${author.firstName} ${author.lastName}`
    this.#put({
      key: login,
      name: plain(author.displayName) || plain(full) || nameOfLogin(login),
      slug: slugOf(login),
      kind: 'staff',
      biography: author.biography ?? '',
      links: author.links ?? [],
      picture: author.picture ?? '',
      line: author.line,
      number: author.id || login,
    })
  }

  /** A guest author of Co-Authors Plus, who stands in the file as an item. */
  addGuest(item: Item) {
    const said = (key: string) => item.meta.get(key)?.[0] ?? ''
    const slug = said('cap-user_login') || item.name.replace(/^cap-/, '')
    this.#put({
      key: `cap-${slug}`,
      name: plain(said('cap-display_name')) || plain(item.title) || slug,
      slug: slugOf(slug),
      kind: 'guest',
      biography: plain(said('cap-description') || item.content).slice(0, 2000),
      links: linksTo(webAddress(said('cap-website'), '')),
      picture: '',
      line: item.line,
      number: item.id,
    })
  }

  /** Those whom only an item names: exports of WXR 1.0 list no authors. */
  named(item: Item) {
    const coAuthors = item.filings.filter(({ taxonomy }) => taxonomy === 'author')
    for (const filing of coAuthors)
      if (!this.#keyOf(filing)) {
        const slug = filing.slug.replace(/^cap-/, '') || slugOf(plain(filing.name))
        const name = plain(filing.name)
        this.#put({
          ...unknown(`cap-${slug}`, item.line),
          name: name && name !== filing.slug ? name : nameOfLogin(slug),
          slug: slugOf(slug),
          kind: 'guest',
        })
      }
    if (item.creator && !this.#people.has(item.creator) && coAuthors.length === 0)
      this.#put({
        ...unknown(item.creator, item.line),
        name: nameOfLogin(plain(item.creator)),
        slug: slugOf(plain(item.creator)),
      })
  }

  /** The contributors of an item, in the order of its byline. */
  of(item: Item): string[] {
    const filed = item.filings
      .filter(({ taxonomy }) => taxonomy === 'author')
      .map((filing) => this.#keyOf(filing))
    const keys = filed.length > 0 ? filed : [item.creator]
    return [...new Set(keys.map((key) => (key ? this.ids.get(key) : undefined)))].filter(
      (id) => id !== undefined,
    )
  }

  #put(person: Person) {
    const key = detached(person.key)
    this.#people.set(key, {
      ...person,
      key,
      name: detached(person.name),
      biography: detached(person.biography),
      links: person.links.map(({ label, href }) => ({
        label: detached(label),
        href: detached(href),
      })),
      picture: detached(person.picture),
    })
    if (person.slug && !this.#keyBySlug.has(person.slug))
      this.#keyBySlug.set(person.slug, person.key)
  }

  #keyOf({ slug, name }: Filing): string | undefined {
    const bare = slug.replace(/^cap-/, '')
    if (this.#people.has(`cap-${bare}`)) return `cap-${bare}`
    if (this.#people.has(name)) return name
    if (this.#people.has(bare)) return bare
    return this.#keyBySlug.get(slugOf(bare))
  }

  async bring(run: Run, intake: Intake) {
    this.ids = await stillThere(run, await knownOf(run.newsroom.db, run.key, 'author'))
    const people = [...this.#people.values()]
    for (let at = 0; at < people.length; at += 100) {
      const batch = people.slice(at, at + 100)
      const fresh = batch.filter(({ key }) => !this.ids.has(key))
      const standIn = { made: new Map(fresh.map(({ key }) => [key, `dry ${key}`])), redirects: 0 }
      const { made, redirects } =
        fresh.length === 0
          ? standIn
          : await writing(run, standIn, (tx) => settle(run, tx, fresh, intake))
      run.report.redirects += redirects
      const filled = await fillPortraits(run, batch, intake)
      for (const { key, kind, line, number, name } of batch)
        run.report.count(
          filled.has(key) ? 'changed' : this.ids.has(key) ? 'unchanged' : 'new',
          kind === 'guest' ? 'guest author' : 'author',
          '',
          { line, id: number, title: name },
        )
      for (const [key, id] of made) this.ids.set(key, id)
    }
  }
}

/** Those who came before and are here: one may be another contributor by now, or removed, and comes anew then. */
async function stillThere(run: Run, known: ReadonlyMap<string, string>) {
  const there = new Map<string, string>()
  const all = [...known]
  for (let at = 0; at < all.length; at += 100) {
    const batch = all.slice(at, at + 100)
    const here = await contributorsById(
      run.newsroom.db,
      batch.map(([, id]) => id),
    )
    for (const [key, id] of batch) {
      const contributor = here.get(id)
      if (contributor) there.set(key, contributor.id)
    }
  }
  return there
}

async function settle(run: Run, tx: Tx, people: Person[], intake: Intake) {
  const now = run.newsroom.now()
  const made = new Map<string, string>()
  let redirects = 0
  for (const person of people) {
    const path = `${run.root}/author/${person.slug}`
    const { id } = await addContributor(
      tx,
      {
        name: person.name.slice(0, 200),
        kind: person.kind,
        biography: person.biography,
        links: person.links,
        pictureId: intake.of(person.picture) ?? null,
        ...(person.slug && canonicalPath(path) ? { path } : {}),
      },
      now,
    )
    made.set(person.key, id)
    if (/^\d+$/.test(person.number) && person.kind === 'staff')
      redirects += (
        await redirectFrom(
          tx,
          'contributor',
          [{ path: `${run.root}/?author=${person.number}`, thingId: id }],
          now,
        )
      ).length
  }
  await rememberPeople(run, tx, people, made, intake)
  return { made, redirects }
}

/** Gives those who came without their picture the one that is here by now, where nobody has chosen another. */
async function fillPortraits(run: Run, people: Person[], intake: Intake): Promise<Set<string>> {
  const shown = people.filter(({ picture }) => intake.of(picture) !== undefined)
  const keys = shown.map(({ key }) => key)
  const known = await knownAmong(run.newsroom.db, run.key, 'contributor', keys)
  const waiting = shown.filter(({ key }) => isLacking(known.get(key)))
  if (waiting.length === 0) return new Set()
  return await writing(run, new Set(waiting.map(({ key }) => key)), async (tx) => {
    const ids = new Map(waiting.map(({ key }) => [key, known.get(key)!.local_id]))
    const here = await contributorsById(tx, [...ids.values()])
    const filled = waiting.filter(({ key }) => here.get(ids.get(key)!)?.pictureId === null)
    for (const { key, picture } of filled)
      await editContributor(
        tx,
        ids.get(key)!,
        { pictureId: intake.of(picture)! },
        run.newsroom.now(),
      )
    await rememberPeople(run, tx, waiting, ids, intake)
    return new Set(filled.map(({ key }) => key))
  })
}

const isLacking = (known: Known | undefined) => known !== undefined && known.lacking !== '[]'

async function rememberPeople(
  run: Run,
  tx: Tx,
  people: Person[],
  ids: ReadonlyMap<string, string>,
  intake: Intake,
) {
  await remember(
    tx,
    run.key,
    people.map(({ key, picture }) => ({
      ...blankItem,
      external_type: 'author',
      external_id: key,
      kind: 'contributor',
      local_id: ids.get(key)!,
      lacking: JSON.stringify(picture && !intake.of(picture) ? [{ id: picture }] : []),
    })),
  )
}

const linksTo = (website: string | undefined): ContributorLink[] =>
  website ? [{ label: new URL(website).hostname, href: website }] : []

const unknown = (key: string, line: number): Person => ({
  key,
  name: key,
  slug: '',
  kind: 'staff',
  biography: '',
  links: [],
  picture: '',
  line,
  number: '',
})

/** A name for someone of whom only a login is known: never a whole mail address. */
const nameOfLogin = (login: string) => login.replace(/@.*$/, '').trim() || 'Unknown author'
