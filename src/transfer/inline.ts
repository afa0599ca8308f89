import { directionOf, languageTag } from '../platform/language.ts'
import type { Conversion, Mark } from './conversion.ts'
import { withMark } from './flow.ts'
import { linkAddress } from './links.ts'
import type { TreeElement } from './tree.ts'

/** Elements that only set their words apart, and the mark that says the same. */
const markOf: Record<string, string> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  cite: 'italic',
  dfn: 'italic',
  var: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strike',
  del: 'strike',
  strike: 'strike',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
  sup: 'superscript',
  sub: 'subscript',
  mark: 'highlight',
}

/** The marks that hold inside an element: its own, its style's, its language's, its link's. */
export function marksIn(
  c: Conversion,
  { name, attributes }: TreeElement,
  marks: readonly Mark[],
): readonly Mark[] {
  let inside = marks
  const own = Object.hasOwn(markOf, name) ? markOf[name] : undefined
  // Google Docs wraps whole texts in <b style="font-weight:normal">.
  if (own && !(own === 'bold' && /font-weight:\s*(normal|400)/i.test(attributes.style ?? '')))
    inside = withMark(inside, { type: own })
  if (attributes.style && (name === 'span' || name === 'font'))
    inside = marksOfStyle(attributes.style, inside)
  if (attributes.lang || attributes['xml:lang'] || (attributes.dir && name !== 'p'))
    inside = foreign(c, attributes, inside)
  if (name === 'a' && attributes.href !== undefined) {
    const href = linkAddress(attributes.href, c.source.base, c.source.hosts)
    if (href) inside = withMark(inside, { type: 'link', attrs: { href } })
    else if (attributes.href.trim() !== '')
      c.note('left out', 'link', 'its address is none that a link may point at; its words are kept')
  }
  return inside
}

/** Characters of a style that are looked through: one line of it says how words are set. */
const LONGEST_STYLE = 2000

function marksOfStyle(written: string, marks: readonly Mark[]): readonly Mark[] {
  const style = written.slice(0, LONGEST_STYLE)
  let inside = marks
  if (/font-weight:\s*(bold|[6-9]00)/i.test(style)) inside = withMark(inside, { type: 'bold' })
  if (/font-style:\s*italic/i.test(style)) inside = withMark(inside, { type: 'italic' })
  if (/text-decoration[^;]*underline/i.test(style)) inside = withMark(inside, { type: 'underline' })
  if (/text-decoration[^;]*line-through/i.test(style)) inside = withMark(inside, { type: 'strike' })
  return inside
}

function foreign(
  c: Conversion,
  attributes: Record<string, string>,
  marks: readonly Mark[],
): readonly Mark[] {
  const lang = languageTag(attributes.lang ?? attributes['xml:lang'] ?? '')
  const dir = direction(attributes.dir)
  if (lang && lang.toLowerCase() !== c.source.language.toLowerCase())
    return withMark(marks, { type: 'foreign', attrs: { lang, dir: dir ?? directionOf(lang) } })
  if (dir && dir !== directionOf(c.source.language))
    return withMark(marks, { type: 'foreign', attrs: { lang: 'und', dir } })
  return marks
}

export const direction = (written: string | undefined): 'ltr' | 'rtl' | null => {
  const dir = written?.trim().toLowerCase()
  return dir === 'rtl' || dir === 'ltr' ? dir : null
}

/** Whether an element's style or attributes hide it from readers: hacked sites hide links that way. */
export const isHidden = ({ attributes }: TreeElement) =>
  (attributes.style !== undefined &&
    /(display:\s*none|visibility:\s*hidden|font-size:\s*0(px|em|%)?\s*(;|$)|(left|top|text-indent):\s*-\d{4,}px)/i.test(
      attributes.style,
    )) ||
  attributes.hidden !== undefined
