/**
 * What was typed and is nowhere else yet. A form says so of itself in the document, where whatever is about to take it
 * from the screen looks first.
 */
export const unsaved = (isUnsaved: boolean, isSaving = false) =>
  isUnsaved ? { 'data-unsaved': isSaving ? SAVING : '' } : {}

const SAVING = 'saving'

/** Milliseconds between two looks at whether what is being saved is saved. */
const LOOK_MS = 20

/** Milliseconds after which whoever wants to go elsewhere should hear why they are still here. */
const PATIENCE_MS = 3000

export const hasUnsaved = (within: ParentNode | null = document) =>
  Boolean(within?.querySelector('[data-unsaved]'))

/** Resolves once nothing is on its way to the newsroom, or takes too long: what is saved in a moment is not asked about. */
export async function settled() {
  const until = Date.now() + PATIENCE_MS
  while (Date.now() < until && document.querySelector(`[data-unsaved="${SAVING}"]`))
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
}
