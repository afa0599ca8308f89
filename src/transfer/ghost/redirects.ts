import { canonicalPath, isReserved } from '../../addresses/address.ts'
import { addressAt, redirectFrom, takenAmong } from '../../addresses/addresses.ts'
import { Refusal } from '../../platform/refusals.ts'
import { pathOf } from '../paths.ts'
import { type Run, writing } from '../run.ts'
import { fieldsIn, listIn, said } from './fields.ts'
import { yamlOf } from './yaml.ts'

export type Redirect = { row: number; from: string; to: string }

/** Lines of a redirects file: JSON, or either YAML of Ghost 3 (by status, or `from: to` alone). */
export function redirectsIn(written: string): Redirect[] {
  const text = written.replace(/^\ufeff/, '').trim()
  if (!text.startsWith('[')) return fromYaml(text)
  let list: unknown
  try {
    list = JSON.parse(text)
  } catch (error) {
    throw new Refusal(
      'invalid',
      'transfer/redirects',
      `The redirects file is no JSON: ${(error as Error).message}. Download it from Ghost again.`,
    )
  }
  return listIn(list).map((one, at) => {
    const fields = fieldsIn(one)
    return { row: at + 1, from: said(fields, 'from'), to: said(fields, 'to') }
  })
}

function fromYaml(text: string): Redirect[] {
  const found: Redirect[] = []
  for (const [from, to] of Object.entries(yamlOf(text, 'redirects.yaml'))) {
    if (typeof to === 'string') found.push({ row: found.length + 1, from, to })
    else
      for (const [inner, target] of Object.entries(to))
        found.push({
          row: found.length + 1,
          from: inner,
          to: typeof target === 'string' ? target : '',
        })
  }
  return found
}

/** The path that a pattern stands for when it stands for one only: `^/old/$`, `/old\/?$`. */
export function plainPath(from: string): string | undefined {
  const bare = from
    .replace(/^\/(.*)\/i$/, '$1')
    .replace(/^\^/, '')
    .replace(/\$$/, '')
    .replace(/\(?\/\)?\?$/, '')
    .replace(/\\([/.\-_])/g, '$1')
  if (/[\\()[\]{}*+?|^$]/.test(bare)) return undefined
  return canonicalPath(bare.startsWith('/') ? bare : `/${bare}`)
}

/** Redirects that lead to one another; browsers give up after as many. */
const MOST_STEPS = 20

type Told = [fate: 'new' | 'unchanged' | 'left out', why?: string]

/** Brings in the redirects of a site whose articles are here; those that lead nowhere here are named. */
export async function bringRedirects(run: Run, written: string) {
  let open = redirectsIn(written)
  const told = new Map<Redirect, Told>()
  // One may lead to another further down in the file, so those that lead nowhere yet are tried again.
  for (let step = 0, before = -1; open.length !== before && step < MOST_STEPS; step++) {
    before = open.length
    const still: Redirect[] = []
    for (const redirect of open) {
      const fate = await bring(run, redirect)
      if (fate) told.set(redirect, fate)
      else still.push(redirect)
    }
    open = still
  }
  const why = run.options.dryRun
    ? 'a dry run cannot tell whether anything is there'
    : 'nothing is at the address it leads to'
  for (const redirect of open) told.set(redirect, ['left out', why])
  for (const [{ row, from }, [fate, why]] of [...told].sort(([a], [b]) => a.row - b.row))
    run.report.item(
      {
        line: row,
        id: from.slice(0, 300),
        type: 'redirect',
        status: '',
        title: from.slice(0, 300),
        fate,
        why,
      },
      'redirect of the redirects file',
    )
}

/** What becomes of a redirect; nothing yet where nothing is at the address it leads to. */
async function bring(run: Run, { from, to }: Redirect): Promise<Told | undefined> {
  const path = plainPath(from)
  if (!path) return ['left out', 'it is a pattern, which stands for many addresses']
  if (isReserved(path) || path === '/')
    return ['left out', 'its address belongs to the newsroom itself']
  const bare = to.replace(/[?#].*$/, '')
  const target = to.startsWith('/') ? canonicalPath(bare) : pathOf(bare, run.hosts)
  if (!target) return ['left out', 'it leads to another site']
  const { db, now } = run.newsroom
  const there = await addressAt(db, target)
  if (!there) return undefined
  if ((await takenAmong(db, [path])).size > 0) {
    const here = await addressAt(db, path)
    return here?.thingId === there.thingId
      ? ['unchanged']
      : ['left out', 'something else is at its address']
  }
  const made = await writing(run, [path], (tx) =>
    redirectFrom(tx, there.kind, [{ path, thingId: there.thingId }], now()),
  )
  run.report.redirects += made.length
  return bare === to
    ? ['new']
    : ['new', 'it leads to the page as a whole, without what stands after # or ?']
}
