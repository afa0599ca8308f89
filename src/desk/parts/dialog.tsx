import type { ReactNode } from 'react'
import { Button, Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components'

/** A button that opens a dialog. `children` gets a function that closes it. */
export const Ask = ({
  button,
  title,
  quiet,
  label,
  onOpen,
  children,
}: {
  button: ReactNode
  title: string
  quiet?: boolean
  /** For screen readers, where the button's words alone do not say enough. */
  label?: string
  onOpen?: () => void
  children: (close: () => void) => ReactNode
}) => (
  <DialogTrigger onOpenChange={(isOpen) => isOpen && onOpen?.()}>
    <Button className={quiet ? 'quiet' : 'button'} {...(label ? { 'aria-label': label } : {})}>
      {button}
    </Button>
    <ModalOverlay className="overlay" isDismissable>
      <Modal className="modal">
        <Dialog className="dialog">
          {({ close }) => (
            <>
              <Heading slot="title">{title}</Heading>
              {children(close)}
            </>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  </DialogTrigger>
)
