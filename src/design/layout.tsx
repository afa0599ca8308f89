import { html, raw } from 'hono/html'
import type { Child, FC } from 'hono/jsx'
import { directionOf } from '../platform/language.ts'
import { surfaces } from './colour.ts'
import { fontsFor } from './fonts.ts'
import { texts } from './texts.ts'

export type Link = { label: string; href: string; language?: string; current?: boolean }

/** A branch of the tree of categories at the foot. */
export type Branch = Link & { below: Branch[] }

export type Meta = { property: string; content: string } | { name: string; content: string }

/** What a page says of itself to browsers and other machines. */
export type Head = {
  title: string
  description: string
  /** The page's one absolute address; null where it has none, such as on an error. */
  canonical: string | null
  meta?: Meta[]
  /** The same page in other languages. */
  alternates?: { language: string; href: string }[]
  feeds?: { title: string; href: string; type: string }[]
  noindex?: boolean
  /** schema.org as JSON. */
  jsonLd?: string
  /** Address of a module that the page can do without. */
  script?: string
}

/** The id of the tree of all categories at the foot. */
export const ALL_SECTIONS = 'sections'

export type Frame = {
  name: string
  /** The front page of this page's language. */
  home: string
  /** Addresses of the newsroom's mark: for tabs, and for phones. */
  icons: { tab: string; phone: string }
  /** Stands in place of the name; must carry it as its alternative text. */
  logo?: Child
  /** Where articles are looked for. */
  search: string
  navigation: Link[]
  languages: Link[]
  branches: Branch[]
  pages: Link[]
  imprint: string
}

export type PageProps = {
  language: string
  head: Head
  /** The text of the one style, see `styleOf`. */
  style: string
  frame: Frame
  /** The front page's masthead: larger, with what goes beside the name. */
  front?: { tagline: string; date: Child }
  children: Child
}

/** A whole page. Works without script; knows nothing of what is in it. */
export const Page = ({ language, head, style, frame, front, children }: PageProps) => {
  const t = texts(language)
  return (
    <html lang={language} dir={directionOf(language)}>
      <Header language={language} head={head} style={style} frame={frame} />
      <body>
        <a class="skip" href="#main">
          {t('skip')}
        </a>
        {front ? (
          <Masthead frame={frame} language={language} front={front} />
        ) : (
          raw(standing(frame, language).masthead)
        )}
        <main id="main" tabindex={-1}>
          {children}
        </main>
        {raw(standing(frame, language).foot)}
      </body>
    </html>
  )
}

const stood = new WeakMap<Frame, { masthead: string; foot: string }>()

/** Head and foot of a frame, which are the same on every page in it: written once. */
function standing(frame: Frame, language: string) {
  let written = stood.get(frame)
  if (!written) {
    written = {
      masthead: String(<Masthead frame={frame} language={language} />),
      foot: String(<Foot frame={frame} language={language} />),
    }
    stood.set(frame, written)
  }
  return written
}

/** A page as it is sent. */
// HTML knows no self-closing elements: the slash is noise, and the Nu checker says so.
export const documentOf = (page: Child) =>
  `<!doctype html>${String(page).replaceAll('"/>', '">').replaceAll('<br/>', '<br>').replaceAll('<hr/>', '<hr>')}`

// All pages of a newsroom in one language begin alike up to the end of the style, which is packed once
// (`platform/gzip.ts`). As JSX each `meta` and `link` would be compared with all before it, in case it is there twice.
const Header = ({
  language,
  head,
  style,
  frame: { name, icons },
}: Pick<PageProps, 'language' | 'head' | 'style' | 'frame'>) => html`<head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<link rel="icon" href="${icons.tab}">
<link rel="apple-touch-icon" href="${icons.phone}">
<link rel="manifest" href="/manifest.webmanifest">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="${surfaces.light.paper}" media="(prefers-color-scheme:light)">
<meta name="theme-color" content="${surfaces.dark.paper}" media="(prefers-color-scheme:dark)">
${fontsFor(language).map(
  ({ path }) =>
    html`<link rel="preload" href="${path}" as="font" type="font/woff2" crossorigin="">`,
)}<style>${raw(style)}</style>
<title>${head.title === name ? name : `${head.title} – ${name}`}</title>
${head.description && html`<meta name="description" content="${head.description}">`}
${head.canonical && html`<link rel="canonical" href="${head.canonical}">`}
${head.noindex && html`<meta name="robots" content="noindex">`}
${head.alternates?.map(
  (one) => html`<link rel="alternate" hreflang="${one.language}" href="${one.href}">`,
)}${head.feeds?.map(
  ({ title, href, type }) =>
    html`<link rel="alternate" type="${type}" title="${title}" href="${href}">`,
)}${head.meta?.map((meta) =>
  'property' in meta
    ? html`<meta property="${meta.property}" content="${meta.content}">`
    : html`<meta name="${meta.name}" content="${meta.content}">`,
)}${
  head.jsonLd &&
  raw(
    `<script type="application/ld+json">${head.jsonLd.replaceAll('<', '\\u003c').replaceAll('>', '\\u003e')}</script>`,
  )
}${head.script && html`<script type="module" src="${head.script}"></script>`}</head>`

const anchor = ({ label, href, language, current }: Link) => (
  <a
    href={href}
    lang={language}
    hreflang={language}
    dir={language && directionOf(language)}
    aria-current={current ? 'page' : undefined}
  >
    {label}
  </a>
)

const Links = ({ links }: { links: Link[] }) => (
  <ul>
    {links.map((link) => (
      <li>{anchor(link)}</li>
    ))}
  </ul>
)

const Masthead = ({
  frame,
  language,
  front,
}: {
  frame: Frame
  language: string
  front?: PageProps['front']
}) => {
  const t = texts(language)
  const name = <a href={frame.home}>{frame.logo ?? frame.name}</a>
  return (
    <header class={front ? 'masthead front' : 'masthead'}>
      <div class="nameplate">
        {front ? <h1 class="name">{name}</h1> : <p class="name">{name}</p>}
        {front && (
          <p class="ears">
            {front.tagline && <span dir="auto">{front.tagline}</span>}
            {front.date}
          </p>
        )}
        <a class="seek" href={frame.search} rel="search">
          {t('navigation.search')}
        </a>
        {frame.languages.length > 0 && (
          <nav class="languages" aria-label={t('navigation.languages')}>
            <Links links={frame.languages} />
          </nav>
        )}
      </div>
      {frame.navigation.length > 0 && (
        <nav class="sections" aria-label={t('navigation.sections')}>
          <Links links={frame.navigation} />
        </nav>
      )}
    </header>
  )
}

const Foot = ({ frame, language }: { frame: Frame; language: string }) => {
  const t = texts(language)
  return (
    <footer class="foot">
      <p class="name">
        <a href={frame.home}>{frame.name}</a>
      </p>
      {frame.branches.length > 0 && (
        <nav class="branches" id={ALL_SECTIONS} aria-label={t('navigation.all')}>
          <ul>
            {frame.branches.map((branch) => (
              <li>
                {anchor(branch)}
                {branch.below.length > 0 && <Twigs branches={branch.below} />}
              </li>
            ))}
          </ul>
        </nav>
      )}
      {frame.pages.length > 0 && (
        <nav class="pages" aria-label={t('navigation.more')}>
          <Links links={frame.pages} />
        </nav>
      )}
      <p class="imprint">
        {frame.imprint && <span dir="auto">{frame.imprint}</span>}
        <span>{t('footer.made')}</span>
      </p>
    </footer>
  )
}

const Twigs: FC<{ branches: Branch[] }> = ({ branches }) => (
  <ul>
    {branches.map((branch) => (
      <li>
        {anchor(branch)}
        {branch.below.length > 0 && <Twigs branches={branch.below} />}
      </li>
    ))}
  </ul>
)
