import { z } from 'zod'
import { canonicalPath, hrefOf } from '../addresses/address.ts'
import { isLinkAddress } from '../addresses/link.ts'
import { articleKinds, articleStatuses } from '../articles/article.ts'
import { correctionKinds } from '../articles/correction.ts'
import { type ArticleDocument, picturesIn, readDocument } from '../articles/document.ts'
import { bylineRoles, contributorKinds } from '../contributors/contributor.ts'
import { Newsroom, unnamed } from '../newsroom/newsroom.ts'
import { languageTag } from '../platform/language.ts'
import type { ArchivedTable } from './archived.ts'
import type { Row } from './rows.ts'

/** Something that a row refers to without the database's knowing. */
export type Mention = { table: ArchivedTable; id: string }

/** Throws with what is wrong in a row that an archive brings; returns what else it mentions. */
export function mentionsIn(table: ArchivedTable, row: Row): Mention[] {
  return checks[table]?.(row) ?? []
}

const json = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(schema)

/** As `Date` writes it, which is how times are compared: as text. */
const time = z
  .string()
  .refine(
    (text) => /^[1-9]\d{3}-\d\d-\d\dT[\d:]{8}\.\d{3}Z$/.test(text) && isInstant(text),
    'must be a time with milliseconds in UTC, of the year 1000 or later, as in 2026-11-23T09:00:00.000Z',
  )
const isInstant = (text: string) => {
  const ms = Date.parse(text)
  return !Number.isNaN(ms) && new Date(ms).toISOString() === text
}

/** What its own link would not lead to, nobody could open. */
const path = z
  .string()
  .refine(
    (text) => canonicalPath(written(text)) === text,
    'must be a path as addresses are spelt here: “/” first and not last, in NFC, without marks of control',
  )
const written = (text: string) => (text.isWellFormed() ? hrefOf(text) : '')

const ArticleRow = z
  .object({
    kind: z.enum(articleKinds),
    status: z.enum(articleStatuses),
    access: z.enum(['standard', 'premium']),
    direction: z.enum(['ltr', 'rtl']),
    language: z.string().refine((tag) => languageTag(tag) === tag, 'must be a language tag'),
    path,
    body: json(z.custom<ArticleDocument>()),
    created: time,
    edited: time,
    published: time.nullable(),
    updated: time.nullable(),
    scheduled: time.nullable(),
    withheld: time.nullable(),
  })
  .refine(({ status, published }) => status !== 'published' || published !== null, {
    path: ['published'],
    error: 'must say when it was published',
  })
  .refine(({ status, scheduled }) => status !== 'scheduled' || scheduled !== null, {
    path: ['scheduled'],
    error: 'must say when it will be published',
  })
  .refine(({ status, withheld }) => status !== 'withheld' || withheld !== null, {
    path: ['withheld'],
    error: 'must say when it was withheld',
  })

const VersionRow = z.object({
  number: z.int().min(1),
  since: time,
  access: z.enum(['standard', 'premium']),
  body: json(z.custom<ArticleDocument>()),
  closed: time.nullable(),
})

const CorrectionRow = z.object({ kind: z.enum(correctionKinds), note: z.string(), made: time })

const PictureRow = z.object({
  hash: z.string().regex(/^[0-9a-f]{32}$/, 'must be 32 hexadecimal digits'),
  format: z.enum(['jpeg', 'png', 'gif', 'webp', 'avif']),
  width: z.number().min(1),
  height: z.number().min(1),
  bytes: z.number().min(1),
  focal_x: z.number().min(0).max(1),
  focal_y: z.number().min(0).max(1),
  // Archives of earlier versions know of no end.
  expires: time.nullish(),
  expired: time.nullish(),
})

const ContributorRow = z.object({
  kind: z.enum(contributorKinds),
  path,
  links: json(
    z.array(
      z.object({
        label: z.string(),
        href: z.string().refine(isLinkAddress, 'must be an address that can be linked to'),
      }),
    ),
  ),
})

const CategoryRow = z.object({ path, names: json(z.record(z.string(), z.string())) })

const things = {
  article: 'articles',
  category: 'categories',
  tag: 'tags',
  contributor: 'contributors',
} as const

const AddressRow = z.object({
  path,
  kind: z.enum(Object.keys(things) as (keyof typeof things)[]),
  thing_id: z.string(),
})

const NewsroomRow = z.object({
  id: z.literal('newsroom'),
  settings: json(z.record(z.string(), z.unknown())).transform((settings) => ({
    ...unnamed,
    ...settings,
  })),
})

const checks: Partial<Record<ArchivedTable, (row: Row) => Mention[]>> = {
  newsroom: (row) => {
    const { logo, icon } = read(Newsroom, read(NewsroomRow, row).settings)
    return [logo, icon].flatMap((id) => (id ? [{ table: 'pictures' as const, id }] : []))
  },
  pictures: (row) => nothingElse(read(PictureRow, row)),
  contributors: (row) => nothingElse(read(ContributorRow, row)),
  categories: (row) => nothingElse(read(CategoryRow, row)),
  tags: (row) => nothingElse(read(z.object({ path }), row)),
  articles: (row) => {
    const { body } = read(ArticleRow, row)
    refuseMalformed(body)
    return picturesIn(body).map((id) => ({ table: 'pictures', id }))
  },
  // Readers see the words of a version, and none of its pictures.
  versions: (row) => nothingElse(refuseMalformed(read(VersionRow, row).body)),
  corrections: (row) => nothingElse(read(CorrectionRow, row)),
  bylines: (row) => nothingElse(read(z.object({ role: z.enum(bylineRoles) }), row)),
  addresses: (row) => {
    const { kind, thing_id } = read(AddressRow, row)
    return [{ table: things[kind], id: thing_id }]
  },
}

function refuseMalformed(body: ArticleDocument) {
  try {
    readDocument(body)
  } catch (error) {
    throw new Error(`“body”: ${(error as Error).message}`)
  }
}

const nothingElse = (_: unknown): Mention[] => []

function read<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const checked = schema.safeParse(value)
  if (checked.success) return checked.data
  const issue = checked.error.issues[0]!
  throw new Error(`“${issue.path.join('.')}”: ${issue.message}`)
}
