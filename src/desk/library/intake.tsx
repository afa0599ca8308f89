import type { ReactNode } from 'react'
import { Button, DropZone, FileTrigger, Label, ProgressBar } from 'react-aria-components'
import { Why } from '../parts/words.tsx'
import { t } from '../texts.ts'
import type { Sending } from './sending.ts'

export const accepted = ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif']

/** Takes pictures that are dropped anywhere on what it holds. */
export const Droppable = ({
  onFiles,
  children,
}: {
  onFiles: (files: File[]) => void
  children: ReactNode
}) => (
  <DropZone
    className="droppable"
    aria-label={t('pictures.drop')}
    onDrop={async ({ items }) => {
      const files = await Promise.all(
        items.filter((item) => item.kind === 'file').map((item) => item.getFile()),
      )
      if (files.length > 0) onFiles(files)
    }}
  >
    {children}
  </DropZone>
)

/** Chooses pictures on this machine, many at once. */
export const Choosing = ({
  onFiles,
  quiet,
}: {
  onFiles: (files: File[]) => void
  quiet?: boolean
}) => (
  <FileTrigger
    acceptedFileTypes={accepted}
    allowsMultiple
    onSelect={(files) => files && onFiles([...files])}
  >
    <Button className={quiet ? 'quiet' : 'button'}>{t('pictures.add')}</Button>
  </FileTrigger>
)

/** How far each file is. */
export function Sendings({ sendings, onClear }: { sendings: Sending[]; onClear: () => void }) {
  if (sendings.length === 0) return null
  const open = sendings.filter(({ picture, wrong }) => !picture && !wrong).length
  return (
    <section className="sendings" aria-label={t('pictures.sending')}>
      <p role="status">
        {open > 0
          ? t('pictures.sending.left', { count: open, all: sendings.length })
          : t('pictures.sent', { count: sendings.filter(({ picture }) => picture).length })}
      </p>
      <ul>
        {sendings.map(({ key, file, gone, picture, wrong }) => (
          <li key={key}>
            {wrong ? (
              <p className="wrong">
                <bdi>{file.name}</bdi>: <Why error={wrong} />
              </p>
            ) : (
              <ProgressBar className="sending" value={picture ? 100 : Math.min(gone * 100, 99)}>
                {({ percentage = 0, valueText }) => (
                  <>
                    <Label>
                      <bdi>{file.name}</bdi>
                    </Label>
                    <span className="soft">
                      {picture
                        ? t(picture.isNew ? 'pictures.taken' : 'pictures.known')
                        : gone === 1
                          ? t('pictures.reading')
                          : valueText}
                    </span>
                    <span className="track" aria-hidden="true">
                      <span style={{ inlineSize: `${percentage}%` }} />
                    </span>
                  </>
                )}
              </ProgressBar>
            )}
          </li>
        ))}
      </ul>
      {open === 0 && (
        <Button className="quiet" onPress={onClear}>
          {t('close')}
        </Button>
      )}
    </section>
  )
}
