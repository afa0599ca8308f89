import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { isWebAddress } from '../../addresses/link.ts'
import { DialogHead } from '../parts/dialog.tsx'
import { Line } from '../parts/fields.tsx'
import { Fill } from '../parts/form.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { t } from '../texts.ts'
import { insert } from './commands.ts'
import { embedOf } from './paste.ts'

/** Asks for the address of what stands on another site, and puts it into the text. */
export const AskEmbed = ({
  editor,
  isOpen,
  onClose,
}: {
  editor: Editor | undefined
  isOpen: boolean
  onClose: () => void
}) => (
  <Sheet isOpen={isOpen} onClose={onClose}>
    {(close) => (
      <>
        <DialogHead>{t('block.embed')}</DialogHead>
        <Address
          onAddress={(url) => {
            close()
            const attrs = embedOf(url) ?? { url, kind: 'link' }
            // Once the dialog has given the cursor back.
            if (editor) setTimeout(() => insert({ type: 'embed', attrs })(editor))
          }}
        />
      </>
    )}
  </Sheet>
)

function Address({ onAddress }: { onAddress: (address: string) => void }) {
  const [address, setAddress] = useState('')
  return (
    <Fill
      submit={t('editor.insert')}
      onSubmit={async () => {
        const wanted = address.trim()
        const whole = /^[\w-]+(\.[\w-]+)+(\/|$)/.test(wanted) ? `https://${wanted}` : wanted
        if (!isWebAddress(whole)) throw new Error(t('block.embed.wrong'))
        onAddress(whole)
      }}
    >
      <Line
        label={t('block.address')}
        dir="ltr"
        value={address}
        onChange={setAddress}
        autoFocus
        isRequired
      />
    </Fill>
  )
}
