import { useBlocker } from '@tanstack/react-router'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { t } from '../texts.ts'
import { Unsaved } from './sheet.tsx'
import { hasUnsaved, settled } from './unsaved.ts'

/** Asks before another screen, another page or a closed tab takes words along that are nowhere else. */
export function Leaving() {
  const { status, proceed, reset } = useBlocker({
    // What only changes within the address leaves the screen as it is.
    shouldBlockFn: async ({ current, next }) => {
      if (current.pathname === next.pathname) return false
      await settled()
      return hasUnsaved()
    },
    enableBeforeUnload: () => hasUnsaved(),
    withResolver: true,
  })
  if (status !== 'blocked') return null
  return (
    <ModalOverlay className="overlay" isOpen onOpenChange={reset}>
      <Modal className="modal">
        <Dialog className="dialog" role="alertdialog">
          <Heading slot="title">{t('unsaved.title')}</Heading>
          <Unsaved onStay={reset} onLeave={proceed} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
