import { languageTag } from '../platform/language.ts'
import { articleTypes } from './arrival.ts'
import { Attachments } from './attachments.ts'
import { Authors } from './authors.ts'
import { detached } from './detached.ts'
import { hostOf } from './links.ts'
import { Menus } from './menus.ts'
import type { Item, Site, WxrRecord } from './record.ts'
import type { Run } from './run.ts'
import { Terms } from './terms.ts'

/** Characters of all reusable blocks together. */
const MOST_REUSABLE = 20 * 1024 * 1024

/** What must be known of a whole file before its articles can be brought in: all that articles refer to. */
export class Survey {
  terms = new Terms()
  authors = new Authors()
  attachments = new Attachments()
  menus = new Menus()
  items = 0
  #reusable = new Map<string, string>()
  #reusableSize = 0

  /** Takes note of a record. */
  note(run: Run, record: WxrRecord) {
    if (record.kind === 'author') this.authors.add(record)
    else if (record.kind === 'term') this.terms.add(run, record)
    else if (record.kind === 'item') this.#item(record)
  }

  #item(item: Item) {
    this.items++
    if (item.type === 'attachment') this.attachments.add(item)
    else if (item.type === 'nav_menu_item') this.menus.add(item)
    else if (item.type === 'guest-author') this.authors.addGuest(item)
    else if (item.type === 'wp_block') {
      this.#reusableSize += item.content.length
      if (this.#reusableSize <= MOST_REUSABLE) this.#reusable.set(item.id, detached(item.content))
    } else if (Object.hasOwn(articleTypes, item.type)) {
      for (const filing of item.filings) this.terms.filed(filing, item.line)
      if (item.type !== 'page') this.authors.named(item)
    }
  }

  reusable = (id: string) => this.#reusable.get(id)
}

/** Which site a file is from: the address of its front page without the scheme, or its title. */
export const keyOf = (site: Site) =>
  site.key ??
  (site.baseBlogUrl || site.link || site.baseSiteUrl || site.title || 'unknown')
    .replace(/^https?:\/\/(www\.)?/i, '')
    .replace(/\/+$/, '')
    .toLowerCase()
    .slice(0, 300)

/** Hosts and root of a site. `base_site_url` is the whole network's where there are many sites. */
export function placeOf(site: Site): { hosts: Set<string>; root: string } {
  const own = [site.baseBlogUrl, site.link].filter((address) => hostOf(address) !== '')
  const addresses = own.length > 0 ? own : [site.baseSiteUrl]
  const [first] = addresses
  const root = first && URL.canParse(first) ? new URL(first).pathname.replace(/\/+$/, '') : ''
  return { hosts: new Set(addresses.map(hostOf).filter(Boolean)), root }
}

export const languageOf = (site: Site) => (site.language ? languageTag(site.language) : undefined)
