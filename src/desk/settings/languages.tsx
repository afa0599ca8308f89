import { useState } from 'react'
import { Newsroom } from '../../newsroom/newsroom.ts'
import { Line } from '../parts/fields.tsx'
import { Fill } from '../parts/form.tsx'
import { t } from '../texts.ts'
import { languageNamed } from './named.ts'
import { type FormProps, Section } from './section.tsx'
import { rule } from './settings.tsx'

const { language: Language, timezone: Timezone } = Newsroom.shape

/** The paper's own language and its clock. */
export const LanguagesScreen = () => (
  <Section title="settings.languages" about="settings.languages.about" form={LanguagesForm} />
)

function LanguagesForm({ newsroom, change }: FormProps) {
  const [language, setLanguage] = useState(newsroom.language)
  const [timezone, setTimezone] = useState(newsroom.timezone)
  return (
    <Fill submit={t('save')} onSubmit={() => change({ language, timezone })}>
      <Line
        label={t('settings.language')}
        description={languageNamed(language) ?? t('settings.language.about')}
        value={language}
        onChange={setLanguage}
        validate={rule(Language, t('settings.language.wrong'))}
        validationBehavior="aria"
        isRequired
      />
      <Line
        label={t('settings.timezone')}
        description={t('settings.timezone.about')}
        value={timezone}
        onChange={setTimezone}
        validate={rule(Timezone, t('settings.timezone.wrong'))}
        validationBehavior="aria"
        isRequired
      />
    </Fill>
  )
}
