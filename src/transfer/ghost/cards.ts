import { embedKind } from '../../articles/embed-kind.ts'
import type { Conversion } from '../conversion.ts'
import { isPastedPost } from '../figures.ts'
import { webAddress } from '../links.ts'
import { find, plain, readTree, type TreeNode } from '../tree.ts'
import { type Fields, fieldsIn, isTrue, listIn, said } from './fields.ts'
import { writtenInMarkdown } from './markdown.ts'
import { box, card, element, linkTo } from './tree.ts'

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
  const why = Object.hasOwn(without, name) ? without[name] : undefined
  if (why) {
    c.note('left out', `card ${name}`, why)
    return []
  }
  const shown = Object.hasOwn(cards, name) ? cards[name]!(payload, c) : undefined
  if (shown === undefined) c.note('left out', `card ${name.slice(0, 60)}`, 'nobody here knows it')
  else if (shown.length === 0) c.note('left out', `card ${name}`, 'it is empty')
  else c.note('converted', `card ${name}`)
  return shown ?? []
}

const html = (text: string) => readTree(text)

function figure(inside: TreeNode[], caption: string, kind: string): TreeNode[] {
  const words = caption.trim() ? [element('figcaption', html(caption))] : []
  return [element('figure', [...inside, ...words], { class: kind })]
}

const widths: Record<string, string> = { wide: 'alignwide', full: 'alignfull' }

function image(p: Fields): TreeNode[] {
  const src = said(p, 'src')
  if (!src) return []
  const href = said(p, 'href')
  const picture = element('img', [], { src, alt: said(p, 'alt') })
  return figure(
    [href ? element('a', [picture], { href }) : picture],
    said(p, 'caption'),
    widths[said(p, 'cardWidth')] ?? '',
  )
}

function gallery(p: Fields): TreeNode[] {
  const pictures = listIn(p.images).map((one) => {
    const fields = fieldsIn(one)
    const attributes = { src: said(fields, 'src'), alt: said(fields, 'alt') }
    const words = said(fields, 'caption')
    return element('figure', [
      element('img', [], attributes),
      ...(words ? [element('figcaption', html(words))] : []),
    ])
  })
  return pictures.length > 0 ? figure(pictures, said(p, 'caption'), 'wp-block-gallery') : []
}

function bookmark(p: Fields): TreeNode[] {
  const metadata = fieldsIn(p.metadata)
  const url = said(p, 'url') || said(metadata, 'url')
  const caption = html(said(p, 'caption'))
  const description = said(metadata, 'description').trim()
  const words = description && caption.length > 0 ? [description, element('br'), ...caption] : []
  return url
    ? [
        card(
          url,
          'link',
          said(metadata, 'title'),
          words.length > 0 ? words : description ? [description] : caption,
        ),
      ]
    : []
}

function embedOf(p: Fields, c: Conversion): TreeNode[] {
  const caption = html(said(p, 'caption'))
  // A post of another site that may be gone by now: its words came with it.
  const quote = find(html(said(p, 'html')), 'blockquote')
  if (quote && isPastedPost(quote)) {
    quote.attributes.cite = said(p, 'url') || quote.attributes.cite || ''
    return caption.length > 0 ? [quote, element('p', caption)] : [quote]
  }
  const url = webAddress(said(p, 'url'), c.source.base)
  const title = said(fieldsIn(p.metadata), 'title')
  if (url && (embedKind(url) || !said(p, 'html'))) return [card(url, 'link', title, caption)]
  // Of a player with an address that nobody knows, its frame may be one that is known.
  const frame = find(html(said(p, 'html')), 'iframe')
  const framed = webAddress(frame?.attributes.src, c.source.base)
  if (framed && embedKind(framed)) return [card(framed, 'link', title, caption)]
  return url ? [card(url, 'link', title, caption)] : html(said(p, 'html'))
}

function media(kind: 'audio' | 'video' | 'file', title: string) {
  return (p: Fields): TreeNode[] => {
    const src = said(p, 'src')
    const caption = said(p, kind === 'file' ? 'fileCaption' : 'caption')
    return src ? [card(src, kind, said(p, title) || said(p, 'fileName'), html(caption))] : []
  }
}

function header(p: Fields): TreeNode[] {
  const button = isTrue(p, 'buttonEnabled')
    ? linkTo(said(p, 'buttonUrl'), said(p, 'buttonText'))
    : []
  const [title, below] = [said(p, 'header'), said(p, 'subheader')]
  return [
    ...image({ src: p.backgroundImageSrc, cardWidth: 'wide' }),
    ...(title ? [element('h2', html(title))] : []),
    ...(below ? [element('p', html(below))] : []),
    ...button,
  ]
}

function product(p: Fields): TreeNode[] {
  const stars = isTrue(p, 'productRatingEnabled')
    ? Math.min(5, Math.max(0, Math.round(Number(p.productStarRating)) || 0))
    : 0
  const inside = [
    ...image({ src: p.productImageSrc }),
    ...html(said(p, 'productDescription')),
    ...(stars ? [element('p', ['★'.repeat(stars) + '☆'.repeat(5 - stars)])] : []),
    ...(isTrue(p, 'productButtonEnabled')
      ? linkTo(said(p, 'productUrl'), said(p, 'productButton'))
      : []),
  ]
  const title = plain(said(p, 'productTitle'))
  return title || inside.length > 0 ? [box(title, inside)] : []
}

function callToAction(p: Fields): TreeNode[] {
  const inside = [
    ...image({ src: p.imageUrl }),
    ...html(said(p, 'textValue')),
    ...(isTrue(p, 'showButton') ? linkTo(said(p, 'buttonUrl'), said(p, 'buttonText')) : []),
  ]
  return inside.length > 0
    ? [box(isTrue(p, 'hasSponsorLabel') ? plain(said(p, 'sponsorLabel')) : '', inside)]
    : []
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
  audio: media('audio', 'title'),
  video: media('video', 'title'),
  file: media('file', 'fileTitle'),
  'call-to-action': callToAction,
  button: (p) => linkTo(said(p, 'buttonUrl'), said(p, 'buttonText')),
  toggle: (p) => [box(plain(said(p, 'heading')), html(said(p, 'content')), true)],
  html: (p) => html(said(p, 'html')),
  markdown: (p) => writtenInMarkdown(said(p, 'markdown')),
  'card-markdown': (p) => writtenInMarkdown(said(p, 'markdown')),
  hr: () => [element('hr')],
  horizontalrule: () => [element('hr')],
  divider: () => [element('hr')],
}
