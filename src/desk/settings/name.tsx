import { useState } from 'react'
import { Newsroom } from '../../newsroom/newsroom.ts'
import { Area, Line } from '../parts/fields.tsx'
import { Fill } from '../parts/form.tsx'
import { t } from '../texts.ts'
import { Mark } from './mark.tsx'
import { type FormProps, Section } from './section.tsx'
import { rule } from './settings.tsx'

const shape = Newsroom.shape

/** What the paper is called, and its marks. */
export const NameScreen = () => (
  <Section title="settings.newsroom" about="settings.newsroom.about" form={NameForm} />
)

function NameForm({ newsroom, change }: FormProps) {
  const [{ name, tagline, imprint, logo, icon }, setDraft] = useState(newsroom)
  const set = (changes: Partial<Newsroom>) => setDraft((before) => ({ ...before, ...changes }))
  return (
    <Fill
      submit={t('save')}
      isChanged={logo !== newsroom.logo || icon !== newsroom.icon}
      onSubmit={() => change({ name, tagline, imprint, logo, icon })}
    >
      <Line
        label={t('settings.name')}
        value={name}
        onChange={(name) => set({ name })}
        validate={rule(shape.name, t('settings.characters', { most: 80 }))}
        validationBehavior="aria"
        isRequired
      />
      <Line
        label={t('settings.tagline')}
        description={t('settings.tagline.about')}
        value={tagline}
        onChange={(tagline) => set({ tagline })}
        validate={rule(shape.tagline, t('settings.characters', { most: 200 }))}
        validationBehavior="aria"
      />
      <Area
        label={t('settings.imprint')}
        description={t('settings.imprint.about')}
        value={imprint}
        onChange={(imprint) => set({ imprint })}
        validate={rule(shape.imprint, t('settings.characters', { most: 500 }))}
        validationBehavior="aria"
      />
      <Mark
        label={t('settings.logo')}
        about={t('settings.logo.about')}
        id={logo}
        onChange={(logo) => set({ logo })}
      />
      <Mark
        label={t('settings.icon')}
        about={t('settings.icon.about')}
        id={icon}
        onChange={(icon) => set({ icon })}
      />
    </Fill>
  )
}
