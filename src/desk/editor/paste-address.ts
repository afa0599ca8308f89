import type { Editor } from '@tiptap/core'
import { isWebAddress } from '../../addresses/link.ts'
import { embedOf } from './paste.ts'

/** What a pasted address becomes: a link of the selected words, an embed on an empty line, else itself as a link. */
export function pasteAddress(editor: Editor, text: string): boolean {
  const address = text.trim()
  if (/\s/.test(address) || !/^https?:/i.test(address) || !isWebAddress(address)) return false
  const { empty, $from, $to } = editor.state.selection
  const chain = editor.chain().focus()
  if (!empty && $from.sameParent($to)) return chain.setMark('link', { href: address }).run()
  const embed = embedOf(address)
  const isEmpty = $from.parent.type.name === 'paragraph' && $from.parent.content.size === 0
  if (empty && isEmpty && embed && embed.kind !== 'link')
    return chain.insertContent({ type: 'embed', attrs: embed }).run()
  const marks = [{ type: 'link', attrs: { href: address } }]
  return chain.insertContent({ type: 'text', text: address, marks }).run()
}
