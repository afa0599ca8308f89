import { captionWords } from '../media/picture.ts'
import type { AskedPicture } from './conversion.ts'
import { detached } from './detached.ts'
import { hostOf, webAddress } from './links.ts'
import { readPhp } from './php.ts'
import type { Item } from './record.ts'
import { findAll, plain, readTree, textIn } from './tree.ts'

/** What is remembered of one attachment. A site may have hundreds of thousands: what they share is kept once. */
class Attachment {
  /** Its file below `wp-content/uploads`, or the path of its address. */
  file: string
  parent: string
  #folder: string
  #page: string
  #origin: string

  constructor(file: string, parent: string, folder: string, origin: string, page: string) {
    this.file = file
    this.parent = parent
    this.#folder = folder
    this.#origin = origin
    this.#page = page
  }

  get address() {
    // An address that does not end like the file stands whole in place of its folder.
    return this.#folder.endsWith('/') ? this.#folder + this.file : this.#folder
  }

  /** The address of its own page, or empty. */
  get page() {
    return this.#page && this.#origin + this.#page
  }

  get picture() {
    return /\.(jpe?g|jpe|png|gif|webp|avif)$/i.test(this.file)
  }
}

/** Every attachment of a file, found by its WordPress id or by the address of any size of it. */
export class Attachments {
  #byId = new Map<string, Attachment>()
  #byStem = new Map<string, string>()
  #ofParent = new Map<string, string[]>()
  #shared = new Map<string, string>()

  add(item: Item) {
    const address = item.attachmentUrl || item.guid
    const file = detached(
      safePath(item.meta.get('_wp_attached_file')?.[0] ?? '') || uploadPath(address),
    )
    const folder =
      file && address.endsWith(`/${file}`)
        ? this.#once(address.slice(0, -file.length))
        : detached(address)
    const origin = /^https?:\/\/[^/]+/.exec(item.link)?.[0] ?? ''
    // Its page by number redirects in any case.
    const page = item.link.includes('?attachment_id=')
      ? ''
      : detached(item.link.slice(origin.length))
    const parent = item.parent === '0' ? '' : item.parent
    const attachment = new Attachment(file, parent, folder, this.#once(origin), page)
    this.#byId.set(item.id, attachment)
    const stem = stemOf(file)
    if (stem && !this.#byStem.has(stem)) this.#byStem.set(detached(stem), item.id)
    if (parent && attachment.picture) {
      const siblings = this.#ofParent.get(parent)
      if (siblings) siblings.push(item.id)
      else this.#ofParent.set(parent, [item.id])
    }
  }

  /** One copy of a text that many attachments share. */
  #once(text: string): string {
    const known = this.#shared.get(text)
    if (known !== undefined) return known
    const copy = detached(text)
    this.#shared.set(copy, copy)
    return copy
  }

  byId(id: string) {
    return this.#byId.get(id)
  }

  attachedTo(item: string): readonly string[] {
    return this.#ofParent.get(item) ?? []
  }

  all() {
    return this.#byId.entries()
  }

  /**
   * The attachment that an `<img>` shows. The number in its class counts when its address agrees: texts that were
   * pasted from another site carry that site's numbers.
   */
  shownBy({ id, address }: AskedPicture, hosts: ReadonlySet<string>): string | undefined {
    const path = uploadPath(address)
    const stem = stemOf(path)
    if (id) {
      const named = this.#byId.get(id)
      if (named && stemOf(named.file) === stem) return id
    }
    const isOurs = hosts.has(hostOf(address)) || /\/(wp-content\/uploads|files)\//.test(address)
    // Ghost's pictures are named by their files.
    if (isOurs && this.#byId.has(path)) return path
    return isOurs && stem ? this.#byStem.get(stem) : undefined
  }
}

/** The path of an address below `wp-content/uploads`, or all of its path; decoded, without leading slash. */
export function uploadPath(address: string): string {
  if (!URL.canParse(address)) return safePath(address)
  const { pathname } = new URL(address)
  const uploads =
    /\/wp-content\/(?:uploads|blogs\.dir)\/(.*)$/.exec(pathname)?.[1] ??
    // Ghost keeps the sizes of a picture beside it: size/w600/format/webp/2026/11/quay.png.
    /\/content\/images\/(?:size\/[^/]+\/)?(?:format\/[^/]+\/)?(.*)$/.exec(pathname)?.[1]
  let path = uploads ?? pathname
  try {
    path = decodeURIComponent(path)
  } catch {
    // A stray percent sign: the path as it is written will do.
  }
  return safePath(path)
}

/** A relative path that stays where it begins, or an empty one. */
export function safePath(path: string): string {
  const clean = path.normalize('NFC').replace(/^\/+/, '')
  return /(^|[/\\])\.\.([/\\]|$)|[\0\\]|^[a-z]:/i.test(clean) ? '' : clean
}

/** A file without the marks that WordPress gives to its sizes: `a-300x200.jpg`, `a-scaled.jpg`, `a-rotated.jpg`. */
const stemOf = (file: string) =>
  file
    .replace(/\.[a-z0-9]{2,5}$/i, '')
    .replace(/-\d{1,5}x\d{1,5}$/, '')
    .replace(/-(scaled|rotated)$/, '')
    .toLowerCase()

/** What the file says of a picture. */
export function wordsOfPicture(item: Item) {
  const metadata = readPhp(item.meta.get('_wp_attachment_metadata')?.[0] ?? '')
  const image = fieldsIn(fieldsIn(metadata).image_meta)
  const said = (key: string) => plain(item.meta.get(key)?.[0] ?? '')
  const credit =
    [
      'credit',
      '_credit',
      '_media_credit',
      '_wp_attachment_source_name',
      'photographer',
      '_photographer',
    ]
      .map(said)
      .find(Boolean) ?? plain([image.credit, image.copyright].filter(isText).find(Boolean) ?? '')
  return {
    alt: plain(item.meta.get('_wp_attachment_image_alt')?.[0] ?? '').slice(0, 1000),
    caption: captionOf(item.excerpt) || captionOf(item.content),
    credit: credit.slice(0, 300),
    licence: said('_license').slice(0, 300),
    source: item.attachmentUrl || item.guid,
  }
}

const oneLine = (text: string) =>
  text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .toWellFormed()

const LONGEST_CAPTION = 2000

/** A caption with its links as the library writes them; words alone where they would be cut off. */
function captionOf(html: string): string {
  if (/<a\s/i.test(html)) {
    const nodes = readTree(html)
    for (const link of findAll(nodes, 'a')) {
      const href = webAddress(link.attributes.href, '')
        ?.replaceAll('(', '%28')
        .replaceAll(')', '%29')
      const words = oneLine(textIn(link.children)).replace(/[[\]]/g, '')
      const written = `[${words}](${href})`
      if (href && captionWords(written) === words) link.children = [written]
    }
    const caption = oneLine(textIn(nodes))
    if (caption.length <= LONGEST_CAPTION) return caption
  }
  return plain(html).slice(0, LONGEST_CAPTION)
}

const isText = (value: unknown) => typeof value === 'string'

const fieldsIn = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
