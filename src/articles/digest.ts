import { createHash } from 'node:crypto'
import { emptyDocument, readDocument } from './document.ts'
import type { ArticleFields } from './fields.ts'
import { fieldNames } from './manuscript.ts'

/** The same for two that say the same, however they came to. */
export function digestOf(fields: Partial<ArticleFields>): string {
  const said = fieldNames.map((name) =>
    name === 'body'
      ? readDocument(fields.body ?? emptyDocument).toJSON()
      : name === 'direction'
        ? null
        : (fields[name] ?? null),
  )
  return createHash('sha256').update(JSON.stringify(said)).digest('hex')
}
