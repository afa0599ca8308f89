import { type ReactNode, useEffect, useState } from 'react'
import { Button, DialogTrigger, Heading } from 'react-aria-components'
import { t } from '../texts.ts'
import { Sheet } from './sheet.tsx'
import { returnToTitle } from './title.tsx'

/** What a dialog is about, and the way out of it for whoever has no Escape key. */
export const DialogHead = ({ children }: { children: string }) => (
  <div className="dialog-head">
    <Heading slot="title" dir="auto">
      {children}
    </Heading>
    <Button slot="close" className="tool" aria-label={t('close')}>
      ×
    </Button>
  </div>
)

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
}) => {
  const [isOpen, setOpen] = useState(false)
  // A row that is removed takes along the button that asked for it.
  useEffect(() => returnToTitle, [])
  return (
    <DialogTrigger
      isOpen={isOpen}
      onOpenChange={(isOpen) => {
        if (isOpen) onOpen?.()
        setOpen(isOpen)
      }}
    >
      <Button className={quiet ? 'quiet' : 'button'} {...(label ? { 'aria-label': label } : {})}>
        {button}
      </Button>
      <Sheet isOpen={isOpen} onClose={() => setOpen(false)}>
        {(close) => (
          <>
            <DialogHead>{title}</DialogHead>
            {children(close)}
          </>
        )}
      </Sheet>
    </DialogTrigger>
  )
}
