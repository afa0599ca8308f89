import { useState } from 'react'
import {
  Button,
  Checkbox,
  GridList,
  GridListItem,
  type Selection,
  ToggleButton,
  ToggleButtonGroup,
} from 'react-aria-components'
import type { LibraryPicture } from '../../media/picture.ts'
import { Line, Wrong } from '../parts/fields.tsx'
import { t } from '../texts.ts'
import { type Filter, filters, nameOf, sourceOf, useLibrary, wanting } from './asking.ts'

/** The library's pictures with a search and filters. `onOpen` is what a click does; without it, a click chooses. */
export function Grid({
  onOpen,
  selected,
  onSelect,
  empty,
}: {
  onOpen?: (picture: LibraryPicture) => void
  /** Where several can be chosen: those that are. */
  selected?: Set<string>
  onSelect?: (ids: Set<string>) => void
  /** What is said where there is no picture at all. */
  empty: string
}) {
  const [search, setSearch] = useState('')
  const [filter, setFilter] = useState<Filter>('all')
  const library = useLibrary(search.trim(), filter)
  const pictures = (library.data?.pages.flatMap((page) => page.pictures) ?? []) as LibraryPicture[]
  const isNarrow = search.trim() !== '' || filter !== 'all'
  return (
    <div className="library">
      <div className="library-find">
        <Line type="search" label={t('pictures.search')} value={search} onChange={setSearch} />
        <ToggleButtonGroup
          className="picture-filters"
          aria-label={t('pictures.filter')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[filter]}
          onSelectionChange={(keys) => setFilter([...keys][0] as Filter)}
        >
          {filters.map((id) => (
            <ToggleButton key={id} id={id} className="filter">
              {t(`pictures.filter.${id}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </div>
      <Wrong error={library.error} />
      {library.data && pictures.length === 0 && (
        <p className="library-empty">
          {isNarrow ? t(`pictures.none.${filter === 'all' ? 'search' : filter}`) : empty}
        </p>
      )}
      {pictures.length > 0 && (
        <GridList
          className="pictures"
          aria-label={t('pictures.title')}
          layout="grid"
          items={pictures}
          selectionMode={onSelect ? 'multiple' : 'none'}
          selectedKeys={selected ?? []}
          onSelectionChange={(keys: Selection) =>
            onSelect?.(
              new Set(keys === 'all' ? pictures.map(({ id }) => id) : ([...keys] as string[])),
            )
          }
          {...(onOpen
            ? { onAction: (id) => onOpen(pictures.find((picture) => picture.id === id)!) }
            : {})}
        >
          {(picture) => (
            <GridListItem id={picture.id} textValue={nameOf(picture)} className="picture">
              {onSelect && (
                <Checkbox slot="selection" className="check">
                  <span className="box" aria-hidden="true" />
                </Checkbox>
              )}
              <Thumb picture={picture} />
            </GridListItem>
          )}
        </GridList>
      )}
      {library.hasNextPage && (
        <Button
          className="quiet more-pictures"
          isPending={library.isFetchingNextPage}
          onPress={() => void library.fetchNextPage()}
        >
          {t('pictures.more')}
        </Button>
      )}
    </div>
  )
}

function Thumb({ picture }: { picture: LibraryPicture }) {
  const lacks = wanting(picture)
  return (
    <>
      <span className={picture.expired ? 'thumb over' : 'thumb'}>
        <img src={sourceOf(picture, 320)} alt="" loading="lazy" decoding="async" />
      </span>
      <span className="thumb-name" dir="auto">
        {nameOf(picture)}
      </span>
      <span className="thumb-note soft">
        {lacks ? <strong>{lacks}</strong> : <bdi>{picture.credit}</bdi>}
        {picture.uses === 0 && <span>{t('pictures.unused')}</span>}
      </span>
    </>
  )
}
