import { Button } from 'react-aria-components'
import type { Doc } from 'yjs'
import { bodyIn } from '../../articles/typed.ts'
import { Title } from '../parts/title.tsx'
import { t } from '../texts.ts'

/** Instead of an editor whose newsroom has moved on to another version. What was written waits in the browser. */
export function Outdated({ document, isKept }: { document: Doc; isKept: boolean }) {
  return (
    <section className="screen lost">
      <Title>{t('editor.outdated')}</Title>
      <p className="soft" role="alert">
        {t(isKept ? 'editor.outdated.kept' : 'editor.outdated.copy')}
      </p>
      {!isKept && (
        <div className="field">
          <textarea
            readOnly
            rows={12}
            dir="auto"
            aria-label={t('editor.body')}
            value={wordsOf(document)}
          />
        </div>
      )}
      <p>
        <Button className="button" onPress={() => location.reload()}>
          {t('frame.reload')}
        </Button>
      </p>
    </section>
  )
}

/** Every word of a text, whatever else is in it. */
const wordsOf = (document: Doc) =>
  bodyIn(document)
    .toString()
    .replaceAll(/<\/[^>]+>/g, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\n\n+/g, '\n\n')
    .trim()
