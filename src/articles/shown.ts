import { contributorsById } from '../contributors/contributors.ts'
import type { Db } from '../platform/database.ts'
import { type ArticleDocument, picturesIn } from './document.ts'

/** The ids of the library's pictures that an article shows, its lead first. */
export const shownBy = (article: {
  leadPictureId: string | null
  socialPictureId: string | null
  body: ArticleDocument
}): string[] => {
  const { leadPictureId, socialPictureId, body } = article
  const all = [leadPictureId, socialPictureId, ...picturesIn(body)]
  return [...new Set(all.filter((id) => id !== null))]
}

/** The portraits of the guests on an article's byline: readers have them with it. */
export async function portraitsIn(
  db: Db,
  { bylines }: { bylines: readonly { contributorId: string }[] },
): Promise<string[]> {
  const contributors = await contributorsById(
    db,
    bylines.map(({ contributorId }) => contributorId),
  )
  return [...contributors.values()].flatMap(({ kind, pictureId }) =>
    kind === 'guest' && pictureId ? [pictureId] : [],
  )
}
