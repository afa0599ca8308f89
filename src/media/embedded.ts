import { decoder } from './decoder.ts'
import { readIim } from './iim.ts'
import { decoded, legible } from './legible.ts'
import { licenceNamed } from './licence.ts'
import { MOST_PIXELS } from './originals.ts'
import { longest } from './picture.ts'
import type { Words } from './pictures.ts'
import { readXmp, type Said } from './xmp.ts'

/**
 * What a picture's file says of it: the words that an agency or a colleague wrote for publication, in XMP or IPTC-IIM.
 * Exif is never asked: a camera stamps it with whom it belongs to, who may be a source, and with where it was.
 */
export type Embedded = Pick<
  Words,
  'alt' | 'caption' | 'credit' | 'licence' | 'source' | 'terms' | 'expires'
>

/** Bytes of what a file says. Photoshop's history makes some longer; no editor has written that. */
const MOST_BYTES = 256 * 1024

/** Characters of terms that readers can take for a licence; longer ones are the newsroom's to read. */
const BRIEF = 120

const names = {
  description: ['http://purl.org/dc/elements/1.1/description', 120],
  headline: ['http://ns.adobe.com/photoshop/1.0/Headline', 105],
  alt: ['http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/AltTextAccessibility', undefined],
  creator: ['http://purl.org/dc/elements/1.1/creator', 80],
  creditLine: ['http://ns.adobe.com/photoshop/1.0/Credit', 110],
  copyright: ['http://purl.org/dc/elements/1.1/rights', 116],
  source: ['http://ns.adobe.com/photoshop/1.0/Source', 115],
  instructions: ['http://ns.adobe.com/photoshop/1.0/Instructions', 40],
  usage: ['http://ns.adobe.com/xap/1.0/rights/UsageTerms', undefined],
  statement: ['http://ns.adobe.com/xap/1.0/rights/WebStatement', undefined],
  licence: ['http://creativecommons.org/ns#license', undefined],
  end: ['http://ns.useplus.org/ldf/xmp/1.0/LicenseEndDate', 37],
} as const

/** Reads a file that is known to be a picture. `language` is wanted where something is said in several. */
export async function embeddedIn(bytes: Uint8Array, language: string): Promise<Embedded> {
  const sharp = await decoder()
  const { xmp, iptc } = await sharp(bytes, { limitInputPixels: MOST_PIXELS }).metadata()
  const properties = xmp && xmp.length <= MOST_BYTES ? readXmp(decoded(xmp)) : new Map()
  const fields = iptc && iptc.length <= MOST_BYTES ? readIim(iptc) : new Map<number, string[]>()
  const all = (name: keyof typeof names): string[] => {
    const [property, field] = names[name]
    const values: Said[] = properties.get(property) ?? []
    if (values.length > 0 || !field) return values.map(({ text }) => text)
    return fields.get(field) ?? []
  }
  const one = (name: keyof typeof names, most: number = longest.terms): string =>
    legible(inLanguage(properties.get(names[name][0]), language) ?? all(name)[0] ?? '', most)

  const usage = one('usage')
  const licence =
    licenceNamed([one('licence'), one('statement'), usage, one('copyright')]) ||
    (usage.length <= BRIEF ? usage : '')
  const terms = [one('copyright'), usage === licence ? '' : usage, one('instructions')]
  return filled({
    alt: one('alt', longest.alt),
    caption: unstamped(one('description', longest.caption)) || one('headline', longest.caption),
    credit: creditOf(legible(all('creator').join(', '), longest.credit), {
      line: one('creditLine', longest.credit),
      copyright: one('copyright', longest.credit),
    }),
    licence,
    source: one('source', longest.source) || one('statement', longest.source),
    terms: terms.filter(Boolean).join('\n').slice(0, longest.terms).toWellFormed(),
    expires: endOf(one('end')),
  })
}

/** What is said in a language, else in none in particular, else first. */
function inLanguage(values: Said[] | undefined, wanted: string) {
  const base = (language?: string) => language?.toLowerCase().split('-')[0]
  const said = (language: string) => values?.find((one) => base(one.language) === language)
  return (said(base(wanted)!) ?? said('x') ?? values?.[0])?.text
}

/** Who made it and for whom, as the line below a picture has it. */
function creditOf(creator: string, { line, copyright }: { line: string; copyright: string }) {
  const isIn = (one: string, other: string) => other.toLowerCase().includes(one.toLowerCase())
  if (!creator || !line) return creator || line || copyright
  if (isIn(creator, line)) return line
  return isIn(line, creator) ? creator : legible(`${creator} / ${line}`, longest.credit)
}

/** What cameras write where somebody could have said what is to be seen. */
const unstamped = (caption: string) =>
  /^(untitled|exif_jpeg_picture|sony dsc|((olympus|minolta|konica minolta|kodak) )?digital camera|samsung camera pictures)$/i.test(
    caption,
  )
    ? ''
    : caption

/** When the right to show it ends (ISO 8601 UTC): a day is over when it is over. */
function endOf(said: string): string | undefined {
  const day = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(said)
  const at = day ? Date.parse(`${day[1]}-${day[2]}-${day[3]}T24:00:00Z`) : Date.parse(instant(said))
  return Number.isNaN(at) ? undefined : new Date(at).toISOString()
}

/** A time without a zone is meant in ours as well as in any; then it is the same on every server. */
const instant = (said: string) =>
  /^\d{4}-\d\d-\d\dT[\d:.]+$/.test(said) ? `${said}Z` : /^\d{4}-\d\d-\d\dT/.test(said) ? said : ''

const filled = (said: { [Name in keyof Embedded]: Embedded[Name] | undefined }): Embedded =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => value))
