import { hrefOf } from '../addresses/address.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import { detached } from './detached.ts'
import { linkAddress } from './links.ts'
import type { Item } from './record.ts'
import type { Run } from './run.ts'
import { plain } from './tree.ts'

type Entry = {
  line: number
  id: string
  status: string
  menu: string
  label: string
  order: number
  top: boolean
  type: string
  object: string
  target: string
  url: string
}
type Link = Newsroom['navigation'][number]

const MOST_ENTRIES = 5000

/** Links of a menu that stand at the head, beside the categories; the others stand at the foot. */
const MOST_AT_HEAD = 5

/** The menus of a file: the most likely one becomes the newsroom's navigation. */
export class Menus {
  #entries: Entry[] = []

  add(item: Item) {
    if (this.#entries.length >= MOST_ENTRIES) return
    const said = (key: string) => item.meta.get(`_menu_item_${key}`)?.[0] ?? ''
    this.#entries.push({
      line: item.line,
      id: item.id,
      status: item.status,
      menu: item.filings.find(({ taxonomy }) => taxonomy === 'nav_menu')?.slug ?? '',
      label: detached(plain(item.title)),
      order: item.menuOrder,
      top: /^0?$/.test(said('menu_item_parent')),
      type: said('type'),
      object: said('object'),
      target: said('object_id'),
      url: detached(said('url')),
    })
  }

  get empty() {
    return this.#entries.length === 0
  }

  /** The links of the main menu, as far as a newsroom takes any. `titleAndPath` knows what came in. */
  async links(
    run: Run,
    known: (
      type: string,
      object: string,
      id: string,
    ) => Promise<{ title: string; path: string } | undefined>,
  ): Promise<Link[]> {
    const menu = this.#main()
    const entries = this.#entries
      .filter((entry) => entry.menu === menu && entry.top)
      .sort((a, b) => a.order - b.order)
    const links: Link[] = []
    for (const { type, object, target, url, label } of entries) {
      if (links.length === 20) break
      const thing = type === 'custom' ? undefined : await known(type, object, target)
      const href = thing ? hrefOf(thing.path) : linkAddress(url, `${run.site.link}/`, run.hosts)
      const text = (label || thing?.title || '').slice(0, 60)
      if (text && href && /^(\/(?!\/)|https?:\/\/)/.test(href))
        links.push({ label: text, href, at: links.length < MOST_AT_HEAD ? 'head' : 'foot' })
    }
    return links
  }

  /** The menu whose name says that it is the main one, else the longest. */
  #main(): string {
    const sizes = new Map<string, number>()
    for (const { menu, top } of this.#entries) if (top) sizes.set(menu, (sizes.get(menu) ?? 0) + 1)
    const ranked = [...sizes].sort((a, b) => b[1] - a[1]).map(([menu]) => menu)
    return (
      ranked.find((menu) => /main|primary|header|top|haupt|principal/i.test(menu)) ??
      ranked[0] ??
      ''
    )
  }

  count(run: Run, used: boolean) {
    const main = this.#main()
    for (const { menu, top, line, id, label, status } of this.#entries) {
      const kept = used && top && menu === main
      const why = kept
        ? 'in the newsroom’s navigation'
        : used
          ? 'the navigation has one level, from the main menu'
          : 'the newsroom has its own navigation'
      const fate = kept ? 'kept' : 'left out'
      const item = { line, id, title: label, type: 'nav_menu_item', status }
      run.report.item({ ...item, fate, why }, 'menu item')
    }
  }
}
