import { expect, test } from 'vitest'
import * as library from '../../migrations/2026-11-27-library.ts'
import { onEveryDatabase } from '../../test/newsroom.ts'
import { draft } from '../articles/write.ts'
import { addContributor } from '../contributors/contributors.ts'
import { addPicture } from './pictures.ts'

onEveryDatabase('an upgrade', (open) => {
  test('finds out where the pictures of a newsroom stand that has articles already', async () => {
    const n = await open()
    await n.write(async (tx) => {
      const now = n.now()
      const ids: string[] = []
      for (const digit of ['1', '2', '3']) {
        const original = { hash: digit.repeat(32), format: 'png', width: 9, height: 9, bytes: 9 }
        ids.push((await addPicture(tx, original, {}, now)).id)
      }
      const [lead, body, portrait] = ids as [string, string, string]
      await addContributor(tx, { name: 'Ada Haddad', pictureId: portrait }, now)
      for (let count = 0; count < 120; count++) {
        const pictures = [lead, body, body].map((picture) => ({
          type: 'picture',
          attrs: { picture },
        }))
        const gallery = [{ type: 'gallery', content: pictures }]
        await draft(
          tx,
          {
            headline: `Article ${count}`,
            leadPictureId: lead,
            body: { type: 'doc', content: gallery },
          },
          now,
        )
      }
      const uses = () =>
        tx
          .selectFrom('picture_uses')
          .selectAll()
          .orderBy('kind')
          .orderBy('thing_id')
          .orderBy('picture_id')
          .execute()
      const kept = await uses()
      expect(kept).toHaveLength(241)
      await tx.deleteFrom('picture_uses').execute()
      await library.noteUses(tx as never)
      expect(await uses()).toEqual(kept)
    })
  })
})
