import sharp from 'sharp'

/** Pictures with words in them, as agencies and editing programs write those. */

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

type Said = string | Record<string, string>

const listed = (name: string, kind: 'Alt' | 'Seq', said: Said | readonly string[]) => {
  const values = Array.isArray(said)
    ? said.map((text) => ['', text] as const)
    : typeof said === 'string'
      ? [['x-default', said] as const]
      : Object.entries(said)
  const items = values.map(([language, text]) => {
    const of = language && ` xml:lang="${language}"`
    return `<rdf:li${of}>${escaped(text)}</rdf:li>`
  })
  return `<${name}><rdf:${kind}>${items.join('')}</rdf:${kind}></${name}>`
}

/** What an agency says in XMP. `more` stands among the properties as it is. */
export function xmpOf({
  alt = '',
  caption = '',
  headline = '',
  creator = [],
  credit = '',
  copyright = '',
  usage = '',
  instructions = '',
  more = '',
}: {
  alt?: Said
  caption?: Said
  headline?: string
  creator?: readonly string[]
  credit?: string
  copyright?: string
  usage?: string
  instructions?: string
  more?: string
}) {
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:ps="http://ns.adobe.com/photoshop/1.0/"
  xmlns:iptc="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" xmlns:r="http://ns.adobe.com/xap/1.0/rights/"
  xmlns:cc="http://creativecommons.org/ns#" xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/"
  ps:Headline="${escaped(headline)}" ps:Credit="${escaped(credit)}" ps:Instructions="${escaped(instructions)}">
${listed('iptc:AltTextAccessibility', 'Alt', alt)}
${listed('dc:description', 'Alt', caption)}
${listed('dc:creator', 'Seq', creator)}
${listed('dc:rights', 'Alt', copyright)}
${listed('r:UsageTerms', 'Alt', usage)}
${more}
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`
}

export const plainPicture = (background = '#35607a', width = 900, height = 600) =>
  sharp({ create: { width, height, channels: 3, background } })

/** The same in IPTC-IIM: fields of record 2 by their number, in bytes of some encoding. */
export async function withIim(
  fields: readonly (readonly [number: number, text: string])[],
  encoding: 'latin1' | 'utf8',
  { isSaid = encoding === 'utf8', background = '#35607a' } = {},
): Promise<Buffer> {
  const field = (record: number, number: number, value: Buffer) =>
    Buffer.concat([
      Buffer.from([0x1c, record, number, value.length >> 8, value.length & 255]),
      value,
    ])
  const data = Buffer.concat([
    ...(isSaid ? [field(1, 90, Buffer.from('\x1b%G'))] : []),
    ...fields.map(([number, text]) => field(2, number, Buffer.from(text, encoding))),
  ])
  const head = Buffer.alloc(12)
  head.write('8BIM\x04\x04', 'latin1')
  head.writeUInt32BE(data.length, 8)
  // Photoshop's own resources come before it.
  const other = Buffer.from('8BIM\x03\xed\x00\x00\x00\x00\x00\x03abc\x00', 'latin1')
  const block = Buffer.concat([
    Buffer.from('Photoshop 3.0\0'),
    other,
    head,
    data,
    Buffer.alloc(data.length % 2),
  ])
  const length = block.length + 2
  const jpeg = await plainPicture(background).jpeg().toBuffer()
  return Buffer.concat([
    jpeg.subarray(0, 2),
    Buffer.from([0xff, 0xed, length >> 8, length & 255]),
    block,
    jpeg.subarray(2),
  ])
}
