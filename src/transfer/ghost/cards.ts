import type { Conversion } from '../conversion.ts'
import { readMarkdown } from '../markdown.ts'
import { find, plain, readTree, type TreeNode } from '../tree.ts'
import { audienceOf, openHtml, whyNotShown } from './audience.ts'
import { type Fields, isTrue, said } from './fields.ts'
import { buttonTo } from './link.ts'
import { bookmark, embedOf, file, film, sound } from './link-cards.ts'
import { gallery, image, pictureAt } from './picture-cards.ts'
import { box, element } from './tree.ts'

/** Cards that a reader of the site never saw, or that do nothing here, and why. */
const without: Record<string, string> = {
  email: 'it was for the newsletter only',
  'email-cta': 'it was for the newsletter only',
  signup: 'readers sign up here by the newsroom’s own means',
  paywall: 'the article is Premium as a whole',
  transistor: 'the player was made for each member',
}

/** What a card of Ghost's editor shows, as HTML elements. `name` is Ghost's, the same in Lexical and Mobiledoc. */
export function cardOf(c: Conversion, name: string, payload: Fields): TreeNode[] {
  const why = Object.hasOwn(without, name)
    ? without[name]
    : whyNotShown(audienceOf(payload), c.source.premium)
  if (why) {
    c.note('left out', `card ${name.slice(0, 60)}`, why)
    return []
  }
  const shown = Object.hasOwn(cards, name) ? cards[name]!(payload, c) : undefined
  if (shown === undefined) c.note('left out', `card ${name.slice(0, 60)}`, 'nobody here knows it')
  else if (shown.length === 0) c.note('left out', `card ${name}`, 'it is empty')
  else c.note('converted', `card ${name}`)
  return shown ?? []
}

const html = (text: string) => readTree(text)

/** A card's heading as the title of a box, which is words alone. */
function titleOf(c: Conversion, heading: string): string {
  if (heading.includes('<') && find(html(heading), 'a'))
    c.note('left out', 'link in a heading', 'the title of a box is words alone')
  return plain(heading)
}

function header(p: Fields, c: Conversion): TreeNode[] {
  const [title, below] = [said(p, 'header'), said(p, 'subheader')]
  return [
    ...pictureAt(p.backgroundImageSrc, c, 'wide'),
    ...(title ? [element('h2', html(title))] : []),
    ...(below ? [element('p', html(below))] : []),
    ...(isTrue(p, 'buttonEnabled') ? buttonTo(c, said(p, 'buttonUrl'), said(p, 'buttonText')) : []),
  ]
}

function product(p: Fields, c: Conversion): TreeNode[] {
  const stars = isTrue(p, 'productRatingEnabled')
    ? Math.min(5, Math.max(0, Math.round(Number(p.productStarRating)) || 0))
    : 0
  const inside = [
    ...pictureAt(p.productImageSrc, c),
    ...html(said(p, 'productDescription')),
    ...(stars ? [element('p', ['★'.repeat(stars) + '☆'.repeat(5 - stars)])] : []),
    ...(isTrue(p, 'productButtonEnabled')
      ? buttonTo(c, said(p, 'productUrl'), said(p, 'productButton'))
      : []),
  ]
  const title = titleOf(c, said(p, 'productTitle'))
  return title || inside.length > 0 ? [box(title, inside)] : []
}

/** Who paid for it stands above it, with the link that they were promised. */
function callToAction(p: Fields, c: Conversion): TreeNode[] {
  const sponsor = isTrue(p, 'hasSponsorLabel') ? html(said(p, 'sponsorLabel')) : []
  const inside = [
    ...pictureAt(p.imageUrl, c),
    ...html(said(p, 'textValue')),
    ...(isTrue(p, 'showButton') ? buttonTo(c, said(p, 'buttonUrl'), said(p, 'buttonText')) : []),
  ]
  return inside.length > 0 ? [box('', [...sponsor, ...inside])] : []
}

function callout(p: Fields): TreeNode[] {
  const words = html(said(p, 'calloutText'))
  const sign = said(p, 'calloutEmoji')
  const first = words[0]
  if (sign && typeof first === 'object' && first.name === 'p') first.children.unshift(`${sign} `)
  else if (sign) words.unshift(`${sign} `)
  return words.length > 0 ? [box('', words)] : []
}

function code(p: Fields): TreeNode[] {
  const language = said(p, 'language')
  const text = element('pre', [said(p, 'code')], language ? { class: `language-${language}` } : {})
  const caption = said(p, 'caption')
  return said(p, 'code').trim() ? [text, ...(caption ? [element('p', html(caption))] : [])] : []
}

const written = (p: Fields, c: Conversion): TreeNode[] =>
  html(
    openHtml(said(p, 'html'), c.source.premium, (why) => c.note('left out', 'part of a text', why)),
  )

const cards: Record<string, (payload: Fields, c: Conversion) => TreeNode[]> = {
  image,
  gallery,
  bookmark,
  embed: embedOf,
  header,
  product,
  callout,
  code,
  codeblock: code,
  audio: sound,
  video: film,
  file,
  'call-to-action': callToAction,
  button: (p, c) => buttonTo(c, said(p, 'buttonUrl'), said(p, 'buttonText')),
  toggle: (p, c) => [box(titleOf(c, said(p, 'heading')), html(said(p, 'content')), true)],
  html: written,
  markdown: (p) => readMarkdown(said(p, 'markdown'), 'ghost'),
  'card-markdown': (p) => readMarkdown(said(p, 'markdown'), 'ghost'),
  hr: () => [element('hr')],
  horizontalrule: () => [element('hr')],
  divider: () => [element('hr')],
}
