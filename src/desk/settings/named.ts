import { languageName, languageTag } from '../../platform/language.ts'
import { t } from '../texts.ts'

/** What a language is called in itself; `und` stands for every other. */
export const languageNamed = (tag: string) =>
  tag === 'und' ? t('settings.language.any') : languageTag(tag) && languageName(tag)
