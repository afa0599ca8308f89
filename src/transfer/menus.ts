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
/** Links of a newsroom's navigation. */
const MOST_LINKS = 20
/** Ghost's second menu, which its themes show at the foot. */
const FURTHER = 'secondary_navigation'

/** The menus of a file: the most likely one becomes the newsroom's navigation, one of further pages follows at the foot. */
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

  /**
   * The links of the main menu, as far as a newsroom takes any, and what became of every entry. `known` knows what came
   * in, `sections` the paths that stand at the head of every page already.
   */
  async links(
    run: Run,
    known: (
      type: string,
      object: string,
      id: string,
    ) => Promise<{ title: string; path: string } | undefined>,
    sections: ReadonlySet<string>,
  ): Promise<Link[]> {
    const links: Link[] = []
    for (const entry of this.#entries.filter((entry) => !this.#placeOf(entry)))
      tell(run, entry, 'left out', 'the navigation has one level, from the main menu')
    for (const place of ['head', 'foot'] as const)
      for (const entry of this.#entries
        .filter((entry) => this.#placeOf(entry) === place)
        .sort((a, b) => a.order - b.order)) {
        const { type, object, target, url, label } = entry
        const thing = type === 'custom' ? undefined : await known(type, object, target)
        const href = thing
          ? hrefOf(thing.path)
          : tidy(linkAddress(url, `${run.site.link}/`, run.hosts))
        const text = (label || thing?.title || '').slice(0, 60)
        const at = place === 'head' && links.length < MOST_AT_HEAD ? 'head' : 'foot'
        if (!text || !href || !/^(\/(?!\/)|https?:\/\/)/.test(href))
          tell(run, entry, 'left out', 'it leads nowhere here')
        else if (at === 'head' && sections.has(href))
          tell(run, entry, 'converted', 'its category stands at the head of every page anyway')
        else if (links.length === MOST_LINKS)
          tell(run, entry, 'left out', `a newsroom’s navigation has at most ${MOST_LINKS} links`)
        else {
          links.push({ label: text, href, at })
          tell(run, entry, 'kept', 'in the newsroom’s navigation')
        }
      }
    return links
  }

  /** Where an entry belongs: at the head, at the foot, or nowhere. */
  #placeOf({ menu, top }: Entry): 'head' | 'foot' | undefined {
    if (!top) return undefined
    if (menu === this.#main()) return 'head'
    return menu === FURTHER ? 'foot' : undefined
  }

  /** The menu whose name says that it is the main one, else the longest. */
  #main(): string {
    const sizes = new Map<string, number>()
    for (const { menu, top } of this.#entries)
      if (top && menu !== FURTHER) sizes.set(menu, (sizes.get(menu) ?? 0) + 1)
    const ranked = [...sizes].sort((a, b) => b[1] - a[1]).map(([menu]) => menu)
    return (
      ranked.find((menu) => /main|primary|header|top|haupt|principal/i.test(menu)) ??
      ranked[0] ??
      ''
    )
  }

  /** Says that the newsroom has a navigation of its own. */
  leaveOut(run: Run) {
    for (const entry of this.#entries)
      tell(run, entry, 'left out', 'the newsroom has its own navigation')
  }
}

/** Without the slash at its end, which the newsroom's own addresses do not have. */
const tidy = (href: string | undefined) =>
  href && /^\/[^?#]/.test(href) ? href.replace(/\/(?=$|[?#])/, '') : href

function tell(
  run: Run,
  { line, id, label, status }: Entry,
  fate: 'kept' | 'converted' | 'left out',
  why: string,
) {
  run.report.item({ line, id, title: label, type: 'nav_menu_item', status, fate, why }, 'menu item')
}
