import { texts } from '../design/texts.ts'
import { libraryPictures, pictureWith } from '../media/library.ts'
import type { Original } from '../media/originals.ts'
import type { Embeddable } from '../media/picture.ts'
import { addPicture, editPicture } from '../media/pictures.ts'
import { noteUses } from '../media/uses.ts'
import type { Db, Tx } from '../platform/database.ts'
import { type Commission, commissionById } from './commissions.ts'

/** A guest's portrait. It comes with its credit and with the guest's consent, as every picture that readers see does. */

export type Portrait = {
  name: string
  original: Original
  /** Who took it, as its file says, or empty. */
  credit: string
}

/** Longest credit that is kept. */
const MOST = 300

export const portraitOf = async (db: Db, { picture_id }: Pick<Commission, 'picture_id'>) =>
  picture_id ? (await libraryPictures(db, [picture_id]))[0] : undefined

/** Keeps what a guest sends of their portrait: another file, or who took it. */
export async function keepPortrait(
  tx: Tx,
  commissionId: string,
  portrait: Portrait | undefined,
  credit: string,
  now: Date,
) {
  const row = await commissionById(tx, commissionId)
  const said = credit.trim().slice(0, MOST)
  const id = portrait ? await enter(tx, row, portrait, now) : row.picture_id
  if (!id) return
  if (id !== row.picture_id) {
    await tx.updateTable('commissions').set({ picture_id: id }).where('id', '=', row.id).execute()
    await noteUses(tx, 'commission', { id: row.id, pictureIds: [id] })
  }
  const [picture] = await libraryPictures(tx, [id])
  // Of a picture that the newsroom has credited already, the newsroom says who made it.
  const isTheirs = picture && (picture.source === sourceOf(row) || !picture.credit)
  if (said && isTheirs && picture.credit !== said) await editPicture(tx, id, { credit: said }, now)
}

/** Puts a portrait into the library, unless its file is there: then its credit and its expiry hold for this copy, too. */
async function enter(tx: Tx, row: Commission, { name, original, credit }: Portrait, now: Date) {
  const known = await pictureWith(tx, original.hash)
  if (known) return known.id
  const licence = texts(row.language)('guest.picture.licence', { name: row.name })
  const fromFile: Embeddable[] = credit ? ['credit'] : []
  const words = { name, alt: row.name, credit, licence, source: sourceOf(row), fromFile }
  return (await addPicture(tx, original, words, now)).id
}

const sourceOf = ({ name }: Commission) => `guest: ${name}`
