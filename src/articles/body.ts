import { slugOf } from '../addresses/address.ts'
import { isWebAddress } from '../addresses/link.ts'
import { dates } from '../design/dates.ts'
import { escaped } from '../design/html.ts'
import { texts } from '../design/texts.ts'
import { captionHtml, pictureHtml } from '../media/parts.tsx'
import type { ArticleDocument, DocumentNode } from './document.ts'
import { embedSite } from './embed.ts'
import { inlineHtml } from './inline.ts'
import { sanitiseKept } from './kept-html.ts'
import {
  type BodyOptions,
  compact,
  direction,
  type Rendering,
  textAttribute,
  uniqueId,
} from './rendering.ts'
import { tableHtml } from './table.ts'

/**
 * A document as HTML. Nothing passes but what is written here: unknown nodes give their children, unknown marks
 * nothing, attributes are read one by one and every text is escaped.
 */
export function bodyHtml(doc: ArticleDocument, options: BodyOptions): string {
  const rendering: Rendering = {
    ...options,
    notes: [],
    ids: new Map([['main', 2]]),
    blocks: (nodes) => blocks(rendering, nodes),
  }
  const [first, ...rest] = doc.content ?? []
  if (!options.dateline || !first) return rendering.blocks(doc.content) + notesHtml(rendering)
  const opening =
    first.type === 'paragraph'
      ? `<p${direction(first)}>${options.dateline} ${inlineHtml(first.content, rendering)}</p>`
      : `<p>${options.dateline}</p>${block(first, rendering)}`
  return opening + rendering.blocks(rest) + notesHtml(rendering)
}

function blocks(rendering: Rendering, nodes: readonly DocumentNode[] | undefined): string {
  let html = ''
  if (nodes) for (const node of nodes) html += block(node, rendering)
  return html
}

function block(node: DocumentNode, rendering: Rendering): string {
  switch (node.type) {
    case 'paragraph':
      return `<p${direction(node)}>${inlineHtml(node.content, rendering)}</p>`
    case 'heading':
      return headingHtml(node, rendering)
    case 'blockquote':
      return quoteHtml('quote', rendering.blocks(node.content), node)
    case 'pullQuote':
      return quoteHtml('pull', `<p>${inlineHtml(node.content, rendering)}</p>`, node)
    case 'bulletList':
      return `<ul${directionWithin(node)}>${rendering.blocks(node.content)}</ul>`
    case 'orderedList': {
      const start = node.attrs?.start
      return `<ol${Number.isInteger(start) && start !== 1 ? ` start="${start}"` : ''}${directionWithin(node)}>${rendering.blocks(node.content)}</ol>`
    }
    case 'listItem':
      return `<li>${compact(node, rendering)}</li>`
    case 'picture':
      return figureHtml(node, rendering)
    case 'gallery':
      return galleryHtml(node, rendering)
    case 'embed':
      return embedHtml(node, rendering)
    case 'table':
      return tableHtml(node, rendering)
    case 'codeBlock':
      return codeHtml(node, rendering)
    case 'box':
      return boxHtml(node, rendering)
    case 'liveEntry':
      return entryHtml(node, rendering)
    case 'keptHtml':
      return `<div class="kept">${sanitiseKept(textAttribute(node, 'html'))}</div>`
    case 'horizontalRule':
      return '<hr>'
    case 'more':
      return ''
    case 'text':
    case 'hardBreak':
    case 'footnote':
      return inlineHtml([node], rendering)
    default:
      return rendering.blocks(node.content)
  }
}

function headingHtml(node: DocumentNode, rendering: Rendering) {
  const given = Number(node.attrs?.level)
  const level = Number.isInteger(given) && given >= 2 && given <= 6 ? given : 2
  const id = uniqueId(slugOf(plainText(node)) || 'section', rendering)
  return `<h${level} id="${escaped(id)}"${direction(node)}>${inlineHtml(node.content, rendering)}</h${level}>`
}

const plainText = (node: DocumentNode): string =>
  node.type === 'footnote' ? '' : (node.text ?? (node.content ?? []).map(plainText).join(''))

function quoteHtml(kind: 'quote' | 'pull', words: string, node: DocumentNode) {
  const attribution = textAttribute(node, 'attribution')
  const by = attribution && `<figcaption>${escaped(attribution)}</figcaption>`
  return `<figure class="${kind}"${directionWithin(node)}><blockquote>${words}</blockquote>${by}</figure>`
}

/** What all its paragraphs run like: the marks of a list and the line of a quotation stand on their side. */
function directionWithin(node: DocumentNode): string {
  const found = new Set<string>()
  const look = ({ content }: DocumentNode) => {
    for (const child of content ?? [])
      if (child.type === 'paragraph') found.add(direction(child))
      else look(child)
  }
  look(node)
  const [only, other] = found
  return other === undefined ? (only ?? '') : ''
}

function figureHtml(node: DocumentNode, rendering: Rendering, inGallery = false) {
  const picture = rendering.pictures.get(textAttribute(node, 'picture'))
  if (!picture) return ''
  const given = node.attrs?.size
  const size = given === 'wide' || given === 'full' ? given : 'text'
  const alt = node.attrs?.alt
  const image = pictureHtml(picture, {
    size: inGallery ? 'gallery' : size,
    alt: typeof alt === 'string' ? alt : null,
  })
  const own = saidBelow(node.content, rendering)
  return `<figure class="picture ${inGallery ? 'tile' : size}">${image}${own ? captionHtml(picture, own) : captionHtml(picture)}</figure>`
}

/** A caption, or nothing: a space that was left behind is no line of its own, and stands in for no other caption. */
const saidBelow = (words: DocumentNode[] | undefined, rendering: Rendering) =>
  words?.some(({ type, text }) => type === 'footnote' || text?.trim())
    ? inlineHtml(words, rendering)
    : ''

function galleryHtml(node: DocumentNode, rendering: Rendering) {
  let tiles = ''
  let count = 0
  for (const child of node.content ?? []) {
    const tile = child.type === 'picture' ? figureHtml(child, rendering, true) : ''
    if (tile) count++
    tiles += tile
  }
  if (count === 0) return ''
  const kind = `gallery n${Math.min(count, 4)}`
  const caption = saidBelow(
    node.content?.find(({ type }) => type === 'caption')?.content,
    rendering,
  )
  if (caption) return `<figure class="${kind}">${tiles}<figcaption>${caption}</figcaption></figure>`
  const label = escaped(texts(rendering.language)('article.pictures'))
  return `<div class="${kind}" role="group" aria-label="${label}">${tiles}</div>`
}

const embedKinds = ['link', 'video', 'audio', 'post', 'file', 'map', 'picture'] as const

function embedHtml(node: DocumentNode, rendering: Rendering) {
  const url = textAttribute(node, 'url')
  const caption = saidBelow(node.content, rendering)
  const below = caption && `<figcaption>${caption}</figcaption>`
  if (!isWebAddress(url)) return caption && `<figure class="embed">${below}</figure>`
  const t = texts(rendering.language)
  const { host, name, player } = embedSite(url)
  const kind = embedKinds.find((known) => known === node.attrs?.kind) ?? 'link'
  const title = textAttribute(node, 'title') || url.replace(/^https?:\/\/(www\.)?/i, '')
  const consent = player
    ? ` data-player="${escaped(player)}" data-show="${escaped(t('embed.show'))}" data-notice="${escaped(t('embed.notice', { site: name }))}"`
    : ''
  return (
    `<figure class="embed"><a href="${escaped(url)}" rel="noopener"${consent}>` +
    `<span class="site">${escaped(t(`embed.${kind}`))} · <bdi>${escaped(name)}</bdi></span> ` +
    `<cite dir="auto">${escaped(title)}</cite> ` +
    `<span class="where">${escaped(t('embed.opens', { site: host }))}</span></a>${below}</figure>`
  )
}

function codeHtml(node: DocumentNode, rendering: Rendering) {
  const code = escaped((node.content ?? []).map((child) => child.text ?? '').join(''))
  const language = textAttribute(node, 'language')
  const named = /^[\w+#-]{1,30}$/.test(language) ? ` class="language-${language}"` : ''
  const label = escaped(texts(rendering.language)('body.code'))
  return `<pre dir="ltr" role="region" aria-label="${label}" tabindex="0"><code${named}>${code}</code></pre>`
}

function boxHtml(node: DocumentNode, rendering: Rendering) {
  const title = textAttribute(node, 'title')
  const inside = rendering.blocks(node.content)
  if (node.attrs?.folded === true) {
    const summary = escaped(title || texts(rendering.language)('body.more'))
    return `<details class="box"><summary>${summary}</summary>${inside}</details>`
  }
  if (!title) return `<aside class="box">${inside}</aside>`
  const id = escaped(uniqueId(slugOf(title) || 'box', rendering))
  return `<aside class="box" aria-labelledby="${id}"><h2 id="${id}">${escaped(title)}</h2>${inside}</aside>`
}

/** An entry's anchor is its time, which no edit of the entries around it moves. */
function entryHtml(node: DocumentNode, rendering: Rendering) {
  const at = new Date(textAttribute(node, 'at'))
  const known = !Number.isNaN(at.getTime())
  const iso = known ? at.toISOString() : ''
  const id = escaped(uniqueId(known ? `at:${iso.replace(/[-:]|\.\d+/g, '')}` : 'entry', rendering))
  const { time, day } = dates(rendering.language, rendering.timezone)
  const when = known
    ? `<a href="#${id}"><time datetime="${iso}"><b>${escaped(time(iso))}</b> <span>${escaped(day(iso))}</span></time></a>`
    : ''
  const headline = textAttribute(node, 'headline')
  const heading = headline && `<h2>${escaped(headline)}</h2>`
  return `<section class="entry" id="${id}">${heading}<p class="when">${when}</p>${rendering.blocks(node.content)}</section>`
}

function notesHtml(rendering: Rendering) {
  const { notes, language } = rendering
  if (notes.length === 0) return ''
  const t = texts(language)
  const { number } = dates(language, rendering.timezone)
  let items = ''
  // A note within a note is no part of the schema, but would lengthen the list while it is walked.
  for (const [index, note] of [...notes].entries()) {
    const back = escaped(t('body.back', { number: number(index + 1) }))
    items += `<li id="fn:${index + 1}">${inlineHtml(note.content, rendering)} <a class="back" href="#ref:${index + 1}" aria-label="${back}">↩</a></li>`
  }
  return `<section class="notes" aria-labelledby="fn:"><h2 id="fn:">${escaped(t('body.notes'))}</h2><ol>${items}</ol></section>`
}
