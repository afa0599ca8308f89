import { drawRenditions } from './media/jobs.ts'
import type { Db } from './platform/database.ts'
import type { Files } from './platform/files.ts'
import type { Subscribers } from './platform/outbox.ts'

/** Who hears what. */
export const subscribers: Subscribers<{ db: Db; files: Files }> = {
  'picture.added': { drawRenditions },
  'picture.replaced': { drawRenditions },
}
