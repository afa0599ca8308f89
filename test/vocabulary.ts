import { readFileSync } from 'node:fs'

/** schema.org's types and properties, as `schema-dts` (made from its own vocabulary) declares them. */
const declared = readFileSync('node_modules/schema-dts/dist/schema.d.ts', 'utf8')

const parents = new Map<string, string[]>()
const properties = new Map<string, Map<string, string[]>>()
for (const [, name, above, body] of declared.matchAll(
  /interface (\w+)Base extends ([^{]+)\{\n([\s\S]*?)\n\}/g,
)) {
  parents.set(
    name!,
    [...above!.matchAll(/\b(\w+)Base\b/g)].map((match) => match[1]!),
  )
  properties.set(
    name!,
    new Map(
      [...body!.matchAll(/^ {4}"(\w+)"\?: SchemaValue<([^,]+), /gm)].map((match) => [
        match[1]!,
        match[2]!.split('|').map((one) => one.trim()),
      ]),
    ),
  )
}
for (const [, name, above] of declared.matchAll(/interface (\w+)Leaf extends (\w+)Base/g))
  if (!parents.has(name!)) parents.set(name!, [above!])

const lineage = (type: string): string[] => [
  type,
  ...(parents.get(type) ?? []).flatMap((above) => lineage(above)),
]

/** Data types and classes whose values may be written as text. */
const textual = /^(Text|URL|Date|DateTime|Time|CssSelectorType|Language|Distance|XPathType)$/

function fits(value: unknown, range: readonly string[]): boolean {
  if (Array.isArray(value)) return value.every((one) => fits(one, range))
  if (typeof value === 'string') return range.some((type) => textual.test(type))
  if (typeof value === 'number') return range.some((type) => /^(Number|Integer|Text)$/.test(type))
  if (typeof value === 'boolean') return range.includes('Boolean')
  const type = (value as { '@type'?: string })['@type']
  return type !== undefined && lineage(type).some((one) => range.includes(one))
}

/** What schema.org does not know of a thing and of all within it, in words; empty when all is right. */
export function mistakesIn(thing: unknown): string[] {
  if (Array.isArray(thing)) return thing.flatMap(mistakesIn)
  if (typeof thing !== 'object' || thing === null) return []
  const {
    '@context': _,
    '@graph': graph,
    '@type': type,
    '@id': __,
    // What schema.org calls an annotated property (schema.org/docs/actions.html): no property of its vocabulary.
    'query-input': ___,
    ...rest
  } = thing as Record<string, unknown>
  if (graph) return mistakesIn(graph)
  if (typeof type !== 'string' || !parents.has(type)) return [`${type} is no type`]
  return Object.entries(rest).flatMap(([name, value]) => {
    const range = lineage(type).flatMap((one) => properties.get(one)?.get(name) ?? [])
    if (range.length === 0) return [`${type} has no ${name}`]
    return [...(fits(value, range) ? [] : [`${name} of ${type}`]), ...mistakesIn(value)]
  })
}
