import { useState } from 'react'
import {
  ColorArea,
  ColorField,
  ColorSlider,
  ColorThumb,
  Input,
  Label,
  parseColor,
  SliderTrack,
} from 'react-aria-components'
import { contrast, readable, surfaces } from '../../design/colour.ts'
import { Fill } from '../parts/form.tsx'
import { t } from '../texts.ts'
import { type FormProps, Section } from './section.tsx'

/** The newsroom's colour on light and on dark pages, and whether words in it can be read. */
export const ColoursScreen = () => (
  <Section title="settings.colours" about="settings.colours.about" form={ColoursForm} />
)

function ColoursForm({ newsroom, change }: FormProps) {
  const [colours, setColours] = useState(newsroom.colours)
  return (
    <Fill
      submit={t('save')}
      isChanged={colours !== newsroom.colours}
      onSubmit={() => change({ colours })}
    >
      <div className="colours">
        <Colour
          label={t('settings.colours.light')}
          theme="light"
          value={colours.accent}
          onChange={(accent) => setColours({ ...colours, accent })}
        />
        <Colour
          label={t('settings.colours.dark')}
          theme="dark"
          value={colours.accentDark}
          onChange={(accentDark) => setColours({ ...colours, accentDark })}
        />
      </div>
    </Fill>
  )
}

/** The least contrast of words with what they stand on (WCAG 2.2, 1.4.3, level AA). */
const AA = 4.5

function Colour({
  label,
  theme,
  value,
  onChange,
}: {
  label: string
  theme: 'light' | 'dark'
  value: string
  onChange: (value: string) => void
}) {
  // A slider at either end of the scale forgets its hue unless the colour itself is kept.
  const [colour, setColour] = useState(() => parseColor(value).toFormat('hsb'))
  const { paper, tint, soft, ink } = surfaces[theme]
  const least = Math.min(contrast(value, paper), contrast(value, tint))
  const take = (next: typeof colour | null) => {
    if (!next) return
    setColour(next.toFormat('hsb'))
    onChange(next.toString('hex').toLowerCase())
  }
  return (
    <fieldset className="colour">
      <legend>{label}</legend>
      <div className="colour-shown" style={{ background: paper, color: ink }}>
        {/* As readers see it: in ink where the colour is too faint for words. */}
        <strong style={{ color: readable(value, surfaces[theme]) }}>
          {t('settings.colours.sample')}
        </strong>
        <span style={{ color: soft }}>{t('settings.colours.sample.text')}</span>
        <span className="colour-rule" style={{ background: value }} />
      </div>
      <ColorArea
        className="colour-area"
        value={colour}
        onChange={take}
        xChannel="saturation"
        yChannel="brightness"
        aria-label={label}
      >
        <ColorThumb className="colour-thumb" />
      </ColorArea>
      <ColorSlider value={colour} onChange={take} channel="hue" className="colour-slider">
        <Label className="soft">{t('settings.colours.hue')}</Label>
        <SliderTrack className="colour-track">
          <ColorThumb className="colour-thumb" />
        </SliderTrack>
      </ColorSlider>
      <ColorField className="field" value={colour} onChange={take}>
        <Label>{t('settings.colours.code')}</Label>
        <Input dir="ltr" />
      </ColorField>
      <p className={least < AA ? 'wrong' : 'soft'} role="status">
        {t(least < AA ? `settings.colours.faint.${theme}` : 'settings.colours.fine', {
          contrast: least.toFixed(1),
        })}
      </p>
    </fieldset>
  )
}
