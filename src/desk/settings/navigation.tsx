import { useState } from 'react'
import { Button, GridList, GridListItem, useDragAndDrop } from 'react-aria-components'
import { Newsroom } from '../../newsroom/newsroom.ts'
import { Ask } from '../parts/dialog.tsx'
import { Choose, Line } from '../parts/fields.tsx'
import { Fill } from '../parts/form.tsx'
import { t } from '../texts.ts'
import { moved } from './order.ts'
import { type FormProps, Section } from './section.tsx'
import { rule } from './settings.tsx'

const { label: Label, href: Href } = Newsroom.shape.navigation.element.shape

type Entry = Newsroom['navigation'][number]
type Kept = Entry & { id: number }

/** The links at the head and at the foot of every page, in their order. */
export const NavigationScreen = () => (
  <Section title="settings.navigation" about="settings.navigation.about" form={NavigationForm} />
)

let last = 0
const kept = (entry: Entry): Kept => ({ ...entry, id: ++last })

function NavigationForm({ newsroom, change }: FormProps) {
  const [links, setLinks] = useState(() => newsroom.navigation.map(kept))
  const [begun] = useState(links)
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) =>
      links.filter(({ id }) => keys.has(id)).map(({ label }) => ({ 'text/plain': label })),
    onReorder: ({ keys, target }) =>
      setLinks(moved(links, keys as Set<number>, target.key as number, target.dropPosition)),
  })
  return (
    <Fill
      submit={t('save')}
      isChanged={links !== begun}
      onSubmit={() => change({ navigation: links.map(({ id: _, ...link }) => link) })}
    >
      <GridList
        aria-label={t('settings.navigation')}
        className="sortable"
        items={links}
        dragAndDropHooks={dragAndDropHooks}
        renderEmptyState={() => <p className="soft pad">{t('settings.navigation.none')}</p>}
      >
        {(link) => (
          <GridListItem className="row" textValue={link.label}>
            <div>
              <span className="draggable">
                <Button slot="drag" className="tool" aria-label={t('settings.move')}>
                  <span aria-hidden="true">⠿</span>
                </Button>
                <strong>
                  <bdi>{link.label}</bdi>
                </strong>
              </span>
              <span className="soft" dir="ltr">
                {link.href}
              </span>
            </div>
            <div className="row-ends">
              <span className="soft">{t(`settings.navigation.${link.at}`)}</span>
              <LinkForm
                button={t('change')}
                link={link}
                onDone={(entry) =>
                  setLinks(links.map((one) => (one.id === link.id ? { ...one, ...entry } : one)))
                }
              />
              <Button
                className="quiet"
                aria-label={t('attention.of', { what: t('remove'), name: link.label })}
                onPress={() => setLinks(links.filter(({ id }) => id !== link.id))}
              >
                {t('remove')}
              </Button>
            </div>
          </GridListItem>
        )}
      </GridList>
      <LinkForm
        button={t('settings.navigation.add')}
        onDone={(entry) => setLinks([...links, kept(entry)])}
      />
    </Fill>
  )
}

function LinkForm({
  button,
  link = { label: '', href: '', at: 'foot' },
  onDone,
}: {
  button: string
  link?: Entry
  onDone: (entry: Entry) => void
}) {
  const [label, setLabel] = useState(link.label)
  const [href, setHref] = useState(link.href)
  const [at, setAt] = useState<Entry['at']>(link.at)
  const labelRule = rule(Label, t('settings.characters', { most: 60 }))
  const hrefRule = rule(Href, t('settings.href.wrong'))
  const begin = () => {
    setLabel(link.label)
    setHref(link.href)
    setAt(link.at)
  }
  return (
    <Ask quiet button={button} title={button} onOpen={begin}>
      {(close) => (
        <Fill
          submit={t('settings.navigation.take')}
          onSubmit={async () => {
            for (const right of [labelRule(label), hrefRule(href)])
              if (right !== true) throw new Error(right)
            onDone({ label, href, at })
          }}
          onDone={close}
        >
          <Line
            label={t('settings.navigation.label')}
            value={label}
            onChange={setLabel}
            isRequired
            autoFocus
          />
          <Line
            label={t('settings.navigation.href')}
            description={t('settings.navigation.href.about')}
            value={href}
            onChange={setHref}
            validate={(value) => !value || hrefRule(value)}
            validationBehavior="aria"
            isRequired
          />
          <Choose
            label={t('settings.navigation.at')}
            choices={(['head', 'foot'] as const).map((id) => ({
              id,
              name: t(`settings.navigation.${id}`),
            }))}
            value={at}
            onChange={(one) => setAt(one as Entry['at'])}
          />
        </Fill>
      )}
    </Ask>
  )
}
