import { isReserved } from '../addresses/address.ts'
import { redirectFrom, takenAmong } from '../addresses/addresses.ts'
import type { Attachments } from './attachments.ts'
import type { Settled } from './batch.ts'
import { detached } from './detached.ts'
import { knownAmong } from './imported.ts'
import { pathOf } from './paths.ts'
import { type Run, writing } from './run.ts'

/** Redirects in one transaction. */
const BATCH = 500

type Redirect = { path: string; thingId: string }

/** Old addresses that lead to articles. They come last: an article's own address goes before another's former one. */
export class Redirects {
  #run: Run
  #wanted: Redirect[] = []
  /** The articles of a dry run, which no database knows. */
  #dry = new Map<string, string>()

  constructor(run: Run) {
    this.#run = run
  }

  add({ externalId, articleId, paths }: Settled) {
    if (this.#run.options.dryRun) this.#dry.set(detached(externalId), articleId)
    for (const path of paths)
      if (!path.includes('?')) this.#wanted.push({ path: detached(path), thingId: articleId })
  }

  /** Brings in those that are missing; pages of attachments lead to the article they were uploaded to, or are shown in. */
  async bring(attachments: Attachments, shownIn: ReadonlyMap<string, string>) {
    for (let at = 0; at < this.#wanted.length; at += BATCH)
      await this.#settle(this.#wanted.slice(at, at + BATCH))
    this.#wanted = []
    let pages: { article: string; paths: string[]; line: number }[] = []
    let homeless = 0
    const flush = async () => {
      const known = await knownAmong(this.#run.newsroom.db, this.#run.key, 'article', [
        ...new Set(pages.map(({ article }) => article)),
      ])
      const found: Redirect[] = []
      for (const { article, paths } of pages) {
        const thingId = known.get(article)?.local_id ?? this.#dry.get(article)
        if (thingId) for (const path of paths) found.push({ path, thingId })
        else homeless++
      }
      await this.#settle(found)
      pages = []
    }
    for (const [id, { page, parent }] of attachments.all()) {
      // Ghost's pictures have neither a number nor a page.
      if (!/^\d+$/.test(id)) continue
      const paths = [
        pathOf(page, this.#run.hosts),
        `${this.#run.root}/?attachment_id=${id}`,
      ].filter((path): path is string => path !== undefined && path !== '/' && !isReserved(path))
      const article = parent || shownIn.get(id)
      if (article) pages.push({ article, paths: [...new Set(paths)], line: 0 })
      else homeless++
      if (pages.length === BATCH) await flush()
    }
    await flush()
    if (homeless > 0)
      this.#run.report.count(
        'left out',
        'page of an attachment',
        'no article that came in shows it',
        undefined,
        homeless,
      )
  }

  async #settle(redirects: Redirect[]) {
    const taken = await takenAmong(
      this.#run.newsroom.db,
      redirects.map(({ path }) => path),
    )
    const missing = redirects.filter(({ path }) => !taken.has(path))
    if (missing.length === 0) return
    const made = await writing(
      this.#run,
      missing.map(({ path }) => path),
      (tx) => redirectFrom(tx, 'article', missing, this.#run.newsroom.now()),
    )
    this.#run.report.redirects += made.length
  }
}
