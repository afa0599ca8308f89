import './library.css'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { useMe } from '../frame.tsx'
import { Title } from '../parts/title.tsx'
import { t } from '../texts.ts'
import { PictureDetails } from './details.tsx'
import { Grid } from './grid.tsx'
import { Choosing, Droppable, Sendings } from './intake.tsx'
import { SayOfMany } from './many.tsx'
import { useSending } from './sending.ts'

/** The picture library. */
export function PicturesScreen() {
  const { open } = useSearch({ strict: false }) as { open?: string }
  const navigate = useNavigate()
  const show = (id: string | undefined) =>
    void navigate({ to: '/pictures', search: (id ? { open: id } : {}) as never })
  const [selected, setSelected] = useState(new Set<string>())
  const { sendings, sendAll, clear } = useSending()
  const mayAdd = useMe().data?.colleague.role.permissions.includes('pictures.add') ?? false
  return (
    <div className="screen wide-screen">
      <Droppable onFiles={(files) => mayAdd && sendAll(files)}>
        <header className="screen-head">
          <Title>{t('pictures.title')}</Title>
          <p>{t('pictures.about')}</p>
          {mayAdd && <Choosing onFiles={sendAll} />}
        </header>
        <Sendings sendings={sendings} onClear={clear} />
        {selected.size > 0 && (
          <div className="chosen-bar" role="status">
            <span>{t('pictures.chosen', { count: selected.size })}</span>
            <SayOfMany ids={[...selected]} onDone={() => setSelected(new Set())} />
            <Button className="quiet" onPress={() => setSelected(new Set())}>
              {t('pictures.chosen.none')}
            </Button>
          </div>
        )}
        <Grid
          onOpen={({ id }) => show(id)}
          selected={selected}
          onSelect={setSelected}
          empty={t('pictures.empty')}
        />
      </Droppable>
      {open && <PictureDetails id={open} onClose={() => show(undefined)} />}
    </div>
  )
}
