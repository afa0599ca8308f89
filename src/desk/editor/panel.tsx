import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { t } from '../texts.ts'

/** What stands beside the text, and over it on a phone. */
export const Panel = ({
  title,
  className = 'panel',
  onClose,
  children,
}: {
  title: string
  className?: string
  onClose: () => void
  children: ReactNode
}) => (
  <aside className={className} aria-label={title}>
    <header>
      <h2>{title}</h2>
      <Button className="tool" aria-label={t('editor.close', { what: title })} onPress={onClose}>
        ×
      </Button>
    </header>
    {children}
  </aside>
)
