import { contrast, surfaces } from '../design/colour.ts'
import { picturesById } from '../media/pictures.ts'
import type { Newsroom, NewsroomFields } from '../newsroom/newsroom.ts'
import { changeNewsroom, newsroomNow } from '../newsroom/settings.ts'
import type { Db, Tx } from '../platform/database.ts'
import { Refusal } from '../platform/refusals.ts'
import { type Actor, lacking, may } from '../staff/permission.ts'
import { versionOf } from './version.ts'

/** Refuses whoever may not change what the newsroom is. */
export function refuseOthers(actor: Actor) {
  if (!may(actor, 'newsroom.change'))
    throw new Refusal('not-allowed', 'newsroom/permission', lacking(actor, 'newsroom.change'))
}

/** The settings for a colleague who may change them, with their version. */
export async function settingsFor(db: Db, actor: Actor) {
  refuseOthers(actor)
  const newsroom = await newsroomNow(db)
  return { version: versionOf(newsroom), newsroom }
}

/** Changes the newsroom's settings from the desk; every page follows. Refuses a change of what somebody else changed. */
export async function changeSettings(
  tx: Tx,
  actor: Actor,
  version: string,
  changes: Partial<NewsroomFields>,
  now: Date,
) {
  const before = await settingsFor(tx, actor)
  if (before.version !== version)
    throw new Refusal(
      'conflict',
      'newsroom/stale',
      'Somebody else has changed the settings meanwhile. Load them again and repeat your change.',
    )
  const newsroom = await changeNewsroom(tx, changes, now, actor.id)
  refuseFaint(newsroom.colours, before.newsroom.colours)
  for (const mark of ['logo', 'icon'] as const) {
    const id = newsroom[mark]
    if (id !== null && !(await picturesById(tx, [id])).has(id))
      throw new Refusal(
        'invalid',
        `newsroom/${mark}`,
        `${mark}: choose a picture of the library; this one is not there.`,
      )
  }
  return { version: versionOf(newsroom), newsroom }
}

/** The least contrast of words with what they stand on (WCAG 2.2, 1.4.3, level AA). */
const AA = 4.5

type Colours = Newsroom['colours']

// Colours that stand from before stay: whoever changes the imprint is not asked for others.
function refuseFaint(colours: Colours, before: Colours) {
  for (const [name, theme] of [
    ['accent', 'light'],
    ['accentDark', 'dark'],
  ] as const) {
    const { paper, tint } = surfaces[theme]
    const least = Math.min(contrast(colours[name], paper), contrast(colours[name], tint))
    if (least < AA && colours[name] !== before[name])
      throw new Refusal(
        'invalid',
        'newsroom/contrast',
        `colours.${name}: ${colours[name]} has a contrast of ${least.toFixed(1)} with the ${theme} pages, and words need ${AA}. Choose a ${theme === 'light' ? 'darker' : 'lighter'} one.`,
      )
  }
}
