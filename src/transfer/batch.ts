import { isReserved, slugOf } from '../addresses/address.ts'
import { takenAmong } from '../addresses/addresses.ts'
import type { Arrival } from '../articles/bring.ts'
import { bring } from '../articles/bring.ts'
import type { Tx } from '../platform/database.ts'
import { Refusal } from '../platform/refusals.ts'
import { digestOf, type Standing } from './arrival.ts'
import type { Converted } from './body.ts'
import { commentRow, keepComments, worthKeeping } from './comments.ts'
import type { AskedPicture } from './conversion.ts'
import { type Known, knownAmong, remember } from './imported.ts'
import { formerPaths, pathFor, pathOf } from './paths.ts'
import type { Preparation } from './prepare.ts'
import type { Item } from './record.ts'
import { renew } from './renew.ts'
import type { Run } from './run.ts'
import type { Survey } from './survey.ts'

/** An item that may become an article. */
export type Candidate = { item: Item; standing: Standing }

/** Articles of one name that are told apart by counting. */
const MOST_ALIKE = 20

/** What follows an article that is here: the paths that are to lead to it. */
export type Settled = { externalId: string; articleId: string; paths: string[] }

type Ready = Candidate & {
  digest: string
  known: Known | undefined
  fields: Omit<Arrival, 'path' | 'oldPaths'>
  wantedPath: string
  path: string
  /** Further paths that it was known by. */
  former: string[]
  lacking: AskedPicture[]
  converted: Converted
}

/** Where an article stands after it came in, or why it was left as it is. */
type Result = { id: string; version: number; status: string; why?: string }

/** Brings in articles, so many a transaction. */
export class Batch {
  #run: Run
  #survey: Survey
  #preparation: Preparation

  constructor(run: Run, survey: Survey, preparation: Preparation) {
    this.#run = run
    this.#survey = survey
    this.#preparation = preparation
  }

  /** Brings in what is new or has changed; says of each article which former paths lead to it. */
  async bringIn(candidates: Candidate[]): Promise<Settled[]> {
    const known = await knownAmong(
      this.#run.newsroom.db,
      this.#run.key,
      'article',
      candidates.map(({ item }) => item.id),
    )
    const ready: Ready[] = []
    const settled: Settled[] = []
    for (const candidate of candidates) {
      const { item, standing } = candidate
      const before = known.get(item.id)
      const digest = digestOf(item, this.#survey.reusable)
      if (before && before.digest === digest && !this.#preparation.canFill(before)) {
        for (const asked of JSON.parse(before.lacking) as AskedPicture[])
          this.#run.report.lacks(this.#preparation.originalOf(asked))
        this.#note(candidate, 'unchanged')
        settled.push({
          externalId: item.id,
          articleId: before.local_id,
          paths: this.#formerPaths(item),
        })
        continue
      }
      try {
        const { fields, converted, lacking } = await this.#preparation.article(item, standing)
        const wantedPath = pathFor(item, fields.headline, this.#run.root, this.#run.hosts)
        const former = formerPaths(item, wantedPath, this.#run.root, this.#run.hosts)
        ready.push({
          ...candidate,
          digest,
          known: before,
          fields,
          wantedPath,
          path: wantedPath,
          former,
          lacking,
          converted,
        })
      } catch (error) {
        this.#failed(candidate, error)
      }
    }
    settled.push(...(await this.#settle(ready)))
    return settled
  }

  async #settle(ready: Ready[]): Promise<Settled[]> {
    if (ready.length === 0) return []
    await this.#findPaths(ready.filter(({ known }) => !known))
    if (this.#run.options.dryRun)
      return ready.map((one) =>
        this.#done(one, `dry ${one.item.id}`, one.known ? 'changed' : 'new'),
      )
    try {
      return await this.#write(ready)
    } catch (error) {
      if (!isOfItem(error)) throw error
      if (ready.length === 1) {
        this.#failed(ready[0]!, error)
        return []
      }
      // One of them is at fault: the others must not be lost with it.
      const settled: Settled[] = []
      for (const one of ready) settled.push(...(await this.#settle([one])))
      return settled
    }
  }

  async #write(ready: Ready[]): Promise<Settled[]> {
    const { newsroom } = this.#run
    const results = await newsroom.write(async (tx) => {
      const now = newsroom.now()
      const fresh = ready.filter(({ known }) => !known)
      const ids = await bring(
        tx,
        fresh.map(({ fields, path, former }) => ({ ...fields, path, oldPaths: ofNumbers(former) })),
        now,
      )
      const results = new Map<Ready, Result>()
      for (const [at, one] of fresh.entries())
        results.set(one, { id: ids[at]!, version: 1, status: one.fields.status })
      for (const one of ready)
        if (one.known) results.set(one, await renew(tx, one.fields, one.known, now))
      await this.#remember(tx, results)
      return results
    })
    return ready.map((one) => {
      const { id, why } = results.get(one)!
      return this.#done(one, id, one.known ? (why ? 'left out' : 'changed') : 'new', why)
    })
  }

  async #remember(tx: Tx, results: Map<Ready, Result>) {
    const done = [...results].filter(([, { why }]) => why === undefined)
    await remember(
      tx,
      this.#run.key,
      done.map(([{ item, digest, lacking }, { id, version, status }]) => ({
        external_type: item.type,
        external_id: item.id,
        kind: 'article',
        local_id: id,
        digest,
        version,
        status,
        lacking: JSON.stringify(lacking),
      })),
    )
    await keepComments(
      tx,
      done.flatMap(([{ item }, { id }]) =>
        item.comments.filter(worthKeeping).map((comment) => commentRow(this.#run.key, id, comment)),
      ),
    )
  }

  /** Each new article gets the path it had, or the nearest that is free. */
  async #findPaths(fresh: Ready[]) {
    const taken = await takenAmong(
      this.#run.newsroom.db,
      fresh.map(({ wantedPath }) => wantedPath),
    )
    for (const one of fresh) {
      for (let n = 2; taken.has(one.path) || isReserved(one.path); n++) {
        // A thousand drafts without a name must not count up a thousand times.
        one.path = `${one.wantedPath}-${n < MOST_ALIKE ? n : `${slugOf(one.item.id)}-${n}`}`
        for (const path of await takenAmong(this.#run.newsroom.db, [one.path])) taken.add(path)
      }
      taken.add(one.path)
    }
  }

  #formerPaths(item: Item) {
    const path = pathFor(item, item.title, this.#run.root, this.#run.hosts)
    return formerPaths(item, path, this.#run.root, this.#run.hosts)
  }

  /** The address of an article that nothing here leads to any more: another thing, or the newsroom itself, is there. */
  #lost(item: Item, wantedPath: string, path: string) {
    if (path !== wantedPath) return wantedPath
    const was = pathOf(item.link, this.#run.hosts)
    return was && was !== path && was !== this.#run.root && isReserved(was) ? was : undefined
  }

  #done(
    one: Ready,
    articleId: string,
    fate: 'new' | 'changed' | 'left out',
    why?: string,
  ): Settled {
    const { report } = this.#run
    const { item, path, wantedPath, lacking, converted, former, known } = one
    this.#note(one, fate, why, known ? undefined : path)
    report.parts(converted.notes, { line: item.line, id: item.id, title: one.fields.headline })
    for (const asked of lacking) report.lacks(this.#preparation.originalOf(asked))
    const was = this.#lost(item, wantedPath, path)
    if (!known && was) report.moved(was, path)
    if (!known) report.redirects += ofNumbers(former).length
    return { externalId: item.id, articleId, paths: former }
  }

  #note(
    { item, standing }: Candidate,
    fate: 'new' | 'changed' | 'unchanged' | 'left out',
    why = standing.why,
    path?: string,
  ) {
    const { report } = this.#run
    report.item(
      {
        line: item.line,
        id: item.id,
        type: item.type,
        status: item.status,
        title: item.title.slice(0, 300),
        fate,
        why,
        path,
      },
      standing.what,
    )
    if (item.sticky)
      report.count(
        'left out',
        'sticky',
        'a front page is arranged by its editors; the article itself is here',
        {
          line: item.line,
          id: item.id,
          title: item.title,
        },
      )
    for (const comment of item.comments) {
      const kind = comment.type && comment.type !== 'comment' ? comment.type : 'comment'
      if (worthKeeping(comment)) report.count(fate === 'left out' ? 'unchanged' : fate, kind)
      else
        report.count(
          'left out',
          kind,
          `WordPress has it as “${comment.approved || 'without a number'}”`,
        )
    }
  }

  #failed({ item, standing }: Candidate, error: unknown) {
    const message = error instanceof Error ? error.message : String(error)
    this.#run.report.problem({
      line: item.line,
      message: `“${item.title.slice(0, 100)}” (${item.type} ${item.id}) could not be brought in: ${message}`,
      lost: true,
    })
    const { line, id, type, status, title } = item
    this.#run.report.item(
      { line, id, type, status, title, fate: 'failed', why: message },
      standing.what,
    )
  }
}

/** Former paths that no other article can have as its own: they need not wait for the others. */
const ofNumbers = (former: string[]) => former.filter((path) => path.includes('?'))

const isOfItem = (error: unknown) =>
  error instanceof Refusal ||
  error instanceof RangeError ||
  (error instanceof Error &&
    /unique|constraint|duplicate key|invalid byte|too long/i.test(error.message))
