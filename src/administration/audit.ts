import { headlines } from '../articles/headlines.ts'
import { titles } from '../media/titles.ts'
import type { Db } from '../platform/database.ts'
import { happened, type Sought } from '../platform/history.ts'
import { allColleagues } from '../staff/colleagues.ts'
import { ASKED } from '../staff/sign-in.ts'

/** What an event says beside who and which article. Whatever else is in it is not for the eyes. */
type Told = {
  colleagueId?: string
  pictureId?: string
  settings?: string[]
  from?: string
  to?: string
  roleId?: string
  name?: string
  handler?: string
  articleIds?: string[]
  permissions?: string[]
  why?: string
}

/** Who did what, newest first. */
export async function trail(db: Db, sought: Sought, most: number) {
  const events = await happened(db, { ...sought, but: ASKED }, most)
  const names = new Map((await allColleagues(db)).map(({ id, name }) => [id, name]))
  const articles = await headlines(
    db,
    events.flatMap(({ article_id }) => article_id ?? []),
  )
  const all = events.map(({ payload }) => JSON.parse(payload) as Told)
  const pictures = await titles(
    db,
    all.flatMap(({ pictureId }) => pictureId ?? []),
  )
  return events.map(({ id, type, happened, actor, article_id }, at) => {
    const told = all[at]!
    const title = pictures.get(told.pictureId ?? '')
    return {
      id,
      type,
      happened,
      actor: actor === null ? null : { id: actor, name: names.get(actor) ?? '' },
      article:
        article_id === null ? null : { id: article_id, headline: articles.get(article_id) ?? '' },
      picture: title === undefined ? null : { id: told.pictureId!, title },
      about: aboutOf(told, actor, names),
    }
  })
}

const aboutOf = (
  { colleagueId, settings, from, to, roleId, permissions, name, handler, articleIds, why }: Told,
  actor: string | null,
  names: ReadonlyMap<string, string>,
): string[] =>
  [
    colleagueId && colleagueId !== actor && (names.get(colleagueId) ?? ''),
    ...(settings ?? []),
    from && (to ? `${from} → ${to}` : from),
    name,
    roleId,
    ...(permissions ?? []),
    handler,
    why,
    articleIds && String(articleIds.length),
  ].filter((one): one is string => typeof one === 'string' && one !== '')
