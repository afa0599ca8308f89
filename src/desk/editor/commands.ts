import type { Editor, JSONContent, Range } from '@tiptap/core'
import { Selection } from '@tiptap/pm/state'
import type { TextKey } from '../texts.ts'

/** Everything that can be put into a text, for the slash menu and the bar alike. */
export type BlockCommand = {
  id: TextKey
  /** What else people call it, in English. */
  also: string
  /** A short sign for it. */
  sign: string
  run: (editor: Editor) => void
  isOn?: (editor: Editor) => boolean
}

const paragraph = { type: 'paragraph' }
const row = (type: string) => ({
  type: 'tableRow',
  content: [1, 2, 3].map(() => ({ type, content: [paragraph] })),
})

/** Puts a block where the cursor is, and the cursor where its first words go. */
export const insert =
  (content: JSONContent) =>
  (editor: Editor): void => {
    const { $from } = editor.state.selection
    const isInline = editor.schema.nodes[content.type!]!.isInline
    // A paragraph without words gives way to a block; words before it may have others of its kind.
    const start = $from.depth > 0 && !isInline ? $from.before() : $from.pos
    editor
      .chain()
      .focus()
      .insertContent(content)
      .command(({ tr }) => {
        let place: number | undefined
        tr.doc.nodesBetween(start, tr.doc.content.size, (node, at) => {
          if (place === undefined && at >= start && node.type.name === content.type) place = at
          return place === undefined
        })
        if (place !== undefined) tr.setSelection(Selection.near(tr.doc.resolve(place + 1), 1))
        return true
      })
      .run()
  }

/** What is asked for in a dialog of its own before it can be put into a text. */
export type Asks = { picture: () => void; gallery: () => void; embed: () => void }

export const blockCommands = (asks: Asks): BlockCommand[] => [
  {
    id: 'block.text',
    also: 'paragraph normal',
    sign: '¶',
    run: (editor) => editor.chain().focus().clearNodes().run(),
    isOn: (editor) => editor.isActive('paragraph'),
  },
  ...([2, 3] as const).map(
    (level): BlockCommand => ({
      id: level === 2 ? 'block.heading' : 'block.subheading',
      also: `h${level} title`,
      sign: `H${level}`,
      run: (editor) => editor.chain().focus().toggleNode('heading', 'paragraph', { level }).run(),
      isOn: (editor) => editor.isActive('heading', { level }),
    }),
  ),
  {
    id: 'block.bullets',
    also: 'list ul points',
    sign: '•',
    run: (editor) => editor.chain().focus().toggleList('bulletList', 'listItem').run(),
    isOn: (editor) => editor.isActive('bulletList'),
  },
  {
    id: 'block.numbers',
    also: 'list ol ordered',
    sign: '1.',
    run: (editor) => editor.chain().focus().toggleList('orderedList', 'listItem').run(),
    isOn: (editor) => editor.isActive('orderedList'),
  },
  {
    id: 'block.quote',
    also: 'blockquote said',
    sign: '“',
    run: (editor) => editor.chain().focus().toggleWrap('blockquote').run(),
    isOn: (editor) => editor.isActive('blockquote'),
  },
  {
    id: 'block.pullQuote',
    also: 'pullquote callout',
    sign: '❝',
    run: (editor) => editor.chain().focus().toggleNode('pullQuote', 'paragraph').run(),
    isOn: (editor) => editor.isActive('pullQuote'),
  },
  { id: 'block.picture', also: 'image photo', sign: '▣', run: asks.picture },
  { id: 'block.gallery', also: 'images photos slideshow', sign: '▤', run: asks.gallery },
  {
    id: 'block.embed',
    also: 'video youtube tweet post map link card',
    sign: '▷',
    run: asks.embed,
  },
  {
    id: 'block.table',
    also: 'grid rows columns',
    sign: '▦',
    run: insert({
      type: 'table',
      content: [row('tableHeader'), row('tableCell'), row('tableCell')],
    }),
  },
  {
    id: 'block.box',
    also: 'background aside infobox explainer',
    sign: '☐',
    run: insert({ type: 'box', attrs: { title: null, folded: false }, content: [paragraph] }),
  },
  {
    id: 'block.liveEntry',
    also: 'live blog update',
    sign: '●',
    run: (editor) =>
      // The newest stands first.
      editor
        .chain()
        .focus()
        .insertContentAt(0, {
          type: 'liveEntry',
          attrs: { at: new Date().toISOString(), headline: null },
          content: [paragraph],
        })
        .run(),
  },
  {
    id: 'block.footnote',
    also: 'note reference',
    sign: '†',
    run: (editor) => {
      insert({ type: 'footnote', content: [{ type: 'text', text: '…' }] })(editor)
      // What is typed next stands in for the dots.
      const { $from } = editor.state.selection
      if ($from.parent.type.name === 'footnote')
        editor.commands.setTextSelection({ from: $from.start(), to: $from.end() })
    },
  },
  { id: 'block.rule', also: 'hr divider line', sign: '―', run: insert({ type: 'horizontalRule' }) },
  {
    id: 'block.code',
    also: 'pre program',
    sign: '{}',
    run: (editor) => editor.chain().focus().toggleNode('codeBlock', 'paragraph').run(),
    isOn: (editor) => editor.isActive('codeBlock'),
  },
  {
    id: 'block.direction',
    also: 'rtl ltr right left arabic',
    sign: '⇄',
    run: (editor) => {
      const { $from } = editor.state.selection
      const { name } = $from.parent.type
      if (name !== 'paragraph' && name !== 'heading') return
      const other = editor.view.dom.dir === 'rtl' ? 'ltr' : 'rtl'
      const dir = $from.parent.attrs.dir === other ? null : other
      editor.chain().focus().updateAttributes(name, { dir }).run()
    },
    isOn: (editor) =>
      Boolean(editor.state.selection.$from.parent.attrs.dir) &&
      editor.state.selection.$from.parent.attrs.dir !== editor.view.dom.dir,
  },
  { id: 'block.more', also: 'summary cut excerpt', sign: '⋯', run: insert({ type: 'more' }) },
]

/** Marks that the bar shows, with the keys that set them everywhere. */
export const markCommands = [
  { mark: 'bold', id: 'mark.bold', sign: 'B', keys: 'Mod-b' },
  { mark: 'italic', id: 'mark.italic', sign: 'I', keys: 'Mod-i' },
  { mark: 'underline', id: 'mark.underline', sign: 'U', keys: 'Mod-u' },
  { mark: 'strike', id: 'mark.strike', sign: 'S', keys: 'Mod-Shift-s' },
  { mark: 'highlight', id: 'mark.highlight', sign: '▬', keys: 'Mod-Shift-h' },
  { mark: 'superscript', id: 'mark.superscript', sign: 'x²', keys: 'Mod-.' },
  { mark: 'subscript', id: 'mark.subscript', sign: 'x₂', keys: 'Mod-,' },
  { mark: 'code', id: 'mark.code', sign: '<>', keys: 'Mod-e' },
] as const satisfies readonly { mark: string; id: TextKey; sign: string; keys: string }[]

/** Takes away what was typed to open the menu, then does what was chosen. */
export function choose(editor: Editor, range: Range, command: BlockCommand) {
  editor.chain().focus().deleteRange(range).run()
  command.run(editor)
}
