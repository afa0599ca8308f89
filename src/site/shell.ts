import { fronts } from '../articles/feeds.ts'
import { allCategories } from '../categories/categories.ts'
import type { Category } from '../categories/category.ts'
import type { Icon } from '../media/icon.ts'
import { iconNow } from '../media/icons.ts'
import type { Picture } from '../media/picture.ts'
import { picturesById } from '../media/pictures.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import { newsroomNow } from '../newsroom/settings.ts'
import type { House } from '../platform/http.ts'

/** What every page shows around its own matter. */
export type Shell = {
  newsroom: Newsroom
  logo: Picture | null
  icon: Icon
  categories: Category[]
  /** Languages that have a front page, the newsroom's own among them. */
  fronts: string[]
}

/** Loaded once and kept until one of its parts is touched. */
export const shell = ({ db, pages }: Pick<House, 'db' | 'pages'>): Promise<Shell> =>
  pages.memo('shell', async () => {
    const newsroom = await newsroomNow(db)
    const logo = newsroom.logo
      ? ((await picturesById(db, [newsroom.logo])).get(newsroom.logo) ?? null)
      : null
    return {
      newsroom,
      logo,
      icon: await iconNow(db),
      categories: await allCategories(db),
      fronts: await fronts(db),
    }
  })
