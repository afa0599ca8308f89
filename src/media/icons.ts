import { newsroomNow } from '../newsroom/settings.ts'
import type { Db } from '../platform/database.ts'
import { type Icon, iconOf } from './icon.ts'
import { picturesById } from './pictures.ts'

/** The newsroom's icon as it is set up now. */
export async function iconNow(db: Db): Promise<Icon> {
  const newsroom = await newsroomNow(db)
  const picture = newsroom.icon && (await picturesById(db, [newsroom.icon])).get(newsroom.icon)
  return iconOf(newsroom, picture || null)
}
