import type { House } from '../platform/http.ts'
import { countWords, index } from './indexing.ts'
import { wait } from './waiting.ts'

type Workshop = Pick<House, 'db' | 'write' | 'kind'>

/** A new, changed or withheld article is read anew. */
export const readAgain = ({ write, kind }: Workshop, { articleId }: { articleId: string }) =>
  write(async (tx) => countWords(tx, await index(tx, kind, [articleId])))

/** What an import brought waits for its turn in the background. */
export const readLater = ({ write }: Workshop, { articleIds }: { articleIds: string[] }) =>
  write((tx) => wait(tx, articleIds))

/** A contributor's articles are found by their new name. */
export const renameContributor = (
  { write }: Workshop,
  { contributorId }: { contributorId: string },
) =>
  write(async (tx) => {
    await tx
      .insertInto('search_waiting')
      .columns(['article_id'])
      .expression(
        tx
          .selectFrom('bylines')
          .select('article_id')
          .distinct()
          .where('contributor_id', '=', contributorId),
      )
      .onConflict((conflict) => conflict.column('article_id').doNothing())
      .execute()
  })

/** A tag's articles are found by its new name. */
export const renameTag = ({ write }: Workshop, { tagId }: { tagId: string }) =>
  write(async (tx) => {
    await tx
      .insertInto('search_waiting')
      .columns(['article_id'])
      .expression(tx.selectFrom('article_tags').select('article_id').where('tag_id', '=', tagId))
      .onConflict((conflict) => conflict.column('article_id').doNothing())
      .execute()
  })
