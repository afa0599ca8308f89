import { HocuspocusProvider } from '@hocuspocus/provider'
import { IndexeddbPersistence } from 'y-indexeddb'
import { mergeUpdates } from 'yjs'

/** Updates kept one by one; more become one. */
const APART = 200

/**
 * A connection to a manuscript that sends again what it wrote, as it wrote it, until the newsroom has stored it.
 *
 * When a line comes back, the protocol sends what the other side lacks, and with it everything that is deleted here: also words
 * that went with a colleague's paragraph before they were sent, as if their writer had deleted them. Sent as they were
 * written they are words that nobody meant to delete, and are put back (src/articles/rescue.ts).
 */
export class Delivery extends HocuspocusProvider {
  #unstored: Uint8Array[] = []
  #isSyncing = false

  /** Something was written here that the newsroom has not stored. */
  get isHolding() {
    return this.#unstored.length > 0
  }

  override documentUpdateHandler(update: Uint8Array, origin: unknown) {
    // What this browser kept from before holds what others wrote, too.
    if (origin === this || origin instanceof IndexeddbPersistence) return
    this.#unstored.push(update)
    if (this.#unstored.length > APART) this.#unstored = [mergeUpdates(this.#unstored)]
    // What is written without a line is sent when there is one.
    if (this.#isSyncing) super.documentUpdateHandler(update, origin)
    else this.incrementUnsyncedChanges()
  }

  override startSync() {
    this.#isSyncing = true
    super.startSync()
    this.#sendAgain()
  }

  override forceSync() {
    super.forceSync()
    this.#sendAgain()
  }

  override onClose() {
    this.#isSyncing = false
    super.onClose()
  }

  override decrementUnsyncedChanges() {
    super.decrementUnsyncedChanges()
    if (this.unsyncedChanges === 0) this.#unstored = []
  }

  #sendAgain() {
    if (this.#unstored.length === 0) return
    this.#unstored = [mergeUpdates(this.#unstored)]
    super.documentUpdateHandler(this.#unstored[0]!, undefined)
  }
}
