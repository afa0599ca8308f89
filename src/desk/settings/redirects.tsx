import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, Input, Label, SearchField } from 'react-aria-components'
import { api, said } from '../client.ts'
import { Ask } from '../parts/dialog.tsx'
import { Line, Wrong } from '../parts/fields.tsx'
import { Fill, useDoing } from '../parts/form.tsx'
import { t } from '../texts.ts'
import { Head } from './section.tsx'

const look = (search: string, after: string | undefined) =>
  said(api.redirects.$get({ query: { search, ...(after === undefined ? {} : { after }) } }))

type Redirect = Awaited<ReturnType<typeof look>>[number]

/** Rows of one answer: whether more may follow. */
const AT_ONCE = 50

/** Former addresses, and where they lead. */
export function RedirectsScreen() {
  const [search, setSearch] = useState('')
  const { data, error, fetchNextPage, hasNextPage } = useInfiniteQuery({
    queryKey: ['redirects', search],
    queryFn: ({ pageParam }) => look(search, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => (page.length < AT_ONCE ? undefined : page.at(-1)!.path),
    placeholderData: (before) => before,
  })
  const redirects = data?.pages.flat() ?? []
  return (
    <>
      <Head title="settings.redirects" about="redirects.about">
        <Add />
      </Head>
      <SearchField className="field" value={search} onChange={setSearch}>
        <Label>{t('redirects.search')}</Label>
        <Input dir="ltr" />
      </SearchField>
      <Wrong error={error} />
      {data && redirects.length === 0 && (
        <p className="soft">{t(search ? 'redirects.unfound' : 'redirects.none')}</p>
      )}
      <ul className="rows">
        {redirects.map((redirect) => (
          <Row key={redirect.path} redirect={redirect} />
        ))}
      </ul>
      {hasNextPage && (
        <Button className="quiet" onPress={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  )
}

function Row({ redirect: { path, to } }: { redirect: Redirect }) {
  const remove = useDoing(() => api.redirects.$delete({ query: { path } }), {
    changes: ['redirects'],
    done: t('redirects.removed', { path }),
  })
  return (
    <li className="row">
      <div>
        <strong>
          <bdi dir="ltr">{path}</bdi>
        </strong>
        <span className="soft">
          {to === null ? t('redirects.nowhere') : <bdi dir="ltr">→ {to}</bdi>}
        </span>
        <Wrong error={remove.error} />
      </div>
      <div className="row-ends">
        <Button
          className="quiet"
          aria-label={t('attention.of', { what: t('remove'), name: path })}
          isDisabled={remove.isPending}
          onPress={() => remove.mutate()}
        >
          {t('remove')}
        </Button>
      </div>
    </li>
  )
}

function Add() {
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const add = useDoing(() => api.redirects.$post({ json: { from, to } }), {
    changes: ['redirects'],
    done: t('redirects.added'),
  })
  return (
    <Ask button={t('redirects.add')} title={t('redirects.add')}>
      {(close) => (
        <Fill
          submit={t('redirects.add')}
          onSubmit={() => add.mutateAsync()}
          onDone={() => {
            setFrom('')
            setTo('')
            close()
          }}
        >
          <Line
            label={t('redirects.from')}
            description={t('redirects.from.about')}
            value={from}
            onChange={setFrom}
            isRequired
            autoFocus
          />
          <Line
            label={t('redirects.to')}
            description={t('redirects.to.about')}
            value={to}
            onChange={setTo}
            isRequired
          />
        </Fill>
      )}
    </Ask>
  )
}
