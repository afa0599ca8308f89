import {
  ContentFormat,
  ContentType,
  type Doc,
  decodeUpdate,
  getItem,
  type ID,
  Item,
  type Transaction,
  XmlElement,
} from 'yjs'
import { documentSchema } from './document.ts'

/**
 * What the schema has no name for. The editor's binding deletes it from everybody's manuscript, so an editor looks for
 * it before the binding sees it: it may come by a node of another version, or by another tab through what the browser
 * keeps. The newsroom takes none, or one hand could keep all others out.
 */

const { nodes, marks } = documentSchema

/** Whether a change of a manuscript brought something that is not known here. */
export function bringsUnknown({ store }: Doc, { beforeState, afterState }: Transaction): boolean {
  for (const [client, until] of afterState) {
    const since = beforeState.get(client) ?? 0
    if (since === until) continue
    const structs = store.clients.get(client)!
    for (let at = structs.length - 1; at >= 0; at--) {
      const struct = structs[at]!
      if (struct.id.clock + struct.length <= since) break
      if (!(struct instanceof Item) || struct.deleted) continue
      if (isUnknown(struct, struct.parent instanceof XmlElement ? struct.parent : undefined))
        return true
    }
  }
  return false
}

/** Whether an update that was not applied yet would bring such a thing. */
export function wouldBringUnknown({ store }: Doc, update: Uint8Array): boolean {
  const items = decodeUpdate(update).structs.filter((struct) => struct instanceof Item)
  const within = new Map(items.map((item) => [keyOf(item.id), item]))
  const elementAt = (id: ID) => {
    const there =
      within.get(keyOf(id)) ?? (id.clock < storedOf(store, id.client) ? getItem(store, id) : null)
    return there?.content instanceof ContentType && there.content.type instanceof XmlElement
      ? there.content.type
      : undefined
  }
  return items.some((item) => {
    // As it is read from an update, a parent is named by its id; one whose attribute is there already is not named.
    const parent = item.parent as unknown
    return isUnknown(
      item,
      parent && typeof parent === 'object' ? elementAt(parent as ID) : undefined,
    )
  })
}

function isUnknown({ content, parentSub }: Item, parent: XmlElement | undefined): boolean {
  if (content instanceof ContentType)
    return content.type instanceof XmlElement && !(content.type.nodeName in nodes)
  // A mark that may lie over another of its kind has a hash behind its name.
  if (content instanceof ContentFormat) return !(content.key.split('--')[0]! in marks)
  if (parentSub === null || !parent) return false
  return !(parentSub in (nodes[parent.nodeName]?.spec.attrs ?? {}))
}

const keyOf = ({ client, clock }: ID) => `${client} ${clock}`

const storedOf = ({ clients }: Doc['store'], client: number) => {
  const last = clients.get(client)?.at(-1)
  return last ? last.id.clock + last.length : 0
}
