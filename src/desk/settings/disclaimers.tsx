import { useState } from 'react'
import { Button } from 'react-aria-components'
import { languageTag } from '../../platform/language.ts'
import { Area, Line, Wrong } from '../parts/fields.tsx'
import { Fill } from '../parts/form.tsx'
import { t } from '../texts.ts'
import { languageNamed } from './named.ts'
import { type FormProps, Section } from './section.tsx'

const kinds = ['guest', 'opinion'] as const

/** What stands under the articles of guests and under opinion, in each language. */
export const DisclaimersScreen = () => (
  <Section title="settings.disclaimers" about="settings.disclaimers.about" form={Disclaimers} />
)

function Disclaimers({ newsroom, change }: FormProps) {
  const [texts, setTexts] = useState(newsroom.disclaimers)
  return (
    <Fill
      submit={t('save')}
      isChanged={texts !== newsroom.disclaimers}
      onSubmit={() => change({ disclaimers: texts })}
    >
      {kinds.map((kind) => (
        <fieldset key={kind} className="colour">
          <legend>{t(`settings.disclaimers.${kind}`)}</legend>
          {Object.entries(texts[kind]).map(([language, text]) => (
            <div key={language} className="with-end">
              <Area
                label={languageNamed(language) ?? language}
                value={text}
                maxLength={2000}
                dir="auto"
                onChange={(text) =>
                  setTexts({ ...texts, [kind]: { ...texts[kind], [language]: text } })
                }
              />
              {language !== 'und' && (
                <Button
                  className="quiet"
                  aria-label={t('attention.of', {
                    what: t('remove'),
                    name: languageNamed(language) ?? language,
                  })}
                  onPress={() => {
                    const { [language]: _, ...rest } = texts[kind]
                    setTexts({ ...texts, [kind]: rest })
                  }}
                >
                  {t('remove')}
                </Button>
              )}
            </div>
          ))}
          <Another
            onAdd={(tag) => setTexts({ ...texts, [kind]: { ...texts[kind], [tag]: '' } })}
            taken={Object.keys(texts[kind])}
          />
        </fieldset>
      ))}
    </Fill>
  )
}

function Another({ taken, onAdd }: { taken: string[]; onAdd: (tag: string) => void }) {
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const add = () => {
    const tag = languageTag(typed)
    setWrong(!tag)
    if (!tag) return
    if (!taken.includes(tag)) onAdd(tag)
    setTyped('')
  }
  return (
    <>
      <div className="with-end">
        <Line
          label={t('settings.language.another')}
          description={t('settings.language.about')}
          value={typed}
          onChange={setTyped}
        />
        <Button className="quiet" onPress={add}>
          {t('settings.language.add')}
        </Button>
      </div>
      {wrong && <Wrong>{t('settings.language.wrong')}</Wrong>}
    </>
  )
}
