import { useId, useState } from 'react'
import { Input, Label, Text, TextArea, TextField } from 'react-aria-components'
import type { LibraryPicture } from '../../media/picture.ts'
import { instantAt, wallTime } from '../../platform/zone.ts'
import { useMe } from '../frame.tsx'
import { Line } from '../parts/fields.tsx'
import { t } from '../texts.ts'

/** What a colleague says of a picture, as it stands in a form. */
export type Words = Pick<
  LibraryPicture,
  'alt' | 'caption' | 'credit' | 'licence' | 'source' | 'terms' | 'expires' | 'focalX' | 'focalY'
>

export const wordsOf = (picture: LibraryPicture): Words => {
  const { alt, caption, credit, licence, source, terms, expires, focalX, focalY } = picture
  return { alt, caption, credit, licence, source, terms, expires, focalX, focalY }
}

/** Which of a picture's words were read from its file, as long as they stand in the form as they were read. */
export const readIn = (picture: LibraryPicture, words: Partial<Words>) => (name: keyof Words) =>
  (picture.fromFile as string[]).includes(name) && words[name] === picture[name]

/** Licences that are offered; any other can be typed. */
const licences = [
  'All rights reserved',
  'CC BY 4.0',
  'CC BY-SA 4.0',
  'CC BY-NC 4.0',
  'CC0 1.0',
  'Public domain',
]

type Saying<Name extends keyof Words> = {
  /** Whether it was read from the picture's file, and nobody has changed it since. */
  isRead?: boolean
  value: Words[Name]
  onChange: (value: Words[Name]) => void
}

const Credit = ({ isRead, value, onChange }: Saying<'credit'>) => (
  <Line
    label={t('pictures.credit')}
    description={t(isRead ? 'pictures.read' : 'pictures.credit.about')}
    value={value}
    onChange={onChange}
  />
)

const Licence = ({ isRead, value, onChange }: Saying<'licence'>) => {
  const offered = useId()
  return (
    <TextField className="field" value={value} onChange={onChange}>
      <Label>{t('pictures.licence')}</Label>
      <Input list={offered} dir="auto" />
      <datalist id={offered}>
        {licences.map((licence) => (
          <option key={licence} value={licence} />
        ))}
      </datalist>
      <Text slot="description" className="soft">
        {t(isRead ? 'pictures.read' : 'pictures.licence.about')}
      </Text>
    </TextField>
  )
}

/** Whose a picture is, and by what right it is shown. */
export const Rights = ({
  words,
  isRead,
  say,
}: {
  words: Pick<Words, 'credit' | 'licence'>
  isRead?: (name: keyof Words) => boolean
  say: (news: Partial<Pick<Words, 'credit' | 'licence'>>) => void
}) => (
  <>
    <Credit
      isRead={isRead?.('credit') ?? false}
      value={words.credit}
      onChange={(credit) => say({ credit })}
    />
    <Licence
      isRead={isRead?.('licence') ?? false}
      value={words.licence}
      onChange={(licence) => say({ licence })}
    />
  </>
)

export const Area = ({
  label,
  description,
  value,
  onChange,
}: {
  label: string
  description?: string
  value: string
  onChange: (value: string) => void
}) => (
  <TextField className="field" value={value} onChange={onChange}>
    <Label>{label}</Label>
    <TextArea rows={2} dir="auto" />
    {description && (
      <Text slot="description" className="soft">
        {description}
      </Text>
    )}
  </TextField>
)

/** From when on nobody may see a picture, by the newsroom's clock, as everything else that happens at a time. */
export function Expiry({ isRead, value, onChange }: Saying<'expires'>) {
  const zone = useMe().data?.newsroom.timezone ?? 'UTC'
  const [typed, setTyped] = useState('')
  const meant = (typed && instantAt(typed, zone)?.toISOString()) || null
  const told = value && wallTime(new Date(value), zone)
  return (
    <Line
      label={t('pictures.expires')}
      description={t(isRead ? 'pictures.expires.read' : 'pictures.expires.about', { zone })}
      type="datetime-local"
      // A year that is being typed is one of long ago: told anew it would be another.
      value={(meant === value ? typed : told) ?? ''}
      onChange={(typed) => {
        setTyped(typed)
        onChange((typed && instantAt(typed, zone)?.toISOString()) || null)
      }}
    />
  )
}
