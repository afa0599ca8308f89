import { contributorsById } from '../contributors/contributors.ts'
import { stored } from '../media/pictures.ts'
import { usesOf } from '../media/uses.ts'
import type { Db } from '../platform/database.ts'

/** A place where a picture stands, as the library names it. */
export type NamedUse = {
  kind: 'article' | 'manuscript' | 'contributor' | 'commission' | 'logo' | 'icon'
  id: string
  /** A headline or a name. */
  name: string
  /** Of an article: how it stands. */
  status: string | null
}

/**
 * Where a picture stands. An article whose manuscript shows it too is one place; `manuscript` means that readers do
 * not have it there yet, or any more once the changes are published.
 */
export async function namedUses(db: Db, pictureId: string): Promise<NamedUse[]> {
  await stored(db, pictureId)
  const uses = await usesOf(db, pictureId)
  const idsOf = (...kinds: string[]) =>
    uses.filter(({ kind }) => kinds.includes(kind)).map(({ thingId }) => thingId)
  const ids = idsOf('article', 'manuscript')
  const articles =
    ids.length === 0
      ? []
      : await db
          .selectFrom('articles')
          .select(['id', 'headline', 'status'])
          .where('id', 'in', ids)
          .orderBy('edited', 'desc')
          .orderBy('id')
          .limit(MOST)
          .execute()
  const shown = idsOf('article')
  const contributors = await contributorsById(db, idsOf('contributor'))
  return [
    ...uses
      .filter(({ kind }) => kind === 'logo' || kind === 'icon')
      .map(({ kind }) => ({ kind, id: 'newsroom', name: '', status: null })),
    ...articles.map(({ id, headline, status }) => ({
      kind: shown.includes(id) ? ('article' as const) : ('manuscript' as const),
      id,
      name: headline,
      status,
    })),
    ...[...contributors.values()].map(({ id, name }) => ({
      kind: 'contributor' as const,
      id,
      name,
      status: null,
    })),
    ...idsOf('commission').map((id) => ({
      kind: 'commission' as const,
      id,
      name: '',
      status: null,
    })),
  ]
}

/** Articles named at once. */
const MOST = 100
