import { marked } from 'marked'

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

export const markdownHtml = (text: string) =>
  marked.parse(text, { async: false, gfm: true, breaks: false })

/** HTML of Word, Google Docs and web pages without what they add to say how it looked there. */
export function cleanHtml(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html')
  for (const element of page.querySelectorAll(
    'style, script, meta, link, title, xml, o\\:p, noscript',
  ))
    element.remove()
  wordLists(page)
  styledWords(page)
  for (const link of page.querySelectorAll('a[href]')) {
    link.setAttribute('href', ownAddress(link.getAttribute('href')!))
    // Word's bookmarks and a document's own headings lead nowhere here.
    if (/^(#|file:|about:)/.test(link.getAttribute('href')!)) link.replaceWith(...link.childNodes)
  }
  // Google Docs leaves an empty line between paragraphs; an empty paragraph says nothing.
  for (const block of page.querySelectorAll('p, h1, h2, h3, h4, h5, h6'))
    if (!block.textContent?.trim() && !block.querySelector('img, br + br')) block.remove()
  for (const br of page.querySelectorAll('body > br')) br.remove()
  return page.body.innerHTML
}

/** Says by elements what was said by styles, and nothing more: no style survives, which the desk's policy would refuse. */
function styledWords(page: Document) {
  for (const element of page.querySelectorAll('[style]')) {
    const style = element.getAttribute('style')!
    element.removeAttribute('style')
    if (/font-weight:\s*(normal|[1-5]\d{2})/i.test(style) && /^(B|STRONG)$/.test(element.tagName))
      // Google Docs wraps all it gives in a <b> that is not bold.
      element.replaceWith(...element.childNodes)
    else if (element.tagName === 'SPAN') {
      if (/font-weight:\s*(bold|[6-9]\d{2})/i.test(style)) wrapIn(element, 'strong')
      if (/font-style:\s*italic/i.test(style)) wrapIn(element, 'em')
    }
  }
}

function wrapIn(element: Element, tag: 'strong' | 'em') {
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
  for (const item of items) {
    const level = Number(/level(\d+)/i.exec(item.getAttribute('style')!)?.[1] ?? 1)
    if (item.previousElementSibling !== before) stack.length = 0
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
