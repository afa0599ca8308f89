import './library.css'
import { useEffect, useState } from 'react'
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { t } from '../texts.ts'
import { Grid } from './grid.tsx'
import { Choosing, Droppable, Sendings } from './intake.tsx'
import { useSending } from './sending.ts'

/** Chooses several pictures of the library, or of this machine, in the order in which they are chosen. */
export const PickGallery = ({
  isOpen,
  onClose,
  onPick,
}: {
  isOpen: boolean
  onClose: () => void
  onPick: (ids: string[]) => void
}) => (
  <ModalOverlay
    className="overlay"
    isDismissable
    isOpen={isOpen}
    onOpenChange={(open) => !open && onClose()}
  >
    <Modal className="modal library-modal">
      <Dialog className="dialog">
        <Picking
          onClose={onClose}
          onPick={(ids) => {
            onClose()
            // Once the dialog has given the cursor back.
            setTimeout(() => onPick(ids))
          }}
        />
      </Dialog>
    </Modal>
  </ModalOverlay>
)

function Picking({ onClose, onPick }: { onClose: () => void; onPick: (ids: string[]) => void }) {
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set())
  const { sendings, sendAll, clear } = useSending()
  const onFiles = (files: File[]) =>
    sendAll(files, ({ id }) => choose((now) => new Set([...now, id])))
  useEffect(() => clear, [clear])
  return (
    <Droppable onFiles={onFiles}>
      <header className="library-head">
        <Heading slot="title">{t('pictures.pick.gallery')}</Heading>
        <span role="status">{chosen.size > 0 && t('pictures.chosen', { count: chosen.size })}</span>
        <Choosing quiet onFiles={onFiles} />
        <Button
          className="button"
          isDisabled={chosen.size === 0}
          onPress={() => onPick([...chosen])}
        >
          {t('editor.insert')}
        </Button>
        <Button className="quiet" onPress={onClose}>
          {t('cancel')}
        </Button>
      </header>
      <Sendings sendings={sendings} onClear={clear} />
      <Grid
        selected={new Set(chosen)}
        onSelect={(ids) =>
          choose((now) => new Set([...[...now].filter((id) => ids.has(id)), ...ids]))
        }
        empty={t('pictures.empty')}
      />
    </Droppable>
  )
}
