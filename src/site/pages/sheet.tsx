import type { Child } from 'hono/jsx'
import { hrefOf } from '../../addresses/address.ts'
import { baseOf, correctionsPath, frontPath } from '../../articles/feed.ts'
import type { Category } from '../../categories/category.ts'
import { branchesOf } from '../../categories/parts.tsx'
import {
  ALL_SECTIONS,
  type Frame,
  type Head,
  type Link,
  type Meta,
  Page,
} from '../../design/layout.tsx'
import { type Makeup, styleOf } from '../../design/style.ts'
import { texts } from '../../design/texts.ts'
import { iconPath, iconSizes } from '../../media/icon.ts'
import { PictureImage } from '../../media/parts.tsx'
import { languageName } from '../../platform/language.ts'
import { feedLinks } from '../../syndication/feed.ts'
import { breadcrumbThings, jsonLd, type Thing } from '../../syndication/json-ld.ts'
import type { Shell } from '../shell.ts'
import { socialMeta } from './social.ts'

/** What every page is told beside its own matter. */
export type SheetData = {
  shell: Shell
  /** The newsroom's public address, without a slash at its end. */
  siteUrl: string
  /** This page's own path as it is stored; an error has none. */
  path: string | null
  /** What its address goes on with where it is not the first page of its list. */
  part?: string
  /** Added to what the page says of itself to machines: more `meta`. */
  head?: Partial<Pick<Head, 'meta' | 'noindex'>>
}

type SheetProps = SheetData & {
  language: string
  title: string
  description: string
  meta?: Meta[]
  /** Other forms of this page, before the feeds of the newsroom that every page names. */
  feeds?: Head['feeds']
  alternates?: Head['alternates']
  /** What the page is about, in schema.org's words. Its line of categories is added. */
  things?: readonly Thing[]
  noindex?: boolean
  script?: string
  makeup?: Makeup
  /** The line of categories that the page is in, from the top, which the navigation marks. */
  within?: readonly Category[]
  front?: { tagline: string; date: Child }
  children: Child
}

/** A page of this newsroom, in a language. */
export const Sheet = ({
  shell,
  siteUrl,
  path,
  part = '',
  head = {},
  language,
  title,
  description,
  ...rest
}: SheetProps) => {
  const {
    meta = [],
    feeds = [],
    alternates = [],
    things = [],
    noindex,
    script,
    makeup = 'list',
    within = [],
    front,
    children,
  } = rest
  const canonical = path === null ? null : siteUrl + hrefOf(path) + part
  const full: Head = {
    title,
    description,
    canonical,
    ...head,
    alternates,
    ...(things.length > 0
      ? { jsonLd: jsonLd([...things, ...breadcrumbThings(within, language, siteUrl)]) }
      : {}),
    feeds: [...feeds, ...newsroomFeeds(shell, language)],
    meta: socialMeta(shell.newsroom, siteUrl, { title, description, canonical }, [
      ...meta,
      ...(head.meta ?? []),
    ]),
    ...(noindex ? { noindex } : {}),
    ...(script ? { script } : {}),
  }
  return (
    <Page
      language={language}
      head={full}
      style={styleOf(shell.newsroom.colours, language, makeup)}
      frame={frameOf(shell, language, within, path)}
      {...(front ? { front } : {})}
    >
      {children}
    </Page>
  )
}

/** The feeds of the front page in a page's language, or of the newsroom's own where that has none. */
const newsroomFeeds = ({ newsroom, fronts }: Shell, language: string) =>
  feedLinks(
    newsroom.name,
    frontPath(newsroom, fronts.includes(baseOf(language)) ? language : newsroom.language),
  )

/** Categories at the head of a page; more would push its headline off a phone. */
const MOST_SECTIONS = 9

const frames = new WeakMap<Shell, Map<string, Frame>>()

/** The frame around a page's own matter. There are few, and each is kept as long as its shell. */
function frameOf(
  shell: Shell,
  language: string,
  within: readonly Category[],
  path: string | null,
): Frame {
  const kept = frames.get(shell) ?? new Map<string, Frame>()
  const page = shell.newsroom.navigation.find(({ href }) => href === path)?.href
  const key = [language, within[0]?.id, page].join(' ')
  const frame = kept.get(key) ?? build(shell, language, within[0], page)
  frames.set(shell, kept.set(key, frame))
  return frame
}

function build(
  shell: Shell,
  language: string,
  section: Category | undefined,
  page: string | undefined,
): Frame {
  const { newsroom, logo, icon, categories, fronts } = shell
  const branches = branchesOf(categories, language)
  const marked = section && hrefOf(section.path)
  const all = branches.map(({ label, href }): Link => ({ label, href, current: href === marked }))
  // A site that moves in may have a hundred: the first stand at the head, and the way to all of them.
  const sections =
    all.length <= MOST_SECTIONS
      ? all
      : [
          ...all.filter(({ current }, at) => at < MOST_SECTIONS || current),
          { label: texts(language)('navigation.all'), href: `#${ALL_SECTIONS}` },
        ]
  const pages = newsroom.navigation.map(({ label, href, at }): Link & { at: 'head' | 'foot' } => ({
    label,
    href,
    at,
    current: href === page,
  }))
  const others = fronts.filter((front) => baseOf(front) !== baseOf(language))
  return {
    name: newsroom.name,
    home: frontPath(newsroom, language),
    icons: { tab: iconPath(icon, iconSizes.tab), phone: iconPath(icon, iconSizes.phone) },
    ...(logo
      ? { logo: <PictureImage picture={logo} size="logo" alt={newsroom.name} first /> }
      : {}),
    search:
      baseOf(language) === baseOf(newsroom.language)
        ? '/search'
        : `/search?lang=${baseOf(language)}`,
    navigation: [...sections, ...pages.filter(({ at }) => at === 'head')],
    languages: others.map((front) => ({
      label: languageName(front),
      href: frontPath(newsroom, front),
      language: front,
    })),
    branches,
    pages: [
      ...pages,
      { label: texts(language)('navigation.archive'), href: '/archive' },
      {
        label: texts(language)('navigation.corrections'),
        href: correctionsPath(
          newsroom,
          fronts.includes(baseOf(language)) ? language : newsroom.language,
        ),
      },
      { label: texts(language)('navigation.feeds'), href: '/feeds' },
    ],
    imprint: newsroom.imprint,
  }
}
