import { pictureWith } from '../media/library.ts'
import type { Original } from '../media/originals.ts'
import type { Picture } from '../media/picture.ts'
import { addPicture } from '../media/pictures.ts'
import type { Tx } from '../platform/database.ts'
import { Refusal } from '../platform/refusals.ts'
import type { Actor } from '../staff/permission.ts'
import { refuseOthers } from './settings.ts'

/** Takes a logo or an icon into the library, unless that has it: its licence and expiry hold for this copy, too. */
export async function addMark(
  tx: Tx,
  actor: Actor,
  original: Original,
  words: { alt: string },
  now: Date,
): Promise<Picture> {
  refuseOthers(actor)
  const known = await pictureWith(tx, original.hash)
  if (known?.expired)
    throw new Refusal(
      'conflict',
      'newsroom/expired',
      'The library has this picture, and it may not be shown any more. Change its expiry there, or choose another.',
    )
  return known ?? (await addPicture(tx, original, words, now, actor.id))
}
