import type { Migration } from 'kysely/migration'
import * as newsroom from './2026-11-23-newsroom.ts'
import * as feeds from './2026-11-24-feeds.ts'
import * as members from './2026-11-24-members.ts'
import * as readership from './2026-11-24-readership.ts'
import * as related from './2026-11-24-related.ts'
import * as search from './2026-11-24-search.ts'
import * as translations from './2026-11-24-translations.ts'
import * as manuscripts from './2026-11-25-manuscripts.ts'
import * as staff from './2026-11-25-staff.ts'
import * as workflow from './2026-11-25-workflow.ts'
import * as board from './2026-11-27-board.ts'
import * as corrections from './2026-11-27-corrections.ts'
import * as front from './2026-11-27-front.ts'
import * as guests from './2026-11-27-guests.ts'
import * as library from './2026-11-27-library.ts'
import * as margin from './2026-11-27-margin.ts'
import * as settings from './2026-11-27-settings.ts'
import * as searchAgain from './2026-11-28-search.ts'
import * as statistics from './2026-11-28-statistics.ts'
import * as deskLanguage from './2026-11-29-desk-language.ts'
import * as stems from './2026-11-29-stems.ts'
import * as whoIsWho from './2026-11-29-who-is-who.ts'
import * as wordsFromFiles from './2026-11-29-words-from-files.ts'

/** Every migration by its name, in order. A released one is never edited. */
export const migrations: Record<string, Migration> = {
  '2026-11-23-newsroom': newsroom,
  '2026-11-24-feeds': feeds,
  '2026-11-24-members': members,
  '2026-11-24-readership': readership,
  '2026-11-24-related': related,
  '2026-11-24-search': search,
  '2026-11-24-translations': translations,
  '2026-11-25-manuscripts': manuscripts,
  '2026-11-25-staff': staff,
  '2026-11-25-workflow': workflow,
  '2026-11-27-board': board,
  '2026-11-27-corrections': corrections,
  '2026-11-27-front': front,
  '2026-11-27-guests': guests,
  '2026-11-27-library': library,
  '2026-11-27-margin': margin,
  '2026-11-27-settings': settings,
  '2026-11-28-search': searchAgain,
  '2026-11-28-statistics': statistics,
  '2026-11-29-desk-language': deskLanguage,
  '2026-11-29-stems': stems,
  '2026-11-29-who-is-who': whoIsWho,
  '2026-11-29-words-from-files': wordsFromFiles,
}
