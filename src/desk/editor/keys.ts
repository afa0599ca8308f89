import {
  type Editor,
  Extension,
  InputRule,
  markInputRule,
  nodeInputRule,
  textblockTypeInputRule,
  wrappingInputRule,
} from '@tiptap/core'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import { goToNextCell } from '@tiptap/pm/tables'
import type { EditorView } from '@tiptap/pm/view'
import { markCommands } from './commands.ts'

/** Goes on behind the footnote that the cursor is in. */
function leaveFootnote(editor: Editor): boolean {
  const { $from } = editor.state.selection
  if ($from.parent.type.name !== 'footnote') return false
  const { tr } = editor.state
  const after = $from.after()
  const next = tr.doc.resolve(after).nodeAfter
  // At the end of a paragraph a browser would put what is typed next into the note.
  if (!next?.isText) tr.insertText(' ', after)
  tr.setSelection(TextSelection.create(tr.doc, next?.isText ? after : after + 1))
  editor.view.dispatch(tr)
  return true
}

/** To a browser the place behind a note and the end of the note are one, and it puts what is typed there into the note. */
function typeBehindFootnote(view: EditorView, from: number, to: number, text: string): boolean {
  const { $from, empty } = view.state.selection
  const isBehind = empty && $from.nodeBefore?.type.name === 'footnote'
  if (!isBehind || from !== to || from !== $from.pos - 1) return false
  view.dispatch(view.state.tr.insertText(text, $from.pos))
  return true
}

/** The keyboard, and Markdown as one types. */
export const Keys = Extension.create({
  name: 'keys',

  addKeyboardShortcuts() {
    const { editor } = this
    const marks = markCommands.map(({ mark, keys }) => [
      keys,
      () => editor.commands.toggleMark(mark),
    ])
    return {
      ...Object.fromEntries(marks),
      Enter: () =>
        leaveFootnote(editor) ||
        (editor.isActive('listItem') && editor.commands.splitListItem('listItem')),
      Tab: () =>
        (editor.isActive('table') && goToNextCell(1)(editor.state, editor.view.dispatch)) ||
        (editor.isActive('listItem') && editor.commands.sinkListItem('listItem')),
      'Shift-Tab': () =>
        (editor.isActive('table') && goToNextCell(-1)(editor.state, editor.view.dispatch)) ||
        (editor.isActive('listItem') && editor.commands.liftListItem('listItem')),
      Backspace: () => {
        const { $from, empty } = editor.state.selection
        if (!empty || $from.parentOffset > 0) return false
        if (['heading', 'pullQuote', 'codeBlock'].includes($from.parent.type.name))
          return editor.commands.setNode('paragraph')
        return editor.isActive('listItem') && $from.index(-1) === 0
          ? editor.commands.liftListItem('listItem')
          : false
      },
      'Shift-Enter': () => editor.commands.insertContent({ type: 'hardBreak' }),
      'Mod-Alt-0': () => editor.commands.setNode('paragraph'),
      ...Object.fromEntries(
        [2, 3, 4, 5, 6].map((level) => [
          `Mod-Alt-${level}`,
          () => editor.commands.toggleNode('heading', 'paragraph', { level }),
        ]),
      ),
      'Mod-Shift-7': () => editor.commands.toggleList('orderedList', 'listItem'),
      'Mod-Shift-8': () => editor.commands.toggleList('bulletList', 'listItem'),
      'Mod-Shift-b': () => editor.commands.toggleWrap('blockquote'),
    }
  },

  addProseMirrorPlugins: () => [new Plugin({ props: { handleTextInput: typeBehindFootnote } })],

  addInputRules() {
    const { nodes, marks } = this.editor.schema
    return [
      textblockTypeInputRule({
        find: /^(#{1,6})\s$/,
        type: nodes.heading!,
        getAttributes: (match) => ({ level: Math.max(2, match[1]!.length) }),
      }),
      textblockTypeInputRule({ find: /^```\s$/, type: nodes.codeBlock! }),
      wrappingInputRule({ find: /^\s*>\s$/, type: nodes.blockquote! }),
      wrappingInputRule({ find: /^\s*[-+*]\s$/, type: nodes.bulletList! }),
      wrappingInputRule({
        find: /^(\d+)\.\s$/,
        type: nodes.orderedList!,
        getAttributes: (match) => ({ start: Number(match[1]) }),
      }),
      nodeInputRule({ find: /^(?:---|—-|\*\*\*)\s$/, type: nodes.horizontalRule! }),
      markInputRule({ find: /(?:^|\s)(\*\*(?!\s)([^*]+)\*\*)$/, type: marks.bold! }),
      markInputRule({ find: /(?:^|\s)(\*(?![\s*])([^*]+)\*)$/, type: marks.italic! }),
      markInputRule({ find: /(?:^|\s)(_(?!\s)([^_]+)_)$/, type: marks.italic! }),
      markInputRule({ find: /(?:^|\s)(`([^`]+)`)$/, type: marks.code! }),
      markInputRule({ find: /(?:^|\s)(~~([^~]+)~~)$/, type: marks.strike! }),
      markInputRule({ find: /(?:^|\s)(==([^=]+)==)$/, type: marks.highlight! }),
      new InputRule({
        find: /\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)$/,
        handler: ({ state, range, match }) => {
          const link = marks.link!.create({ href: match[2] })
          state.tr.replaceWith(range.from, range.to, state.schema.text(match[1]!, [link]))
        },
      }),
    ]
  },
})
