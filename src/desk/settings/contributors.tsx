import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, Input, Label, SearchField } from 'react-aria-components'
import { contributorKinds } from '../../contributors/contributor.ts'
import { api } from '../client.ts'
import { PictureField } from '../library/field.tsx'
import { Ask } from '../parts/dialog.tsx'
import { Area, Choose, Line, Wrong } from '../parts/fields.tsx'
import { Fill, useDoing } from '../parts/form.tsx'
import { t } from '../texts.ts'
import { type Contributor, changes, look } from './contributor.ts'
import { Merge, Remove } from './contributor-ends.tsx'
import { Head } from './section.tsx'

/** The server names no more at once. */
const MOST = 100

/** Whom bylines name, and what readers are told of them. */
export function ContributorsScreen() {
  const [search, setSearch] = useState('')
  const { data, error } = useQuery({
    queryKey: ['contributors', 'desk', search],
    queryFn: () => look(search),
    placeholderData: (before) => before,
  })
  return (
    <>
      <Head title="settings.contributors" about="contributors.about">
        <Add />
      </Head>
      <SearchField className="field" value={search} onChange={setSearch}>
        <Label>{t('contributors.search')}</Label>
        <Input dir="auto" />
      </SearchField>
      <Wrong error={error} />
      {data?.length === 0 && (
        <p className="soft">{t(search ? 'contributors.unfound' : 'contributors.none')}</p>
      )}
      <ul className="rows">
        {data?.map((contributor) => (
          <Row key={contributor.id} contributor={contributor} />
        ))}
      </ul>
      {data?.length === MOST && <p className="soft">{t('contributors.many', { count: MOST })}</p>}
    </>
  )
}

const Row = ({ contributor }: { contributor: Contributor }) => (
  <li className="row">
    <div>
      <strong>
        <bdi>{contributor.name}</bdi>
      </strong>
      <span className="soft">
        {t(`contributors.kind.${contributor.kind}`)} · <bdi dir="ltr">{contributor.path}</bdi>
      </span>
      {contributor.awaited && (
        <span className="soft" dir="auto">
          {t('contributors.awaited', {
            text: `${contributor.awaited.biography} ${contributor.awaited.disclaimer}`.trim(),
          })}
        </span>
      )}
    </div>
    <div className="row-ends">
      <Change contributor={contributor} />
      <Merge contributor={contributor} />
      <Remove contributor={contributor} />
    </div>
  </li>
)

function Add() {
  const [name, setName] = useState('')
  const add = useDoing(() => api.contributors.$post({ json: { name } }), {
    changes,
    done: t('saved'),
  })
  return (
    <Ask button={t('contributors.add')} title={t('contributors.add')} onOpen={() => setName('')}>
      {(close) => (
        <Fill submit={t('contributors.add')} onSubmit={() => add.mutateAsync()} onDone={close}>
          <Line
            label={t('contributors.name')}
            value={name}
            onChange={setName}
            isRequired
            autoFocus
          />
        </Fill>
      )}
    </Ask>
  )
}

function Change({
  contributor: { id, version, awaited: _, ...fields },
}: {
  contributor: Contributor
}) {
  const [draft, setDraft] = useState(fields)
  const set = (changed: Partial<typeof fields>) => setDraft({ ...draft, ...changed })
  const change = useDoing(
    () =>
      api.settings.contributors[':id'].$put({
        param: { id },
        json: { version, contributor: draft },
      }),
    { changes, done: t('saved') },
  )
  return (
    <Ask
      quiet
      button={t('change')}
      title={fields.name}
      label={t('attention.of', { what: t('change'), name: fields.name })}
      onOpen={() => setDraft(fields)}
    >
      {(close) => (
        <Fill submit={t('save')} onSubmit={() => change.mutateAsync()} onDone={close}>
          <Line
            label={t('contributors.name')}
            value={draft.name}
            onChange={(name) => set({ name })}
            isRequired
            autoFocus
          />
          <Choose
            label={t('contributors.kind')}
            choices={contributorKinds.map((kind) => ({
              id: kind,
              name: t(`contributors.kind.${kind}`),
            }))}
            value={draft.kind}
            onChange={(kind) => set({ kind: kind as Contributor['kind'] })}
          />
          <Area
            label={t('contributors.biography')}
            value={draft.biography}
            maxLength={5000}
            onChange={(biography) => set({ biography })}
          />
          <PictureField
            label={t('contributors.portrait')}
            value={draft.pictureId}
            onChange={(pictureId) => set({ pictureId })}
          />
          <Links links={draft.links} onChange={(links) => set({ links })} />
          <Area
            label={t('contributors.disclaimer')}
            description={t('contributors.disclaimer.about')}
            value={draft.disclaimer}
            maxLength={5000}
            onChange={(disclaimer) => set({ disclaimer })}
          />
          <Line
            label={t('categories.path')}
            description={t('categories.path.about')}
            value={draft.path}
            onChange={(path) => set({ path })}
            isRequired
          />
        </Fill>
      )}
    </Ask>
  )
}

/** Where else somebody is found. */
function Links({
  links,
  onChange,
}: {
  links: Contributor['links']
  onChange: (links: Contributor['links']) => void
}) {
  const set = (place: number, changed: Partial<Contributor['links'][number]>) =>
    onChange(links.map((link, at) => (at === place ? { ...link, ...changed } : link)))
  return (
    <fieldset className="plain">
      <legend>{t('contributors.links')}</legend>
      {links.map(({ label, href }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a link has nothing of its own but its place
        <div key={place} className="with-end">
          <Line
            label={t('contributors.link.label')}
            value={label}
            onChange={(label) => set(place, { label })}
            isRequired
          />
          <Line
            label={t('contributors.link.href')}
            value={href}
            onChange={(href) => set(place, { href })}
            isRequired
          />
          <Button
            className="quiet"
            aria-label={t('attention.of', { what: t('remove'), name: label || href })}
            onPress={() => onChange(links.filter((_, at) => at !== place))}
          >
            {t('remove')}
          </Button>
        </div>
      ))}
      <Button className="quiet" onPress={() => onChange([...links, { label: '', href: '' }])}>
        {t('contributors.link.add')}
      </Button>
    </fieldset>
  )
}
