import { z } from '@hono/zod-openapi'
import { Id } from '../platform/api.ts'
import { libraryFilters } from './library.ts'
import { embeddables, longest } from './picture.ts'

/** How pictures look to the desk. */

const line = (most: number) => z.string().trim().max(most)
const fraction = z.number().min(0).max(1)

/** What can be said of a picture. */
export const WordsShape = z.object({
  alt: line(longest.alt),
  caption: line(longest.caption),
  credit: line(longest.credit),
  licence: line(longest.licence),
  source: line(longest.source),
  terms: line(longest.terms),
  expires: z.iso
    .datetime({ error: 'Write a time such as 2026-11-27T12:00:00Z.' })
    .transform((time) => new Date(time).toISOString())
    .nullable(),
  focalX: fraction,
  focalY: fraction,
})

export const PictureShape = WordsShape.extend({
  id: Id,
  hash: z.string(),
  width: z.int(),
  height: z.int(),
  name: z.string(),
  format: z.string(),
  bytes: z.int(),
  expires: z.string().nullable(),
  expired: z.string().nullable(),
  added: z.string(),
  addedBy: z.string().nullable(),
  shown: z.string().nullable(),
  version: z.int(),
  uses: z.int(),
  /** What of its words was read from its file, and nobody has changed since. */
  fromFile: z.array(z.enum(embeddables)),
}).openapi('LibraryPicture')

/** Pictures answered at once. */
export const PAGE = 60

export const LibraryQueryShape = z.object({
  search: z.string().max(200).optional(),
  filter: z.enum(libraryFilters).optional(),
  after: Id.optional(),
  /** These instead, in one line with commas. */
  ids: z.string().max(8000).optional(),
})

/** Pictures of which the same is said at once. */
export const MOST_AT_ONCE = 200
