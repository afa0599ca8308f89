/** Builders for articles, so that their sources read like prose. */

import type { Access, ArticleKind, ArticleStatus } from '../src/articles/article.ts'
import type { CorrectionKind } from '../src/articles/correction.ts'
import type { ArticleDocument, DocumentNode } from '../src/articles/document.ts'
import type { BylineRole } from '../src/contributors/contributor.ts'

export type DemoArticle = {
  slug: string
  kind: ArticleKind
  status: ArticleStatus
  access: Access
  headline: string
  seoTitle?: string
  socialTitle?: string
  standfirst: string
  datelinePlace: string
  /** ISO 8601 date, or empty. */
  datelineDate: string
  language: string
  /** Keys of categories; the main one, then others. */
  category: string
  categories: string[]
  tags: string[]
  /** `contributor` is a contributor's key. */
  bylines: { role: BylineRole; contributor: string }[]
  /** A picture's key. */
  leadPicture: string | null
  /** ISO 8601 UTC. Of a draft: when it was last worked on; of a scheduled one: when it will appear. */
  published: string
  updated?: string
  withheldReason?: string
  /** What readers were told when it was updated, and words of the text with those that stood in their place before. */
  change?: { kind: CorrectionKind; note: string; now: string; formerly: string }
  /** The slug of the article this one translates. */
  translationOf?: string
  body: ArticleDocument
}

export type DemoPage = { slug: string; headline: string; body: ArticleDocument }

type Optional =
  | 'kind'
  | 'status'
  | 'access'
  | 'language'
  | 'categories'
  | 'datelinePlace'
  | 'datelineDate'
  | 'leadPicture'

/** An article, as most are: published news in English, free to read. */
export const article = (
  written: Omit<DemoArticle, Optional> & Partial<Pick<DemoArticle, Optional>>,
): DemoArticle => ({
  kind: 'news',
  status: 'published',
  access: 'standard',
  language: 'en',
  categories: [],
  datelinePlace: '',
  datelineDate: '',
  leadPicture: null,
  ...written,
})

export const by = (contributor: string, role: BylineRole = 'author') => ({ role, contributor })

/** Words, a node, or several: what stands inside a paragraph. */
export type Inline = string | DocumentNode | Inline[]
export type Block = DocumentNode | Block[]

const inline = (parts: Inline[]): DocumentNode[] =>
  parts.flatMap((part) => {
    if (Array.isArray(part)) return inline(part)
    if (typeof part === 'string') return part ? [{ type: 'text', text: part }] : []
    return [part]
  })
const blocks = (parts: Block[]): DocumentNode[] =>
  parts.flatMap((part) => (Array.isArray(part) ? blocks(part) : [part]))

const marked =
  (type: string, attrs?: Record<string, unknown>) =>
  (...parts: Inline[]): DocumentNode[] =>
    inline(parts).map((node) => ({
      ...node,
      marks: [...(node.marks ?? []), attrs ? { type, attrs } : { type }],
    }))

export const b = marked('bold')
export const i = marked('italic')
export const underlined = marked('underline')
export const struck = marked('strike')
export const mono = marked('code')
export const sup = marked('superscript')
export const sub = marked('subscript')
export const highlight = marked('highlight')
export const link = (href: string, ...parts: Inline[]) => marked('link', { href })(...parts)

const rightToLeft = new Set(['ar', 'fa', 'he', 'ur'])
/** Words in another language than those around them. */
export const foreign = (lang: string, ...parts: Inline[]) =>
  marked('foreign', { lang, dir: rightToLeft.has(lang) ? 'rtl' : 'ltr' })(...parts)

export const br: DocumentNode = { type: 'hardBreak' }
export const note = (text: string): DocumentNode => ({
  type: 'footnote',
  content: [{ type: 'text', text }],
})

export const doc = (...parts: Block[]): ArticleDocument => ({ type: 'doc', content: blocks(parts) })

export const p = (...parts: Inline[]): DocumentNode => ({
  type: 'paragraph',
  content: inline(parts),
})

/** A paragraph whose direction is not that of the article. */
export const turned = (dir: 'ltr' | 'rtl', ...parts: Inline[]): DocumentNode => ({
  type: 'paragraph',
  attrs: { dir },
  content: inline(parts),
})

/** Paragraphs with blank lines between them; a single line break is a space. */
export const prose = (text: string): DocumentNode[] =>
  text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => p(paragraph.trim().replace(/\s*\n\s*/g, ' ')))

const heading =
  (level: number) =>
  (...parts: Inline[]): DocumentNode => ({
    type: 'heading',
    attrs: { level },
    content: inline(parts),
  })
export const h2 = heading(2)
export const h3 = heading(3)
export const h4 = heading(4)

const paragraphs = (parts: (Inline | Block)[]): DocumentNode[] =>
  parts.flatMap((part) => (typeof part === 'string' ? prose(part) : blocks([part as Block])))

export const quote = (text: string, attribution?: string): DocumentNode => ({
  type: 'blockquote',
  attrs: { attribution: attribution ?? null },
  content: prose(text),
})
export const pull = (text: string, attribution?: string): DocumentNode => ({
  type: 'pullQuote',
  attrs: { attribution: attribution ?? null },
  content: inline([text]),
})

/** An item is a line, or blocks. */
type Item = string | DocumentNode[]
const items = (all: Item[]): DocumentNode[] =>
  all.map((item) => ({
    type: 'listItem',
    content: typeof item === 'string' ? [p(item)] : item,
  }))
export const list = (...all: Item[]): DocumentNode => ({ type: 'bulletList', content: items(all) })
export const numbered = (...all: Item[]): DocumentNode => ({
  type: 'orderedList',
  attrs: { start: 1 },
  content: items(all),
})

type Size = 'text' | 'wide' | 'full'
/** A picture by its key in the demo. Words after it stand in for the library's caption. */
export const picture = (key: string, size: Size = 'text', ...caption: Inline[]): DocumentNode => ({
  type: 'picture',
  attrs: { picture: key, alt: null, size },
  content: inline(caption),
})
export const gallery = (...inside: DocumentNode[]): DocumentNode => ({
  type: 'gallery',
  content: inside,
})

/** What is said of a gallery as a whole: the last thing in it. */
export const caption = (...words: Inline[]): DocumentNode => ({
  type: 'caption',
  content: inline(words),
})

type Cell = string | number | DocumentNode
const cell = (
  type: 'tableCell' | 'tableHeader',
  value: Cell,
  align: 'start' | 'end',
): DocumentNode => ({
  type,
  attrs: { align },
  content: [typeof value === 'object' ? value : p(String(value))],
})
const alignOf = (value: Cell, first: boolean) =>
  !first && (typeof value === 'number' || /^[−–\d][\d,.\s–%]*$/.test(String(value)))
    ? 'end'
    : 'start'

/** A table: its caption, its heads, its rows. Figures stand at the end of their cell. */
export const table = (caption: string, heads: string[], ...rows: Cell[][]): DocumentNode => ({
  type: 'table',
  attrs: { caption },
  content: [
    {
      type: 'tableRow',
      content: heads.map((head, column) =>
        cell('tableHeader', head, alignOf(rows[0]?.[column] ?? '', column === 0)),
      ),
    },
    ...rows.map((row) => ({
      type: 'tableRow',
      content: row.map((value, column) => cell('tableCell', value, alignOf(value, column === 0))),
    })),
  ],
})

export const box = (title: string, ...parts: (Inline | Block)[]): DocumentNode => ({
  type: 'box',
  attrs: { title, folded: false },
  content: paragraphs(parts),
})
export const folded = (title: string, ...parts: (Inline | Block)[]): DocumentNode => ({
  type: 'box',
  attrs: { title, folded: true },
  content: paragraphs(parts),
})

type EmbedKind = 'link' | 'video' | 'audio' | 'post' | 'file' | 'map'
export const embed = (
  kind: EmbedKind,
  url: string,
  title: string,
  ...words: Inline[]
): DocumentNode => ({
  type: 'embed',
  attrs: { url, title, kind },
  content: inline(words),
})

export const code = (language: string, text: string): DocumentNode => ({
  type: 'codeBlock',
  attrs: { language },
  content: [{ type: 'text', text }],
})

export const rule: DocumentNode = { type: 'horizontalRule' }
export const more: DocumentNode = { type: 'more' }

/** One entry of a live article. */
export const liveEntry = (
  at: string,
  headline: string,
  ...parts: (Inline | Block)[]
): DocumentNode => ({
  type: 'liveEntry',
  attrs: { at, headline },
  content: paragraphs(parts),
})
