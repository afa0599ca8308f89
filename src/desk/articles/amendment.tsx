import './amendment.css'
import { Checkbox, Label, Radio, RadioGroup, TextArea, TextField } from 'react-aria-components'
import {
  type Amendment,
  type CorrectionKind,
  correctionKinds,
  LONGEST_NOTE,
  mayBeSilent,
} from '../../articles/correction.ts'
import { Fault } from '../parts/fields.tsx'
import { t } from '../texts.ts'

/** What somebody has said of a change so far. */
export type Said = Partial<Pick<Amendment, 'kind'>> & Omit<Amendment, 'kind'>

export const nothingSaid: Said = { note: '', closes: false }

/** Asks what a change of a published article is, and for the words that readers will find with it. */
export function AmendmentQuestion({
  said,
  onSay,
  language,
}: {
  said: Said
  onSay: (said: Said) => void
  /** Of the article: the note is written in it. */
  language: string
}) {
  const { kind, note, closes } = said
  return (
    <div className="amendment">
      <RadioGroup
        className="field"
        value={kind ?? null}
        onChange={(value) => onSay({ ...said, kind: value as CorrectionKind })}
        isRequired
      >
        <Label>{t('amend.question')}</Label>
        {correctionKinds.map((one) => (
          <Radio key={one} value={one} className="choice">
            <span className="dot" aria-hidden="true" />
            <span>
              <strong>{t(`amend.${one}`)}</strong>
              <span className="soft">{t(`amend.${one}.text`)}</span>
            </span>
          </Radio>
        ))}
        <Fault>{t('amend.choose')}</Fault>
      </RadioGroup>
      {kind && (
        <TextField
          className="field"
          value={note}
          onChange={(value) => onSay({ ...said, note: value })}
          maxLength={LONGEST_NOTE}
          isRequired={!mayBeSilent(kind)}
        >
          <Label>{t(mayBeSilent(kind) ? 'amend.note.may' : 'amend.note')}</Label>
          <TextArea lang={language} dir="auto" rows={3} />
          <Fault />
        </TextField>
      )}
      {kind && (
        <Checkbox
          className="check"
          isSelected={closes}
          onChange={(value) => onSay({ ...said, closes: value })}
        >
          <span className="box" aria-hidden="true" />
          <span>{t('amend.closes')}</span>
        </Checkbox>
      )}
    </div>
  )
}
