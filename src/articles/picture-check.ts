import { libraryPictures } from '../media/library.ts'
import { lackingIn, titleOf } from '../media/picture.ts'
import type { Db } from '../platform/database.ts'
import { Refusal } from '../platform/refusals.ts'
import type { ArticleFields } from './fields.ts'
import { portraitsIn, shownBy } from './shown.ts'

type Shown = Pick<ArticleFields, 'leadPictureId' | 'socialPictureId' | 'body' | 'bylines'>

const remedies = {
  credit: 'has no credit. Write in its details who made it',
  licence: 'has no licence. Write in its details by what right it is shown',
}

/**
 * Why an article may not show readers its pictures: nobody says of one who made it and by what right it is shown. Those
 * that readers of the article have already (`before`) never stand in the way of a correction; `further` ones come with
 * it.
 */
export async function uncreditedIn(
  db: Db,
  article: Shown,
  before?: Shown,
  further: readonly string[] = [],
): Promise<Refusal | undefined> {
  const had = before ? await facing(db, before) : []
  const fresh = [...(await facing(db, article)), ...further].filter((id) => !had.includes(id))
  const found = new Map((await libraryPictures(db, fresh)).map((picture) => [picture.id, picture]))
  for (const id of fresh) {
    const picture = found.get(id)
    if (!picture)
      return new Refusal(
        'invalid',
        'articles/picture-lost',
        'A picture of this article is not in the library any more. Take it out, or choose another.',
      )
    const [lacking] = lackingIn(picture)
    if (lacking)
      return new Refusal(
        'invalid',
        `articles/picture-${lacking}`,
        `The picture “${titleOf(picture) || 'without a name'}” ${remedies[lacking]}, and publish then.`,
      )
  }
  return undefined
}

/** Every picture that stands before readers with an article. */
const facing = async (db: Db, article: Shown) => [
  ...shownBy(article),
  ...(await portraitsIn(db, article)),
]

/** The fields that name a picture which is not in the library any more. */
export async function lostIn(db: Db, fields: Shown) {
  const names = (['leadPictureId', 'socialPictureId'] as const).filter((name) => fields[name])
  const found = await libraryPictures(
    db,
    names.map((name) => fields[name]!),
  )
  return names.filter((name) => !found.some(({ id }) => id === fields[name]))
}
