import { Children, Fragment, type ReactElement } from 'react'
import { Refused } from '../client.ts'
import { around, type TextKey, t } from '../texts.ts'

/** What the server says in its own words, whatever the desk's language is. */
export const English = ({ children }: { children: string }) => (
  <span lang="en" dir="ltr">
    {children}
  </span>
)

/** Why something did not work. */
export const Why = ({ error }: { error: Error }) => {
  if (!(error instanceof Refused)) return error.message
  if (error.status === 401)
    return (
      <>
        {error.message}{' '}
        <a href="/desk/sign-in" target="_blank" rel="noreferrer">
          {t('unsaved.in')}
        </a>
      </>
    )
  return error.isEnglish ? <English>{error.message}</English> : error.message
}

/** A message around elements. */
export const Around = ({
  text,
  values,
}: {
  text: TextKey
  values: Record<string, string | number | ReactElement>
}) => Children.toArray(around(text, values))

/** A few things in a row, each in its own direction. */
export const InRow = ({ said }: { said: string[] }) =>
  said.map((one, at) => (
    <Fragment key={one}>
      {at > 0 && ' · '}
      <bdi>{one}</bdi>
    </Fragment>
  ))
