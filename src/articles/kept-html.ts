import sanitize from 'sanitize-html'
import { isLinkAddress } from '../addresses/link.ts'

/**
 * What may stand in HTML that was kept from an import: structure and words, nothing that runs, loads from
 * elsewhere, looks like the page around it or can be pointed at by it.
 */
const allowed: sanitize.IOptions = {
  allowedTags: [
    ...[
      'p',
      'br',
      'hr',
      'div',
      'span',
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
      'blockquote',
      'pre',
      'ul',
      'ol',
      'li',
    ],
    ...[
      'dl',
      'dt',
      'dd',
      'figure',
      'figcaption',
      'details',
      'summary',
      'table',
      'caption',
      'colgroup',
      'col',
    ],
    ...[
      'thead',
      'tbody',
      'tfoot',
      'tr',
      'th',
      'td',
      'a',
      'abbr',
      'b',
      'bdi',
      'bdo',
      'cite',
      'code',
      'data',
    ],
    ...[
      'del',
      'dfn',
      'em',
      'i',
      'ins',
      'kbd',
      'mark',
      'q',
      'rp',
      'rt',
      'ruby',
      's',
      'samp',
      'small',
      'strong',
    ],
    ...['sub', 'sup', 'time', 'u', 'var', 'wbr'],
  ],
  allowedAttributes: {
    '*': ['lang', 'dir', 'title'],
    a: ['href', 'hreflang', 'rel'],
    ol: ['start', 'reversed'],
    li: ['value'],
    th: ['colspan', 'rowspan', 'scope'],
    td: ['colspan', 'rowspan'],
    col: ['span'],
    colgroup: ['span'],
    time: ['datetime'],
    data: ['value'],
    details: ['open'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  nonTextTags: [
    ...[
      'script',
      'style',
      'textarea',
      'option',
      'noscript',
      'noembed',
      'noframes',
      'iframe',
      'object',
    ],
    ...['svg', 'math', 'template', 'xmp', 'plaintext', 'select', 'title', 'applet', 'embed'],
  ],
  transformTags: {
    // The page has one headline, and it is not in here.
    h1: 'h2',
    a: (tagName, { href, hreflang }) => ({
      tagName,
      attribs: {
        ...(href !== undefined && isLinkAddress(href) ? { href } : {}),
        ...(href !== undefined && /^https?:/i.test(href) ? { rel: 'noopener' } : {}),
        ...(hreflang === undefined ? {} : { hreflang }),
      },
    }),
  },
}

const span = { pattern: /^[1-9]\d{0,2}$/, names: ['colspan', 'rowspan', 'span'] }

allowed.transformTags = {
  ...allowed.transformTags,
  '*': (tagName, attribs) => {
    for (const name of span.names)
      if (attribs[name] && !span.pattern.test(attribs[name])) delete attribs[name]
    if (attribs.dir && !/^(ltr|rtl|auto)$/i.test(attribs.dir)) delete attribs.dir
    return { tagName, attribs }
  },
}

/** The HTML with only what a page may show of it. Done when it is stored and again when it is shown. */
export const sanitiseKept = (html: string): string => sanitize(html, allowed)
