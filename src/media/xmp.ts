import { Parser } from 'htmlparser2'

/** XMP, as cameras, agencies and editing programs write it into a file: properties of a thing in RDF (ISO 16684-1). */

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const XML = 'http://www.w3.org/XML/1998/namespace'

/** What a property says, in the languages in which it is said. */
export type Said = { text: string; language: string | undefined }

/** Elements nest no deeper in anything that is read here. */
const DEEPEST = 32

/** Values that are kept of one property; more names nobody credits. */
const MOST_VALUES = 50

class TooDeep extends Error {}

/** The properties of a packet by their whole names. Of what is broken or boundless, as much as comes before that. */
export function readXmp(packet: string): Map<string, Said[]> {
  const found = new Map<string, Said[]>()
  const open: { name: string; spaces: Map<string, string>; language: string | undefined }[] = []
  /** The property that is open, and how deep it lies. */
  let property: { name: string; depth: number; items: boolean; text: string } | undefined

  const whole = (name: string, isAttribute = false) => {
    const [prefix, local] = name.includes(':') ? split(name) : ['', name]
    if (prefix === 'xml') return XML + local
    if (isAttribute && !prefix) return name
    const declared = open.findLast(({ spaces }) => spaces.has(prefix))
    return (declared?.spaces.get(prefix) ?? '') + local
  }
  const keep = (name: string, text: string, language?: string) => {
    const values = found.get(name) ?? []
    if (text.trim() && values.length < MOST_VALUES) values.push({ text: text.trim(), language })
    found.set(name, values)
  }
  /** Whether the element that is innermost now is a property, or one of the values that it lists. */
  const isValue = () =>
    property !== undefined &&
    (property.items
      ? open.length === property.depth + 2 && open.at(-1)!.name === `${RDF}li`
      : open.length === property.depth)

  const parser = new Parser(
    {
      onopentag: (tag, attributes) => {
        if (open.length === DEEPEST) throw new TooDeep()
        const spaces = new Map(
          Object.entries(attributes).flatMap(([name, value]) =>
            name === 'xmlns' || name.startsWith('xmlns:') ? [[name.slice(6), value] as const] : [],
          ),
        )
        const parent = open.at(-1)
        const outer = open.at(-2)
        open.push({ name: '', spaces, language: attributes['xml:lang'] })
        const name = whole(tag)
        open.at(-1)!.name = name
        const said = Object.entries(attributes)
          .filter(([name]) => !name.startsWith('xmlns'))
          .map(([name, value]) => [whole(name, true), value] as const)
        if (!property && parent?.name === `${RDF}Description` && outer?.name === `${RDF}RDF`) {
          property = { name, depth: open.length, items: false, text: '' }
          for (const [attribute, value] of said)
            if (attribute === `${RDF}resource`) keep(name, value)
        } else if (property && open.length === property.depth + 1)
          property.items = ['Alt', 'Seq', 'Bag'].some((list) => name === RDF + list)
        else if (!property && name === `${RDF}Description` && parent?.name === `${RDF}RDF`)
          for (const [attribute, value] of said) keep(attribute, value)
        if (property && isValue()) property.text = ''
      },
      ontext: (text) => {
        if (property && isValue()) property.text += text
      },
      onclosetag: () => {
        if (property && isValue()) keep(property.name, property.text, open.at(-1)!.language)
        if (property && open.length === property.depth) property = undefined
        open.pop()
      },
    },
    { xmlMode: true },
  )
  try {
    parser.end(packet)
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error
  }
  return found
}

const split = (name: string) => {
  const at = name.indexOf(':')
  return [name.slice(0, at), name.slice(at + 1)] as const
}
