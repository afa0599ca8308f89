import { surfaces } from '../design/colour.ts'
import { iconPath, iconSizes, withoutArticle } from '../media/icon.ts'
import { iconNow } from '../media/icons.ts'
import { newsroomNow } from '../newsroom/settings.ts'
import type { House } from '../platform/http.ts'
import { directionOf } from '../platform/language.ts'

/** Letters of a name that fit under an icon on a phone. */
const SHORT = 12

/** The web app manifest (W3C): what a phone shows of the newsroom beside its other programs. */
export async function manifestText({ db }: Pick<House, 'db'>): Promise<string> {
  const newsroom = await newsroomNow(db)
  const icon = await iconNow(db)
  const { name, tagline, language, colours } = newsroom
  return JSON.stringify({
    id: '/',
    name,
    short_name: name.length <= SHORT ? name : withoutArticle(name),
    ...(tagline ? { description: tagline } : {}),
    lang: language,
    dir: directionOf(language),
    start_url: '/',
    scope: '/',
    // Readers go on from page to page and back.
    display: 'minimal-ui',
    theme_color: colours.accent,
    background_color: surfaces.light.paper,
    icons: [false, true].flatMap((maskable) =>
      [iconSizes.small, iconSizes.large].map((size) => ({
        src: iconPath(icon, size, maskable),
        sizes: `${size}x${size}`,
        type: 'image/png',
        purpose: maskable ? 'maskable' : 'any',
      })),
    ),
  })
}
