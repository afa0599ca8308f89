import './amending.css'
import { useId, useRef, useState } from 'react'
import { Button, Checkbox, Label, Text, TextArea, TextField } from 'react-aria-components'
import {
  type Amendment,
  type CorrectionKind,
  correctionKinds,
  LONGEST_NOTE,
  mayBeSilent,
} from '../../articles/correction.ts'
import { Fault, Wrong } from '../parts/fields.tsx'
import { unsaved } from '../parts/unsaved.ts'
import { t } from '../texts.ts'

/** What somebody has written of a change so far. */
export type Said = Pick<Amendment, 'note' | 'closes'>

export const nothingSaid: Said = { note: '', closes: false }

/** Takes the words that readers will find with a change, and gives readers the change as what it is. */
export function Amending({
  said: { note, closes },
  onSay,
  suggestion,
  language,
  publish,
}: {
  /** Kept outside: a colleague may undo the change meanwhile, and do it again. */
  said: Said
  onSay: (said: Said) => void
  /** The note that the change itself suggests, for where none is written. */
  suggestion: string
  /** Of the article: the note is written in it. */
  language: string
  publish: (amendment: Amendment) => Promise<unknown>
}) {
  const [lacks, setLacks] = useState(false)
  const [busy, setBusy] = useState<CorrectionKind>()
  const [wrong, tell] = useState<Error>()
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  // It repeats the former wording.
  const suggested = closes || note.trim() ? '' : suggestion
  const publishAs = async (kind: CorrectionKind) => {
    if (busy) return
    const said = mayBeSilent(kind) || note.trim() ? note : suggested
    const isUnsaid = !mayBeSilent(kind) && !said.trim()
    setLacks(isUnsaid)
    if (isUnsaid) {
      // It stands in view already; text and strip keep their places.
      field.current?.focus({ preventScroll: true })
      return
    }
    setBusy(kind)
    tell(undefined)
    await publish({ kind, note: said, closes, suggested: said !== note }).catch(tell)
    setBusy(undefined)
  }
  const rewrite = () => {
    onSay({ note: suggestion, closes })
    field.current?.focus({ preventScroll: true })
  }
  return (
    <div
      className="amending"
      data-noted={note.trim() || closes ? true : undefined}
      {...unsaved(note.trim() !== '', busy !== undefined)}
    >
      <TextField
        className="field"
        value={note}
        onChange={(value) => {
          setLacks(false)
          onSay({ note: value, closes })
        }}
        maxLength={LONGEST_NOTE}
        isInvalid={lacks}
        validationBehavior="aria"
      >
        <Label>{t('amend.note')}</Label>
        <TextArea ref={field} lang={language} dir="auto" rows={1} />
        {suggested && (
          <div className="suggested">
            <Text slot="description">
              <span className="soft">{t('amend.suggested')}</span>{' '}
              <span lang={language} dir="auto">
                {suggested}
              </span>
            </Text>
            <Button className="quiet" onPress={rewrite}>
              {t('amend.rewrite')}
            </Button>
          </div>
        )}
        <Fault>{t('refusal.articles/note')}</Fault>
      </TextField>
      <Checkbox
        className="check"
        isSelected={closes}
        onChange={(value) => onSay({ note, closes: value })}
      >
        <span className="box" aria-hidden="true" />
        <span>{t('amend.closes')}</span>
      </Checkbox>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand beside its buttons. */}
      <div className="amending-kinds" role="group" aria-labelledby={id}>
        <span id={id}>{t('amend.as')}</span>
        <div>
          {correctionKinds.map((kind) => (
            <Button
              key={kind}
              className="button light"
              aria-labelledby={`${id} ${id}-${kind}`}
              onPress={() => void publishAs(kind)}
            >
              <span id={`${id}-${kind}`}>
                <strong>{busy === kind ? t('wait') : t(`amend.${kind}`)}</strong>{' '}
                <span>{t(`amend.${kind}.text`)}</span>
              </span>
            </Button>
          ))}
        </div>
      </div>
      <Wrong error={wrong} />
    </div>
  )
}
