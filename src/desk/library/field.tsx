import { useState } from 'react'
import { Button } from 'react-aria-components'
import { t } from '../texts.ts'
import { nameOf, sourceOf, usePicture } from './asking.ts'
import { PictureBrief } from './brief.tsx'
import { PickPicture } from './pick.tsx'

/** One picture that is said of an article beside its text. */
export function PictureField({
  label,
  about,
  value,
  onChange,
}: {
  label: string
  about?: string
  value: string | null
  onChange: (id: string | null) => void
}) {
  const [isPicking, setPicking] = useState(false)
  return (
    <fieldset className="picture-field plain">
      <legend>{label}</legend>
      {about && <p className="soft">{about}</p>}
      {value && <Shown id={value} />}
      <div className="row-ends">
        <Button className="quiet" onPress={() => setPicking(true)}>
          {value ? t('pictures.other') : t('pictures.choose')}
        </Button>
        {value && (
          <Button className="quiet" onPress={() => onChange(null)}>
            {t('remove')}
          </Button>
        )}
      </div>
      {value && (
        <details className="more">
          <summary>{t('pictures.details')}</summary>
          <PictureBrief id={value} />
        </details>
      )}
      <PickPicture
        isOpen={isPicking}
        onClose={() => setPicking(false)}
        onPick={({ id }) => onChange(id)}
      />
    </fieldset>
  )
}

function Shown({ id }: { id: string }) {
  const { data } = usePicture(id)
  if (!data) return <p className="soft">…</p>
  return <img src={sourceOf(data, 640)} alt={nameOf(data)} />
}
