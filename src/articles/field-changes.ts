import { allCategories, tagsById } from '../categories/categories.ts'
import { contributorsById } from '../contributors/contributors.ts'
import { libraryPictures } from '../media/library.ts'
import { titleOf } from '../media/picture.ts'
import type { Db } from '../platform/database.ts'
import type { ArticleFields } from './fields.ts'

/** A field that says something else, in words a colleague knows; the body is compared by itself. */
export type FieldChange = { field: string; from: string[]; to: string[] }

/** Characters of a value that are shown, and values of one field. */
const LONGEST = 300
const MOST = 50

/** Fields whose words stand in the text of a version. */
const inText = new Set(['body', 'headline', 'standfirst', 'direction'])

/** What two versions say otherwise around the text. */
export async function fieldChanges(
  db: Db,
  before: ArticleFields,
  after: ArticleFields,
): Promise<FieldChange[]> {
  const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) =>
      !inText.has(name) && JSON.stringify(of(before, name)) !== JSON.stringify(of(after, name)),
  )
  if (changed.length === 0) return []
  const names = await namesIn(db, [before, after])
  const shown = (fields: ArticleFields, name: string) =>
    wordsOf(of(fields, name), names)
      .slice(0, MOST)
      .map((words) => words.slice(0, LONGEST))
  return changed.map((field) => ({ field, from: shown(before, field), to: shown(after, field) }))
}

const of = (fields: ArticleFields, name: string) =>
  (fields as Record<string, unknown>)[name] ?? null

/** The names of what fields name by its id. */
async function namesIn(db: Db, all: ArticleFields[]): Promise<ReadonlyMap<string, string>> {
  const contributors = await contributorsById(
    db,
    all.flatMap(({ bylines }) => bylines.map(({ contributorId }) => contributorId)),
  )
  const tags = await tagsById(
    db,
    all.flatMap(({ tagIds }) => tagIds),
  )
  const pictures = await libraryPictures(
    db,
    all.flatMap(({ leadPictureId, socialPictureId }) =>
      [leadPictureId, socialPictureId].filter((id) => id !== null),
    ),
  )
  return new Map([
    ...(await allCategories(db)).map(({ id, name }) => [id, name] as const),
    ...[...tags].map(([id, { name }]) => [id, name] as const),
    ...[...contributors].map(([id, { name }]) => [id, name] as const),
    ...pictures.map((picture) => [picture.id, titleOf(picture)] as const),
  ])
}

function wordsOf(value: unknown, names: ReadonlyMap<string, string>): string[] {
  if (value === null || value === '') return []
  if (Array.isArray(value)) return value.flatMap((one) => wordsOf(one, names))
  if (typeof value === 'object') {
    const { contributorId, role } = value as { contributorId: string; role: string }
    // The role is a word of the desk's, which says it in its own language.
    return [`${names.get(contributorId) ?? '…'}\t${role}`]
  }
  return [names.get(String(value)) ?? String(value)]
}
