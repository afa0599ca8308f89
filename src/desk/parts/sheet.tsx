import { type ReactNode, useRef, useState } from 'react'
import { Button, Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { t } from '../texts.ts'
import { hasUnsaved } from './unsaved.ts'

/** What stands before the screen. It does not go with words in it that are nowhere else unless somebody says so. */
export function Sheet({
  isOpen,
  onClose,
  className = '',
  label,
  children,
}: {
  isOpen: boolean
  onClose: () => void
  className?: string
  /** For screen readers, where it has no heading. */
  label?: string
  children: (close: () => void) => ReactNode
}) {
  const modal = useRef<HTMLDivElement>(null)
  const [isAsked, ask] = useState(false)
  const close = () => {
    ask(false)
    onClose()
  }
  return (
    <ModalOverlay
      className="overlay"
      isDismissable
      isOpen={isOpen}
      // A button that moves away under the finger would otherwise throw away what it was to send.
      shouldCloseOnInteractOutside={() => !hasUnsaved(modal.current)}
      onOpenChange={() => {
        if (hasUnsaved(modal.current)) {
          ask(!isAsked)
          return
        }
        // A field that keeps what is in it when it is left is left now: what goes from the screen hears of nothing.
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
        close()
      }}
    >
      <Modal ref={modal} className={`modal ${className}`.trim()}>
        <Dialog className="dialog" {...(label ? { 'aria-label': label } : {})}>
          {children(close)}
          {isAsked && <Unsaved onStay={() => ask(false)} onLeave={close} />}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** Asks whether what was typed may go. */
export const Unsaved = ({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }) => (
  <div className="unsaved" role="alert">
    <p>{t('unsaved.text')}</p>
    <div className="buttons">
      <Button className="button" autoFocus onPress={onStay}>
        {t('unsaved.stay')}
      </Button>
      <Button className="quiet" onPress={onLeave}>
        {t('unsaved.leave')}
      </Button>
    </div>
  </div>
)
