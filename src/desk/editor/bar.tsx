import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useState } from 'react'
import { Button, ToggleButton, Toolbar } from 'react-aria-components'
import { isLinkAddress } from '../../addresses/link.ts'
import { Ask } from '../parts/dialog.tsx'
import { Line } from '../parts/fields.tsx'
import { Fill } from '../parts/form.tsx'
import { t } from '../texts.ts'
import { type Asks, blockCommands, markCommands } from './commands.ts'
import { ForeignTool } from './foreign.tsx'
import { openMenu } from './slash.tsx'

const inBar = new Set([
  'block.heading',
  'block.subheading',
  'block.bullets',
  'block.numbers',
  'block.quote',
])

/** How the words at the cursor look, and what can be put beside them. One stop for the Tab key; arrows within. */
export function Bar({ editor, asks, onNote }: { editor: Editor; asks: Asks; onNote: () => void }) {
  const blocks = blockCommands(asks)
  const on = useEditorState({
    editor,
    selector: ({ editor }) =>
      [
        ...markCommands.filter(({ mark }) => editor.isActive(mark)).map(({ id }) => id),
        ...blocks.filter(({ isOn }) => isOn?.(editor)).map(({ id }) => id),
      ].join(' '),
  })
  const isOn = (id: string) => on.split(' ').includes(id)
  return (
    <Toolbar className="bar" aria-label={t('editor.bar')}>
      {markCommands.map(({ mark, id, sign, keys }) => (
        <ToggleButton
          key={id}
          aria-keyshortcuts={keys.replace('Mod', 'Control').replaceAll('-', '+')}
          className={`tool ${mark}`}
          isSelected={isOn(id)}
          onChange={() => void editor.chain().focus().toggleMark(mark).run()}
        >
          <Sign sign={sign} name={t(id)} />
        </ToggleButton>
      ))}
      <LinkTool editor={editor} />
      <ForeignTool editor={editor} />
      {blocks
        .filter(({ id }) => inBar.has(id))
        .map((command) => (
          <ToggleButton
            key={command.id}
            className="tool"
            isSelected={isOn(command.id)}
            onChange={() => command.run(editor)}
          >
            <Sign sign={command.sign} name={t(command.id)} />
          </ToggleButton>
        ))}
      <Button className="tool" aria-keyshortcuts="Control+Alt+M" onPress={onNote}>
        <Sign sign="✎" name={t('notes.add')} />
      </Button>
      <Button className="tool wide" onPress={() => openMenu(editor)}>
        {t('editor.insert')}
      </Button>
    </Toolbar>
  )
}

const Sign = ({ sign, name }: { sign: string; name: string }) => (
  <>
    <span aria-hidden="true">{sign}</span>
    <span className="unseen">{name}</span>
  </>
)

/** Makes the selected words a link, changes where they lead, or makes them plain. */
function LinkTool({ editor }: { editor: Editor }) {
  const [href, setHref] = useState('')
  return (
    <Ask
      quiet
      button="↗"
      label={t('mark.link')}
      title={t('mark.link')}
      onOpen={() => setHref(String(editor.getAttributes('link').href ?? ''))}
    >
      {(close) => (
        <Fill
          submit={t('save')}
          onSubmit={async () => {
            const wanted = href.trim()
            const chain = editor.chain().focus().extendMarkRange('link')
            if (!wanted) {
              chain.unsetMark('link').run()
              return
            }
            const whole = /^[\w-]+(\.[\w-]+)+(\/|$)/.test(wanted) ? `https://${wanted}` : wanted
            if (!isLinkAddress(whole)) throw new Error(t('mark.link.wrong'))
            if (editor.state.selection.empty && !editor.isActive('link'))
              chain
                .insertContent({
                  type: 'text',
                  text: whole,
                  marks: [{ type: 'link', attrs: { href: whole } }],
                })
                .run()
            else chain.setMark('link', { href: whole }).run()
          }}
          onDone={close}
        >
          <Line label={t('mark.link.to')} value={href} onChange={setHref} autoFocus />
        </Fill>
      )}
    </Ask>
  )
}
