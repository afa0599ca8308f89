import type { Migration } from 'kysely/migration'
import * as newsroom from './2026-11-23-newsroom.ts'
import * as feeds from './2026-11-24-feeds.ts'
import * as staff from './2026-11-25-staff.ts'

/** Every migration by its name, in order. A released one is never edited. */
export const migrations: Record<string, Migration> = {
  '2026-11-23-newsroom': newsroom,
  '2026-11-24-feeds': feeds,
  '2026-11-25-staff': staff,
}
