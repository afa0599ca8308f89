import { detached } from '../detached.ts'
import type { Item } from '../record.ts'
import { blankItem } from './blank.ts'
import { asText, type Fields, said } from './fields.ts'

/** Pictures and other files of a Ghost site, as attachments. */

/** Which picture an address shows: the file below `content/images` it is a size of, else the address itself. */
export function pictureId(address: string, base: string) {
  if (!address) return undefined
  const whole = address.startsWith('/') && !address.startsWith('//') ? base + address : address
  const file = /\/content\/images\/(?:size\/[^/]+\/)?(?:format\/[^/]+\/)?([^?#]+)/.exec(
    address,
  )?.[1]
  const ours = file && whole.startsWith(`${base}/`)
  return ours
    ? { id: file, address: whole.replace(/\/(size|format)\/[^/]+(?=\/)/g, '') }
    : { id: whole, address: whole }
}

function attachmentAt(
  address: string,
  row: number,
  base: string,
  { alt = '', caption = '' } = {},
): Item | undefined {
  const picture = pictureId(address, base)
  return (
    picture && {
      ...blankItem,
      line: row,
      id: picture.id,
      type: 'attachment',
      status: 'inherit',
      title: picture.id.split('/').at(-1)!,
      attachmentUrl: picture.address,
      excerpt: caption,
      meta: new Map([
        ['_wp_attachment_image_alt', [asText(alt)]],
        ...(picture.id === picture.address
          ? []
          : [['_wp_attached_file', [picture.id]] as [string, string[]]]),
      ]),
    }
  )
}

export const featureOf = (fields: Fields) => said(fields, 'feature_image') || said(fields, 'image')

/** What Ghost says of a post's feature picture. The caption is HTML. */
export const featureWords = (meta: Fields) => ({
  alt: said(meta, 'feature_image_alt'),
  caption: said(meta, 'feature_image_caption'),
})

/** The addresses of what a post shows in its text, on cards of other sites, or links to, below `content`. */
export function* addressesIn(fields: Fields, meta: Fields, base: string): Generator<string> {
  const social = said(meta, 'og_image') || said(fields, 'og_image')
  if (social) yield social
  for (const name of ['lexical', 'mobiledoc', 'html'])
    for (const [address] of said(fields, name).matchAll(inText))
      if ((address.startsWith('/') || address.startsWith(`${base}/`)) && !still.test(address))
        yield address
}

/** A picture that stands for a film until it plays. */
const still = /\/content\/media\/.*\.(jpe?g|png|webp|gif)$/i

/** In quotes, escaped quotes or brackets. */
const inText =
  /(?:https?:\/\/[^\s"'\\<>()/]{1,300}(?:\/[^\s"'\\<>()/]{1,100}){0,3}?)?\/content\/(?:images|files|media)\/[^\s"'\\<>(),]{1,1000}/g

/** What posts show and link to, each once. Those with words of their own come first. */
export class Files {
  #base: string
  #shown = new Set<string>()
  #words = new Map<string, string>()
  #mentioned = new Map<string, { address: string; row: number }>()

  constructor(base: string) {
    this.#base = base
  }

  /** A picture with what is said of it, unless it came already. */
  *shown(address: string, row: number, words = { alt: '', caption: '' }): Generator<Item> {
    const item = attachmentAt(address, row, this.#base, words)
    if (!item || this.#shown.has(item.id)) return
    const id = detached(item.id)
    this.#shown.add(id)
    this.#words.set(id, detached(words.alt + words.caption))
    yield item
  }

  /** Whether a picture came with these words, or there are none. */
  saysSo(address: string, { alt, caption }: { alt: string; caption: string }): boolean {
    const id = pictureId(address, this.#base)?.id
    return !id || alt + caption === '' || this.#words.get(id) === alt + caption
  }

  mention(address: string, row: number) {
    const id = pictureId(address, this.#base)?.id
    if (id && !this.#mentioned.has(id))
      this.#mentioned.set(detached(id), { address: detached(address), row })
  }

  *further(): Generator<Item> {
    for (const { address, row } of this.#mentioned.values()) yield* this.shown(address, row)
  }
}
