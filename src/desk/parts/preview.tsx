import { useState } from 'react'
import { Button, Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { t } from '../texts.ts'
import { Choose, Wrong } from './fields.tsx'

/** A page exactly as readers will have it, as wide as a phone or a desk, light or dark. */
export function Preview({ address, ready }: { address: string; ready?: () => Promise<void> }) {
  const [width, setWidth] = useState(() => (innerWidth < 800 ? 'phone' : 'desktop'))
  const [scheme, setScheme] = useState('light')
  const [isReady, setReady] = useState(false)
  const [wrong, tell] = useState<Error>()
  return (
    <DialogTrigger
      onOpenChange={(isOpen) => {
        setReady(false)
        tell(undefined)
        if (isOpen) void (ready?.() ?? Promise.resolve()).then(() => setReady(true), tell)
      }}
    >
      <Button className="quiet">{t('editor.preview')}</Button>
      <ModalOverlay className="overlay" isDismissable>
        <Modal className="modal whole">
          <Dialog className="dialog preview">
            {({ close }) => (
              <>
                <div className="preview-head">
                  <Heading slot="title">{t('editor.preview')}</Heading>
                  <Choose
                    label={t('preview.width')}
                    shown={false}
                    value={width}
                    choices={(['phone', 'desktop'] as const).map((id) => ({
                      id,
                      name: t(`preview.${id}`),
                    }))}
                    onChange={setWidth}
                  />
                  <Choose
                    label={t('preview.scheme')}
                    shown={false}
                    value={scheme}
                    choices={(['light', 'dark'] as const).map((id) => ({
                      id,
                      name: t(`preview.${id}`),
                    }))}
                    onChange={setScheme}
                  />
                  <Button className="quiet" onPress={close}>
                    {t('preview.close')}
                  </Button>
                </div>
                <Wrong error={wrong} />
                {isReady && (
                  <iframe
                    className={width}
                    // A page within a page takes its light or dark from the element that holds it.
                    style={{ colorScheme: scheme }}
                    title={t('editor.preview')}
                    src={address}
                  />
                )}
              </>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  )
}
