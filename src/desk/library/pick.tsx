import './library.css'
import { useEffect } from 'react'
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import type { LibraryPicture } from '../../media/picture.ts'
import { t } from '../texts.ts'
import { Grid } from './grid.tsx'
import { Choosing, Droppable, Sendings } from './intake.tsx'
import { useSending } from './sending.ts'

/** Chooses a picture of the library, or of this machine, which comes into the library on the way. */
export const PickPicture = ({
  isOpen,
  onClose,
  onPick,
}: {
  isOpen: boolean
  onClose: () => void
  onPick: (picture: LibraryPicture) => void
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
          onPick={(picture) => {
            onPick(picture)
            onClose()
          }}
        />
      </Dialog>
    </Modal>
  </ModalOverlay>
)

function Picking({
  onClose,
  onPick,
}: {
  onClose: () => void
  onPick: (picture: LibraryPicture) => void
}) {
  const { sendings, sendAll, clear } = useSending()
  // One file was meant for here; of several one has to be chosen.
  const onFiles = (files: File[]) => sendAll(files, files.length === 1 ? onPick : undefined)
  useEffect(() => clear, [clear])
  return (
    <Droppable onFiles={onFiles}>
      <div className="library-head">
        <Heading slot="title">{t('pictures.pick')}</Heading>
        <Choosing onFiles={onFiles} />
        <Button className="quiet" onPress={onClose}>
          {t('cancel')}
        </Button>
      </div>
      <Sendings sendings={sendings} onClear={clear} />
      <Grid onOpen={onPick} empty={t('pictures.empty')} />
    </Droppable>
  )
}
