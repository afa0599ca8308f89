import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { api, said } from '../client.ts'
import { useMe } from '../frame.tsx'
import { Ask } from '../parts/dialog.tsx'
import { Line, Wrong } from '../parts/fields.tsx'
import { Fill } from '../parts/form.tsx'
import { moment, t } from '../texts.ts'
import { Head } from './section.tsx'
import { useSettings } from './settings.tsx'

/** Pages that stand alone: About, Imprint, policies. */
export function PagesScreen() {
  const pages = useQuery({ queryKey: ['pages'], queryFn: () => said(api.pages.$get()) })
  const settings = useSettings()
  const timezone = useMe().data?.newsroom.timezone ?? 'UTC'
  const [wrong, setWrong] = useState<Error>()
  const linked = new Set(settings.data?.newsroom.navigation.map(({ href }) => decodeURI(href)))
  const link = (label: string, path: string) => {
    setWrong(undefined)
    const navigation = settings.data!.newsroom.navigation
    settings
      .change({
        navigation: [
          ...navigation,
          { label: label.slice(0, 60), href: encodeURI(path), at: 'foot' },
        ],
      })
      .catch(setWrong)
  }
  return (
    <>
      <Head title="settings.pages" about="pages.about">
        <Begin />
      </Head>
      <Wrong error={pages.error ?? wrong} />
      {pages.data?.length === 0 && <p className="soft">{t('pages.none')}</p>}
      <ul className="rows">
        {pages.data?.map(({ id, headline, path, status, edited }) => (
          <li key={id} className="row">
            <div>
              <Link to={`/articles/${id}` as '/'}>
                <strong>
                  <bdi>{headline}</bdi>
                </strong>
              </Link>
              <span className="soft">
                <bdi dir="ltr">{path}</bdi>
              </span>
              <span className="soft">
                {t('pages.state', {
                  status: t(`status.${status}`),
                  time: moment(edited, timezone),
                })}
              </span>
            </div>
            <div className="row-ends">
              {linked.has(path) ? (
                <span className="soft">{t('pages.linked')}</span>
              ) : (
                status === 'published' &&
                settings.data && (
                  <Button
                    className="quiet"
                    aria-label={t('attention.of', { what: t('pages.link'), name: headline })}
                    onPress={() => link(headline, path)}
                  >
                    {t('pages.link')}
                  </Button>
                )
              )}
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

function Begin() {
  const [headline, setHeadline] = useState('')
  const go = useNavigate()
  return (
    <Ask button={t('pages.begin')} title={t('pages.begin')} onOpen={() => setHeadline('')}>
      {(close) => (
        <Fill
          submit={t('pages.begin.do')}
          onSubmit={() => said(api.pages.$post({ json: { headline } }))}
          onDone={({ id }) => {
            close()
            void go({ to: `/articles/${id}` as '/' })
          }}
        >
          <Line
            label={t('pages.headline')}
            description={t('pages.headline.about')}
            value={headline}
            onChange={setHeadline}
            isRequired
            autoFocus
          />
        </Fill>
      )}
    </Ask>
  )
}
