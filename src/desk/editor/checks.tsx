import { useCallback, useState } from 'react'
import type { Doc } from 'yjs'
import { readingMinutes } from '../../articles/article.ts'
import { type Check, checksOf } from '../../articles/checks.ts'
import { documentText, picturesIn, wordCount } from '../../articles/document.ts'
import { opinionSection } from '../../articles/label.ts'
import { usePictures } from '../library/asking.ts'
import { t } from '../texts.ts'
import { bodyJson } from './body.ts'
import { useCategories } from './categories.ts'
import { type Fields, useBodyChange } from './fields.ts'

/** Milliseconds after the last keystroke: nobody is warned of a word they are still typing. */
const PAUSE_MS = 1200

/** How long the text is, and what an editor may want to look at again. */
export function Checks({ document, fields }: { document: Doc; fields: Fields }) {
  const [body, setBody] = useState(() => bodyJson(document))
  const look = useCallback(() => setBody(bodyJson(document)), [document])
  useBodyChange(document, look, PAUSE_MS)
  const words = wordCount(documentText(body), fields.language)
  const shown = [
    ...new Set([...(fields.leadPictureId ? [fields.leadPictureId] : []), ...picturesIn(body)]),
  ]
  const pictures = usePictures(shown).data ?? new Map()
  const categories = useCategories().data ?? []
  const section = fields.categoryId
    ? opinionSection(categories, fields.categoryId)?.name
    : undefined
  const checks = [
    ...new Map(
      checksOf({ ...fields, body, pictures, section }).map((check) => [
        JSON.stringify(check),
        check,
      ]),
    ).values(),
  ]
  return (
    <footer className="checks">
      <p className="soft">
        {t('editor.words', { count: words })}
        {words > 0 && ` · ${t('editor.minutes', { count: readingMinutes(words) })}`}
      </p>
      {words > 0 && checks.length > 0 && (
        <section aria-label={t('checks.title')}>
          <h2>{t('checks.title')}</h2>
          <ul>
            {checks.map(({ kind, words }) => (
              <li key={`${kind} ${words ?? ''}`}>
                {t(`check.${kind satisfies Check['kind']}`)}
                {words && (
                  <>
                    {' '}
                    <q dir="auto">{words}</q>
                  </>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </footer>
  )
}
