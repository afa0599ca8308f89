import { createHash } from 'node:crypto'
import { emptyDocument, readDocument } from './document.ts'
import type { ArticleFields } from './fields.ts'
import { fieldNames } from './manuscript.ts'

/** The same for two that say the same, however they came to. */
export function digestOf(
  fields: Partial<ArticleFields>,
  names: readonly (keyof ArticleFields)[] = fieldNames,
): string {
  const said = names.map((name) =>
    name === 'body'
      ? readDocument(fields.body ?? emptyDocument).toJSON()
      : name === 'direction'
        ? null
        : (fields[name] ?? null),
  )
  return createHash('sha256').update(JSON.stringify(said)).digest('hex')
}

/** What of an article is its reporting: a change of it is one that readers are told of. */
const reporting = [
  ...['headline', 'standfirst', 'body', 'kind', 'language'],
  ...['datelinePlace', 'datelineDate', 'bylines', 'leadPictureId'],
] as (keyof ArticleFields)[]

/** Whether readers would find two the same. Of a standing page no versions are kept: to them its changes are the same. */
export const isSameToReaders = (one: Partial<ArticleFields>, other: Partial<ArticleFields>) =>
  one.kind === 'page' ||
  other.kind === 'page' ||
  digestOf(one, reporting) === digestOf(other, reporting)

const wordless = reporting.filter((name) => !['headline', 'standfirst', 'body'].includes(name))

/** Whether what two report differs in their words alone. */
export const isSameBesideWords = (one: Partial<ArticleFields>, other: Partial<ArticleFields>) =>
  digestOf(one, wordless) === digestOf(other, wordless)
