import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type { Doc, Transaction } from 'yjs'
import { bringsUnknown } from '../../articles/unknown.ts'

/** Tells, before the editor hears of it, that a manuscript holds something that this tab's version has no name for. */
export type Lookout = {
  hasUnknown: () => boolean
  onUnknown: (hear: () => void) => () => void
  end: () => void
}

export function lookOut(document: Doc): Lookout {
  let found = false
  const hearing = new Set<() => void>()
  const look = (transaction: Transaction) => {
    if (found || !bringsUnknown(document, transaction)) return
    found = true
    for (const hear of hearing) hear()
  }
  document.on('beforeObserverCalls', look)
  return {
    hasUnknown: () => found,
    onUnknown: (hear) => {
      hearing.add(hear)
      return () => hearing.delete(hear)
    },
    end: () => document.off('beforeObserverCalls', look),
  }
}

/**
 * Parts the editor from its manuscript as soon as that holds what it does not know: it would delete it there, for all,
 * and again with whatever is typed before the screen is gone.
 */
export const partedBy = (lookout: Lookout) =>
  Extension.create({
    name: 'parted',
    addProseMirrorPlugins: () => [
      new Plugin({
        view: (view) => ({
          destroy: lookout.onUnknown(() => {
            // All that the binding does to either side passes through here.
            ySyncPluginKey.getState(view.state).binding.mux = () => {}
          }),
        }),
      }),
    ],
  })
