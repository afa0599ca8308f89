import { canonicalPath, isReserved, slugOf } from '../addresses/address.ts'
import { hostOf } from './links.ts'
import type { Item } from './record.ts'

/** Where things of the old site were, and where they are from now on. Paths are canonical (`canonicalPath`). */

/** The path of an address of the old site, or undefined. */
export function pathOf(address: string, hosts: ReadonlySet<string>): string | undefined {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  if (!hosts.has(hostOf(address))) return undefined
  return canonicalPath(url.pathname + url.search)
}

/** The path an article keeps: its permalink, else one made of its name, which may be taken (`isReserved`) but for a number. */
export function pathFor(
  item: Item,
  headline: string,
  root: string,
  hosts: ReadonlySet<string>,
): string {
  const permalink = pathOf(item.link, hosts)
  if (permalink && !permalink.includes('?') && !isReserved(permalink) && permalink !== root)
    return permalink
  const name = slugFrom(item.name) || slugOf(headline) || `${item.type}-${item.id}`
  const path = canonicalPath(`${root}/${encodeURIComponent(name)}`)
  return path && !isReserved(`${path}-2`) ? path : `${root}/${item.type}-${slugOf(item.id)}`
}

/** A slug as WordPress stores it, percent-encoded, decoded; empty when it is cut in the middle of a letter or unfit. */
export function slugFrom(written: string): string {
  try {
    const slug = decodeURIComponent(written).normalize('NFC')
    return /[/?#%\\\p{Cc}]/u.test(slug) || slug === '.' || slug === '..' ? '' : slug
  } catch {
    return ''
  }
}

/** Further addresses an article was known by: its number, its guid, its former slugs and dates. */
export function formerPaths(
  item: Item,
  path: string,
  root: string,
  hosts: ReadonlySet<string>,
): string[] {
  const found: (string | undefined)[] = []
  if (item.id && !item.ghost) {
    found.push(canonicalPath(`${root}/?p=${item.id}`))
    if (item.type === 'page') found.push(canonicalPath(`${root}/?page_id=${item.id}`))
  }
  found.push(pathOf(item.link, hosts), pathOf(item.guid, hosts))
  const cut = path.lastIndexOf('/')
  for (const former of item.meta.get('_wp_old_slug') ?? []) {
    const slug = slugFrom(former)
    if (slug) found.push(canonicalPath(`${path.slice(0, cut)}/${encodeURIComponent(slug)}`))
  }
  const dated = /^(.*?\/)(\d{4})\/(\d{2})(?:\/(\d{2}))?(\/.*)$/.exec(path)
  if (dated)
    for (const former of item.meta.get('_wp_old_date') ?? []) {
      const date = /^(\d{4})-(\d{2})-(\d{2})/.exec(former)
      if (date)
        found.push(`${dated[1]}${date[1]}/${date[2]}${dated[4] ? `/${date[3]}` : ''}${dated[5]}`)
    }
  return [...new Set(found)].filter(
    (former): former is string =>
      former !== undefined &&
      former !== path &&
      former !== '/' &&
      !isReserved(former) &&
      former !== root,
  )
}
