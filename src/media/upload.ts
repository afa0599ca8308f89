import { newsroomNow } from '../newsroom/settings.ts'
import type { Database } from '../platform/database.ts'
import type { Files } from '../platform/files.ts'
import { Refusal } from '../platform/refusals.ts'
import { type Actor, lacking, may } from '../staff/permission.ts'
import { embeddedIn } from './embedded.ts'
import { pictureWith } from './library.ts'
import { keepOriginal } from './originals.ts'
import { embeddables, LARGEST_FILE } from './picture.ts'
import { addPicture } from './pictures.ts'

/** Uploads in memory at a time. Each may be as large as the largest file, and unpacks to more. */
const AT_ONCE = 3
let inHand = 0

function refuseUpload(actor: Actor) {
  if (!may(actor, 'pictures.add'))
    throw new Refusal('not-allowed', 'pictures/add', lacking(actor, 'pictures.add'))
}

/**
 * Takes a picture's file into the library. One that is there already is not added again: its credit, licence and
 * expiry hold for this copy, too. Returns its id and whether it is new.
 */
export async function upload(
  { db, write, files, now }: Pick<Database, 'db' | 'write'> & { files: Files; now: () => Date },
  actor: Actor,
  name: string,
  content: ReadableStream<Uint8Array> | null,
): Promise<{ id: string; isNew: boolean }> {
  refuseUpload(actor)
  if (inHand >= AT_ONCE)
    throw new Refusal(
      'unavailable',
      'pictures/busy',
      'Other pictures are just coming in. Try again in a moment.',
    )
  inHand++
  try {
    const bytes = await whole(content)
    const original = await keepOriginal(files, bytes).catch(sayFull)
    const known = await pictureWith(db, original.hash)
    if (known) return { id: known.id, isNew: false }
    const { language } = await newsroomNow(db)
    const said = await embeddedIn(bytes, language)
    const words = { ...said, name, fromFile: embeddables.filter((one) => one in said) }
    const { id } = await write((tx) => addPicture(tx, original, words, now(), actor.id))
    return { id, isNew: true }
  } finally {
    inHand--
  }
}

/** A body's bytes; one that is too large is not read to its end. */
async function whole(content: ReadableStream<Uint8Array> | null): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of content ?? []) {
    size += part.length
    if (size > LARGEST_FILE)
      throw new Refusal(
        'too-large',
        'pictures/size',
        `The file is larger than ${LARGEST_FILE / 1024 / 1024} MB. Export it smaller.`,
      )
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function sayFull(error: unknown): never {
  if (['ENOSPC', 'EDQUOT'].includes(String((error as NodeJS.ErrnoException).code)))
    throw new Refusal(
      'unavailable',
      'pictures/full',
      'The server’s disk is full. Whoever runs it must make room; then send the picture again.',
    )
  throw error
}
