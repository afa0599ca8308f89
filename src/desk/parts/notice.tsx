import { useSyncExternalStore } from 'react'

/** What has just been done, said once at the foot of the screen. */
let said = ''
let clearing: ReturnType<typeof setTimeout>
const listeners = new Set<() => void>()

/** Milliseconds that a notice stays. Nothing is said there that is not also to be seen on the screen. */
const STAYS_MS = 6000

export function say(what: string) {
  said = what
  clearTimeout(clearing)
  clearing = setTimeout(() => say(''), STAYS_MS)
  for (const heard of listeners) heard()
}

const listen = (heard: () => void) => {
  listeners.add(heard)
  return () => listeners.delete(heard)
}

export const Notice = () => (
  <p className="notice" role="status">
    {useSyncExternalStore(listen, () => said)}
  </p>
)
