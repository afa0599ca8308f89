import type { Db } from '../platform/database.ts'
import type { Files } from '../platform/files.ts'
import { originalAt } from './pictures.ts'
import { makeRenditions } from './renditions.ts'

/** Makes a new picture's renditions before the first reader needs them. */
export async function drawRenditions(
  { db, files }: { db: Db; files: Files },
  { hash }: { hash: string },
) {
  const original = await originalAt(db, hash)
  if (original) await makeRenditions(files, original)
}
