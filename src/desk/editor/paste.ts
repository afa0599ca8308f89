import { marked } from 'marked'
import { isWebAddress } from '../../addresses/link.ts'
import { embedKind, pageOfPlayer } from '../../articles/embed-kind.ts'

/** What comes from other programs, made plain before it is read. */

/** Whether plain text was meant as Markdown: more than one sign of it, at the heads of lines or around words. */
export function isMarkdown(text: string): boolean {
  const signs = [
    /^#{1,4} \S/m,
    /^> \S/m,
    /^[-*+] \S.*\n[-*+] \S/m,
    /^\d+\. \S.*\n\d+\. \S/m,
    /\*\*[^*\n]+\*\*/,
    /\[[^\]\n]+\]\(https?:\/\/[^)\s]+\)/,
    /^```/m,
    /^\|.+\|\n\|[ :|-]+\|/m,
  ]
  return signs.some((sign) => sign.test(text))
}

/** Markdown as HTML. Its footnotes, which the parser does not know, are set where they are referred to. */
export function markdownHtml(text: string): string {
  const notes = new Map<string, string>()
  const rest = text.replace(
    /^\[\^([^\]\n]+)\]:[ \t]+(.*(?:\n[ \t]+\S.*)*)\n?/gm,
    (_, name, note) => {
      notes.set(name, note.replace(/\s+/g, ' ').trim())
      return ''
    },
  )
  const set = rest.replace(/\[\^([^\]\n]+)\]/g, (sign, name) => {
    const note = notes.get(name)
    return note === undefined
      ? sign
      : `<span data-node="footnote">${marked.parseInline(escaped(note))}</span>`
  })
  return marked.parse(set, { async: false, gfm: true, breaks: false })
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** What is for machines or for pressing, and no text; and what colleagues said or took out in a word processor. */
const noText = [
  'style, script, meta, link, title, xml, o\\:p, noscript, template',
  'button, input, select, textarea, svg, video, audio, object, canvas, nav, dialog, [hidden]',
  '[style*="mso-element:comment"], .MsoCommentReference, a[href^="#_msocom"], del[cite], del[datetime]',
].join()

/** HTML of Word, Google Docs and web pages without what they add to say how it looked there. */
export function cleanHtml(html: string, direction: 'ltr' | 'rtl' = 'ltr'): string {
  const page = new DOMParser().parseFromString(html, 'text/html')
  for (const element of page.querySelectorAll(noText)) element.remove()
  // Pictures come into the library first (see picturesIn).
  for (const picture of page.querySelectorAll('img, picture')) picture.remove()
  wordLists(page)
  setFootnotes(page)
  elsewhere(page)
  styledWords(page)
  for (const quote of page.querySelectorAll('p.MsoQuote, p.MsoIntenseQuote'))
    wrapAround(quote, 'blockquote')
  for (const link of page.querySelectorAll('a[href]')) {
    link.setAttribute('href', ownAddress(link.getAttribute('href')!))
    // Word's bookmarks and a document's own headings lead nowhere here.
    if (/^(#|file:|about:)/.test(link.getAttribute('href')!)) link.replaceWith(...link.childNodes)
  }
  for (const caption of page.querySelectorAll('table > caption')) {
    caption.parentElement!.dataset.caption = caption.textContent!.trim()
    caption.remove()
  }
  for (const block of page.querySelectorAll('[dir]')) {
    const way = block.getAttribute('dir')!.toLowerCase()
    // What runs as the article does has no direction of its own.
    if (way === direction || !['ltr', 'rtl'].includes(way)) block.removeAttribute('dir')
  }
  divideAtBreaks(page)
  // Google Docs leaves an empty line between paragraphs; an empty paragraph says nothing.
  for (const block of page.querySelectorAll('p, h1, h2, h3, h4, h5, h6'))
    if (!block.textContent?.trim() && !block.querySelector('[data-node]')) block.remove()
  for (const br of page.querySelectorAll('body > br')) br.remove()
  for (const code of page.querySelectorAll('pre > code'))
    code.textContent = code.textContent!.replace(/\n$/, '')
  for (const child of [...page.body.childNodes])
    if (child.nodeType === Node.TEXT_NODE && !child.textContent?.trim()) child.remove()
  return page.body.innerHTML
}

/** Pixels below which a picture counts visits, or is a smiley. */
const SMALLEST_PX = 32

/** The pictures in HTML: those that came along as files, and how many stayed where they were. */
export function picturesIn(html: string): { files: File[]; left: number } {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const files: File[] = []
  let left = 0
  for (const image of page.querySelectorAll('img')) {
    const source = image.getAttribute('src') ?? ''
    const [, type, data] = /^data:(image\/[\w+.-]+);base64,(.*)$/s.exec(source) ?? []
    const isSmall = image.hasAttribute('width') && Number(image.getAttribute('width')) < SMALLEST_PX
    if (type && data)
      try {
        const bytes = Uint8Array.from(atob(data), (one) => one.charCodeAt(0))
        const name = image.getAttribute('alt') || 'picture'
        files.push(new File([bytes], name, { type }))
      } catch {
        left++
      }
    else if (source && !isSmall) left++
  }
  return { files, left }
}

/** Word, LibreOffice and Google Docs set a sign that leads to the note, and the note at the end, which leads back. */
function setFootnotes(page: Document) {
  const nameOf = (element: Element) => element.getAttribute('name') || element.id
  const links = [...page.querySelectorAll('a[href^="#"]')]
  for (const sign of links) {
    const wanted = sign.getAttribute('href')!.slice(1)
    const back = links.find(
      (link) =>
        link !== sign &&
        link.getAttribute('href') === `#${nameOf(sign)}` &&
        (nameOf(link) === wanted || link.closest(`[id="${CSS.escape(wanted)}"]`)),
    )
    // The first of both is the sign.
    if (!back || !(sign.compareDocumentPosition(back) & Node.DOCUMENT_POSITION_FOLLOWING)) continue
    const note = back.closest(`div[id="${CSS.escape(wanted)}"]`) ?? back.closest('p, li, div')
    back.remove()
    const set = page.createElement('span')
    set.dataset.node = 'footnote'
    set.textContent = (note?.textContent ?? '').replace(/\s+/g, ' ').trim()
    const raised = sign.closest('sup')
    ;(raised && raised.textContent === sign.textContent ? raised : sign).replaceWith(set)
    let around = note?.parentElement
    note?.remove()
    // With the last of them goes the list that held them, its line too.
    while (around && around !== page.body && !around.textContent?.trim()) {
      const hollow = around
      around = around.parentElement
      hollow.remove()
    }
  }
}

/** What a page shows of another site comes as an embed, where the site is known; else a frame is left out. */
function elsewhere(page: Document) {
  for (const frame of page.querySelectorAll<HTMLElement>('iframe, blockquote.twitter-tweet')) {
    const last = [...frame.querySelectorAll('a[href]')].at(-1)
    const address = frame.getAttribute('src') ?? last?.getAttribute('href') ?? ''
    const embed = embedOf(address)
    if (!embed) {
      if (frame.tagName === 'IFRAME') frame.remove()
      continue
    }
    const block = page.createElement('div')
    block.dataset.node = 'embed'
    block.dataset.attrs = JSON.stringify(embed)
    frame.replaceWith(block)
  }
}

/** What an address shows, where it can stand alone in a text; undefined for one that is to be read there. */
export function embedOf(address: string) {
  const whole = address.startsWith('//') ? `https:${address}` : address
  if (!isWebAddress(whole)) return undefined
  const kind = embedKind(whole)
  return kind && { url: pageOfPlayer(whole), kind, title: null }
}

/** Two breaks in a row are where pages without paragraphs begin the next. */
function divideAtBreaks(page: Document) {
  for (const block of page.querySelectorAll('p, div, td, li, blockquote, body')) {
    if (block.matches('[data-node]') || !block.querySelector(':scope > br + br')) continue
    const parts: Node[][] = [[]]
    for (const child of [...block.childNodes]) {
      const isBreak = child.nodeName === 'BR'
      const next = child.nextSibling
      if (isBreak && (next?.nodeName === 'BR' || child.previousSibling?.nodeName === 'BR')) {
        if (parts.at(-1)!.length > 0) parts.push([])
      } else parts.at(-1)!.push(child)
    }
    const paragraphs = parts
      .filter((part) => part.some((child) => child.textContent?.trim()))
      .map((part) => {
        const paragraph = page.createElement(part.some(isBlock) ? 'div' : 'p')
        paragraph.append(...part)
        return paragraph
      })
    if (block.tagName === 'P') block.replaceWith(...paragraphs)
    else block.replaceChildren(...paragraphs)
  }
}

const isBlock = (node: Node) =>
  /^(P|DIV|UL|OL|TABLE|H[1-6]|BLOCKQUOTE|PRE|FIGURE|SECTION|ASIDE|HR)$/.test(node.nodeName)

function wrapAround(element: Element, tag: string) {
  const wrap = element.ownerDocument.createElement(tag)
  element.before(wrap)
  wrap.append(element)
}

/** Says by elements what was said by styles, and nothing more: no style survives, which the desk's policy would refuse. */
function styledWords(page: Document) {
  for (const element of page.querySelectorAll('[style]')) {
    const style = element.getAttribute('style')!
    element.removeAttribute('style')
    // Word says of bold words that Arabic among them would not be (mso-bidi-font-weight).
    const says = (what: string) => new RegExp(`(^|;)\\s*${what}`, 'i').test(style)
    if (says('font-weight:\\s*(normal|[1-5]\\d{2})') && /^(B|STRONG)$/.test(element.tagName))
      // Google Docs wraps all it gives in a <b> that is not bold.
      element.replaceWith(...element.childNodes)
    else if (element.tagName === 'SPAN') {
      const isIn = (what: string) => element.closest(what) !== null
      if (says('font-weight:\\s*(bold|[6-9]\\d{2})') && !isIn('h1, h2, h3, h4, h5, h6'))
        wrapIn(element, 'strong')
      if (says('font-style:\\s*italic')) wrapIn(element, 'em')
      if (says('text-decoration(-line)?:[^;]*line-through')) wrapIn(element, 's')
      if (
        says('text-decoration(-line)?:[^;]*underline') &&
        !isIn('a') &&
        !element.querySelector('a')
      )
        wrapIn(element, 'u')
      if (says('vertical-align:\\s*super')) wrapIn(element, 'sup')
      if (says('vertical-align:\\s*sub')) wrapIn(element, 'sub')
    }
  }
}

function wrapIn(element: Element, tag: 'strong' | 'em' | 's' | 'u' | 'sup' | 'sub') {
  const wrap = element.ownerDocument.createElement(tag)
  wrap.append(...element.childNodes)
  element.append(wrap)
}

/** Where a link really leads that goes through somebody's counter. */
function ownAddress(href: string): string {
  if (!URL.canParse(href)) return href
  const url = new URL(href)
  if (url.hostname === 'www.google.com' && url.pathname === '/url')
    return url.searchParams.get('q') ?? url.searchParams.get('url') ?? href
  if (url.hostname.endsWith('.safelinks.protection.outlook.com'))
    return url.searchParams.get('url') ?? href
  return href
}

/** Word writes lists as paragraphs with a sign and a distance. */
function wordLists(page: Document) {
  const items = [...page.querySelectorAll<HTMLElement>('p')].filter((p) =>
    /mso-list:\s*l\d+/i.test(p.getAttribute('style') ?? ''),
  )
  const stack: { list: HTMLElement; level: number }[] = []
  let before: Element | null = null
  let name: string | undefined
  for (const item of items) {
    const listed = /mso-list:\s*(l\d+)/i.exec(item.getAttribute('style')!)![1]
    const level = Number(/level(\d+)/i.exec(item.getAttribute('style')!)?.[1] ?? 1)
    if (item.previousElementSibling !== before || listed !== name) stack.length = 0
    name = listed
    const sign = item.querySelector<HTMLElement>('[style*="mso-list"]')
    const isNumber = /^\s*[\da-z]{1,3}[.)]/i.test(sign?.textContent ?? item.textContent ?? '')
    sign?.remove()
    while (stack.length > 0 && stack.at(-1)!.level > level) stack.pop()
    if (stack.at(-1)?.level !== level) {
      const list = page.createElement(isNumber ? 'ol' : 'ul')
      const outer = stack.at(-1)?.list.lastElementChild
      if (outer) outer.append(list)
      else item.before(list)
      stack.push({ list, level })
    }
    const entry = page.createElement('li')
    const words = page.createElement('p')
    words.append(...item.childNodes)
    entry.append(words)
    stack.at(-1)!.list.append(entry)
    before = stack[0]!.list
    item.remove()
  }
}
