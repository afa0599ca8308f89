import type { ReactNode } from 'react'
import type { Newsroom } from '../../newsroom/newsroom.ts'
import { Wrong } from '../parts/fields.tsx'
import { Title } from '../parts/title.tsx'
import { type TextKey, t } from '../texts.ts'
import { useSettings } from './settings.tsx'

/** The head of a room of the settings: what it is, and what it is for. */
export const Head = ({
  title,
  about,
  children,
}: {
  title: TextKey
  about: TextKey
  children?: ReactNode
}) => (
  <header className="screen-head">
    <Title>{t(title)}</Title>
    <p>{t(about)}</p>
    {children}
  </header>
)

export type FormProps = {
  newsroom: Newsroom
  change: (changes: Partial<Newsroom>) => Promise<unknown>
}

/** A form for some of the settings. It is made anew when somebody's change has come in. */
export function Section({
  title,
  about,
  form: Form,
}: {
  title: TextKey
  about: TextKey
  form: (props: FormProps) => ReactNode
}) {
  const { data, error, change } = useSettings()
  return (
    <>
      <Head title={title} about={about} />
      <Wrong error={error} />
      {data && <Form key={data.version} newsroom={data.newsroom as Newsroom} change={change} />}
    </>
  )
}
