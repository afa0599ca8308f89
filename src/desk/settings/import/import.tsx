import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, Checkbox, DropZone, FileTrigger, Label, ProgressBar } from 'react-aria-components'
import { api } from '../../client.ts'
import { Ask } from '../../parts/dialog.tsx'
import { Line, Wrong } from '../../parts/fields.tsx'
import { Fill, useDoing } from '../../parts/form.tsx'
import { Around, English } from '../../parts/words.tsx'
import { t } from '../../texts.ts'
import { Head } from '../section.tsx'
import { AccountOf } from './account.tsx'
import { type Arrival, look, useUpload } from './uploading.ts'

/** Milliseconds between two looks at a move that goes on. */
const LOOK_MS = 1000

/** Bringing in another site: upload, look through, bring in. */
export function ImportScreen() {
  const queries = useQueryClient()
  const { data, error } = useQuery({
    queryKey: ['import'],
    queryFn: look,
    refetchInterval: ({ state }) =>
      ['looking', 'bringing'].includes(state.data?.import?.state ?? '') ? LOOK_MS : false,
  })
  const upload = useUpload(() => queries.invalidateQueries({ queryKey: ['import'] }))
  const arrival = data?.import ?? undefined
  return (
    <>
      <Head title="settings.import" about="import.about" />
      <Wrong error={error ?? upload.wrong} />
      {upload.sent ? (
        <Bar label={t('import.uploading')} done={upload.sent.done} size={upload.sent.size} />
      ) : (
        data && <Stage arrival={arrival} onFile={(file) => void upload.send(file)} />
      )}
    </>
  )
}

function Stage({
  arrival,
  onFile,
}: {
  arrival: Arrival | undefined
  onFile: (file: File) => void
}) {
  if (!arrival) return <Choice button={t('import.choose')} onFile={onFile} />
  const { id, state, name, received, size, progress, account } = arrival
  if (state === 'uploading')
    return (
      <>
        <p>{t('import.cut', { name, percent: Math.floor((100 * received) / size) })}</p>
        <Choice button={t('import.on')} onFile={onFile} />
        <End id={id} />
      </>
    )
  if (state === 'looking' || state === 'bringing')
    return (
      <>
        <Bar
          label={t(`import.${state}`, { name })}
          done={progress ? progress.read + (progress.step === 'looking through' ? 0 : size) : 0}
          size={2 * size}
          note={progress ? t('import.items', { count: progress.items }) : t('import.soon')}
        />
        <p className="soft">{t('import.leave')}</p>
        <End id={id} />
      </>
    )
  return (
    <>
      {state === 'failed' && (
        <Wrong>
          <Around
            text="import.failed"
            values={{ name, error: <English>{arrival.error ?? ''}</English> }}
          />
        </Wrong>
      )}
      {account && <AccountOf account={account} isDone={state === 'done'} />}
      {state === 'looked' ? (
        <>
          <Start id={id} isGhost={account?.system === 'ghost'} />
          <End id={id} />
        </>
      ) : (
        <Choice button={t('import.another')} onFile={onFile} />
      )}
    </>
  )
}

const Bar = ({
  label,
  done,
  size,
  note,
}: {
  label: string
  done: number
  size: number
  note?: string
}) => (
  <ProgressBar className="progress" value={(100 * done) / size}>
    {({ percentage, valueText }) => (
      <>
        <Label>{label}</Label>
        <span className="soft">{note ?? valueText}</span>
        <span className="progress-track" aria-hidden="true">
          <span className="progress-done" style={{ inlineSize: `${percentage}%` }} />
        </span>
      </>
    )}
  </ProgressBar>
)

const Choice = ({ button, onFile }: { button: string; onFile: (file: File) => void }) => (
  <DropZone
    className="drop"
    aria-label={t('import.drop')}
    onDrop={({ items }) => {
      const [first] = items
      if (first?.kind === 'file') void first.getFile().then(onFile)
    }}
  >
    <FileTrigger
      acceptedFileTypes={['.xml', '.json']}
      onSelect={(files) => files?.[0] && onFile(files[0])}
    >
      <Button className="button">{button}</Button>
    </FileTrigger>
    <span className="soft">{t('import.drop')}</span>
  </DropZone>
)

function Start({ id, isGhost }: { id: string; isGhost: boolean }) {
  const [fetchPictures, setFetch] = useState(true)
  const [site, setSite] = useState('')
  const start = useDoing(
    () => api.import[':id'].start.$post({ param: { id }, json: { fetchPictures, site } }),
    { changes: ['import'] },
  )
  return (
    <Fill submit={t('import.start')} onSubmit={() => start.mutateAsync()}>
      <Checkbox className="check" isSelected={fetchPictures} onChange={setFetch}>
        <span className="box" aria-hidden="true" />
        {t('import.fetch')}
      </Checkbox>
      {isGhost && (
        <Line
          label={t('import.site')}
          description={t('import.site.about')}
          value={site}
          onChange={setSite}
        />
      )}
    </Fill>
  )
}

function End({ id }: { id: string }) {
  const end = useDoing(() => api.import[':id'].$delete({ param: { id } }), {
    changes: ['import'],
    done: t('import.ended'),
  })
  return (
    <div className="row-ends">
      <Ask quiet button={t('import.end')} title={t('import.end')}>
        {(close) => (
          <Fill submit={t('import.end')} onSubmit={() => end.mutateAsync()} onDone={close}>
            <p>{t('import.end.text')}</p>
          </Fill>
        )}
      </Ask>
    </div>
  )
}
