import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, GridList, GridListItem, useDragAndDrop } from 'react-aria-components'
import { api, said } from '../client.ts'
import { Ask } from '../parts/dialog.tsx'
import { Area, Choose, Line, Wrong } from '../parts/fields.tsx'
import { Fill, useDoing } from '../parts/form.tsx'
import { t } from '../texts.ts'
import { moved } from './order.ts'
import { Head } from './section.tsx'

const look = () => said(api.settings.categories.$get())

type Category = Awaited<ReturnType<typeof look>>[number]
type Placed = Category & { depth: number }

/** What readers browse by, in its order. */
export function CategoriesScreen() {
  const { data, error } = useQuery({ queryKey: ['categories', 'desk'], queryFn: look })
  const order = useDoing(
    (ids: string[]) => api.settings['category-order'].$put({ json: { ids } }),
    { changes: ['categories'], done: t('saved') },
  )
  const tree = inTree(data ?? [])
  const parentOf = new Map(tree.map(({ id, parentId }) => [id, parentId]))
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) =>
      tree.filter(({ id }) => keys.has(id)).map(({ name }) => ({ 'text/plain': name })),
    // A category is sorted among those beside it; under another one it comes by its form.
    onReorder: ({ keys, target }) => {
      const row = parentOf.get(String(target.key))
      const beside = tree.filter(({ parentId }) => parentId === row)
      const ids = new Set([...keys].map(String).filter((id) => parentOf.get(id) === row))
      if (ids.size > 0)
        order.mutate(
          moved(beside, ids, String(target.key), target.dropPosition).map(({ id }) => id),
        )
    },
  })
  const failed = error ?? order.error
  return (
    <>
      <Head title="settings.categories" about="categories.about">
        <Add />
      </Head>
      <Wrong error={failed} />
      {data && (
        <GridList
          aria-label={t('settings.categories')}
          className="sortable"
          items={tree}
          // What a row shows beside its own category.
          dependencies={[tree]}
          dragAndDropHooks={dragAndDropHooks}
          renderEmptyState={() => <p className="soft pad">{t('categories.none')}</p>}
        >
          {(category) => (
            <GridListItem className="row" textValue={category.name}>
              <div className={`depth-${Math.min(3, category.depth)}`}>
                <span className="draggable">
                  <Button slot="drag" className="tool" aria-label={t('settings.move')}>
                    <span aria-hidden="true">⠿</span>
                  </Button>
                  <strong>
                    <bdi>{category.name}</bdi>
                  </strong>
                </span>
                <span className="soft" dir="ltr">
                  {category.path}
                </span>
              </div>
              <div className="row-ends">
                <Change category={category} all={tree} />
              </div>
            </GridListItem>
          )}
        </GridList>
      )}
    </>
  )
}

/** Each category after the one it is under. */
function inTree(all: readonly Category[]): Placed[] {
  const under = Map.groupBy(all, ({ parentId }) => parentId)
  const below = (parentId: string | null, depth: number): Placed[] =>
    (under.get(parentId) ?? []).flatMap((category) => [
      { ...category, depth },
      ...below(category.id, depth + 1),
    ])
  return below(null, 0)
}

function Add() {
  const [name, setName] = useState('')
  const add = useDoing(() => api.settings.categories.$post({ json: { name, parentId: null } }), {
    changes: ['categories'],
    done: t('saved'),
  })
  return (
    <Ask button={t('categories.add')} title={t('categories.add')} onOpen={() => setName('')}>
      {(close) => (
        <Fill submit={t('categories.add')} onSubmit={() => add.mutateAsync()} onDone={close}>
          <Line label={t('categories.name')} value={name} onChange={setName} isRequired autoFocus />
        </Fill>
      )}
    </Ask>
  )
}

const TOP = 'top'

function Change({ category, all }: { category: Placed; all: Placed[] }) {
  const { id, version, depth: _, ...fields } = category
  const [draft, setDraft] = useState(fields)
  const set = (changes: Partial<typeof fields>) => setDraft({ ...draft, ...changes })
  const change = useDoing(
    () =>
      api.settings.categories[':id'].$put({ param: { id }, json: { version, category: draft } }),
    { changes: ['categories'], done: t('saved') },
  )
  return (
    <Ask
      quiet
      button={t('change')}
      title={category.name}
      label={t('attention.of', { what: t('change'), name: category.name })}
      onOpen={() => setDraft(fields)}
    >
      {(close) => (
        <Fill submit={t('save')} onSubmit={() => change.mutateAsync()} onDone={close}>
          <Line
            label={t('categories.name')}
            value={draft.name}
            onChange={(name) => set({ name })}
            isRequired
            autoFocus
          />
          <Line
            label={t('categories.path')}
            description={t('categories.path.about')}
            value={draft.path}
            onChange={(path) => set({ path })}
            isRequired
          />
          <Choose
            label={t('categories.parent')}
            choices={[
              { id: TOP, name: t('categories.top') },
              ...all.filter((one) => one.id !== id).map((one) => ({ id: one.id, name: one.name })),
            ]}
            value={draft.parentId ?? TOP}
            onChange={(parentId) => set({ parentId: parentId === TOP ? null : parentId })}
          />
          <Area
            label={t('categories.description')}
            value={draft.description}
            maxLength={1000}
            onChange={(description) => set({ description })}
          />
        </Fill>
      )}
    </Ask>
  )
}
