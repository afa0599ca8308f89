import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { directionOf, languageName, languageTag } from '../../platform/language.ts'
import { Ask } from '../parts/dialog.tsx'
import { Line } from '../parts/fields.tsx'
import { Fill } from '../parts/form.tsx'
import { t } from '../texts.ts'

/** Says that the selected words are in another language, so that they are pronounced, broken and set as its words are. */
export function ForeignTool({ editor }: { editor: Editor }) {
  const [lang, setLang] = useState('')
  const tag = lang.trim() ? languageTag(lang) : undefined
  return (
    <Ask
      quiet
      button={
        <>
          <span aria-hidden="true">Aя</span>
          <span className="unseen">{t('mark.foreign')}</span>
        </>
      }
      title={t('mark.foreign')}
      onOpen={() => setLang(String(editor.getAttributes('foreign').lang ?? ''))}
    >
      {(close) => (
        <Fill
          submit={t('save')}
          onSubmit={async () => {
            const chain = editor.chain().focus().extendMarkRange('foreign')
            if (!lang.trim()) chain.unsetMark('foreign').run()
            else if (!tag) throw new Error(t('mark.foreign.wrong'))
            else chain.setMark('foreign', { lang: tag, dir: directionOf(tag) }).run()
          }}
          onDone={close}
        >
          <Line
            label={t('mark.foreign.which')}
            dir="ltr"
            value={lang}
            onChange={setLang}
            description={tag ? languageName(tag) : t('mark.foreign.about')}
            autoFocus
          />
        </Fill>
      )}
    </Ask>
  )
}
