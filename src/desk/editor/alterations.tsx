import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { languageName } from '../../platform/language.ts'
import { api, said } from '../client.ts'
import { Wrong } from '../parts/fields.tsx'
import { type TextKey, t } from '../texts.ts'

const asked = (articleId: string, revision: string, since: string) =>
  said(
    api.articles[':id'].revisions[':revision'].changes.$get({
      param: { id: articleId, revision },
      query: { since },
    }),
  )

type Changes = Awaited<ReturnType<typeof asked>>

const fieldLabels: Record<string, TextKey> = {
  kind: 'side.kind',
  access: 'side.access',
  seoTitle: 'side.seo',
  socialTitle: 'side.social',
  socialPictureId: 'pictures.social',
  datelinePlace: 'side.place',
  datelineDate: 'side.date',
  language: 'side.language',
  categoryId: 'side.category',
  categoryIds: 'side.categories',
  tagIds: 'side.tags',
  bylines: 'side.bylines',
  leadPictureId: 'pictures.lead',
  path: 'side.path',
}

const blockLabels: Record<string, TextKey> = {
  paragraph: 'block.text',
  heading: 'block.heading',
  bulletList: 'block.bullets',
  orderedList: 'block.numbers',
  blockquote: 'block.quote',
  codeBlock: 'block.code',
  horizontalRule: 'block.rule',
  keptHtml: 'block.kept',
}

const detailLabels: Record<string, TextKey> = {
  attribution: 'block.attribution',
  url: 'block.address',
  title: 'block.title',
  caption: 'block.caption',
  language: 'block.language',
  size: 'block.size',
  folded: 'block.folded',
  dir: 'block.direction',
  alt: 'block.alt.own',
  headline: 'editor.headline',
  level: 'history.level',
  start: 'history.start',
  at: 'history.time',
  kind: 'side.kind',
  picture: 'block.picture',
}

const blockName = (block: string) => t(blockLabels[block] ?? (`block.${block}` as TextKey))

/** What of a list is a list, and not a text in a list. */
const blocksName = (kinds: string[]) =>
  (kinds.length > 1 ? kinds.filter((kind) => kind !== 'paragraph') : kinds)
    .map(blockName)
    .join(' › ')

/** What changed from one version to the next beside the words of the text. */
export function Alterations({
  articleId,
  now,
  before,
}: {
  articleId: string
  now: string
  before: string
}) {
  const { data, error } = useQuery({
    queryKey: ['changes', articleId, now, before],
    queryFn: () => asked(articleId, now, before),
  })
  if (error) return <Wrong error={error} />
  if (!data || (data.fields.length === 0 && data.alterations.length === 0 && !data.cut)) return null
  return (
    <section className="alterations" aria-labelledby="alterations">
      <h3 id="alterations">{t('history.also')}</h3>
      <ul>
        {data.fields.map((change) => (
          <li key={change.field}>
            <Field change={change} />
          </li>
        ))}
        {data.alterations.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same may have happened twice, and nothing here moves
          <li key={index}>
            <Altered one={one} />
          </li>
        ))}
      </ul>
      {data.cut && <p className="soft">{t('history.cut')}</p>}
    </section>
  )
}

function Field({ change: { field, from, to } }: { change: Changes['fields'][number] }) {
  const worded = (all: string[]) => all.map((value) => wordFor(field, value)).join(', ')
  return <FromTo label={t(fieldLabels[field] ?? 'side.kind')} from={worded(from)} to={worded(to)} />
}

function wordFor(field: string, value: string) {
  if (field === 'kind') return t(`kind.${value}` as TextKey)
  if (field === 'access') return t(`access.${value}` as TextKey)
  if (field === 'language') return languageName(value)
  if (field !== 'bylines') return value
  const [name, role] = value.split('\t')
  return `${name} (${t(`role.${role}` as TextKey)})`
}

const FromTo = ({ label, from, to }: { label: string; from: string; to: string }) => (
  <>
    <strong>{label}</strong>{' '}
    {from ? <del dir="auto">{from}</del> : <span className="soft">{t('history.nothing')}</span>}
    <span aria-hidden="true"> {t('history.to')} </span>
    {to ? <ins dir="auto">{to}</ins> : <span className="soft">{t('history.nothing')}</span>}
  </>
)

function Altered({ one }: { one: Changes['alterations'][number] }) {
  if (one.what === 'said')
    return (
      <FromTo
        label={`${blockName(one.block)} · ${t(detailLabels[one.name] ?? 'block.details')}`}
        from={one.from}
        to={one.to}
      />
    )
  if (one.what === 'turned')
    return (
      <>
        <strong>
          {t('history.turned', { from: blocksName(one.from), to: blocksName(one.to) })}
        </strong>{' '}
        <Words>{one.words}</Words>
      </>
    )
  const what = one.what === 'block' ? blockName(one.block) : t(`mark.${one.mark}` as TextKey)
  return (
    <>
      <strong>{t(one.change === 'added' ? 'history.added' : 'history.removed', { what })}</strong>{' '}
      <Words>{one.words}</Words>
      {one.what === 'set' && one.href && (
        <bdi dir="ltr" className="soft">
          {' '}
          {one.href}
        </bdi>
      )}
    </>
  )
}

const Words = ({ children }: { children: ReactNode }) =>
  children ? <q dir="auto">{children}</q> : null
