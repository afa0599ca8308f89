import type { Db } from '../platform/database.ts'
import type { Files } from '../platform/files.ts'
import { originalName } from './originals.ts'
import { widthsOf } from './picture.ts'
import { originalAt } from './pictures.ts'
import { makeRenditions, renditionName, SOCIAL_WIDTH } from './renditions.ts'

/** Makes a new picture's renditions before the first reader needs them. */
export async function drawRenditions(
  { db, files }: { db: Db; files: Files },
  { hash }: { hash: string },
) {
  const original = await originalAt(db, hash)
  if (original) await makeRenditions(files, original)
}

/** Removes the files of a picture that was taken out of the library, unless another picture has the same. */
export async function removeFiles(
  { db, files }: { db: Db; files: Files },
  removed: { hash: string; format: string; width: number },
) {
  if (await originalAt(db, removed.hash)) return
  await files.remove(originalName(removed))
  await files.remove(renditionName(removed.hash, SOCIAL_WIDTH, 'jpeg'))
  for (const width of widthsOf(removed))
    for (const format of ['webp', 'avif'] as const)
      await files.remove(renditionName(removed.hash, width, format))
}
