import { useState } from 'react'
import type { Places } from './arrangement.ts'

/** An arrangement that is not live yet, and what stood there when it was begun. */
type Arranged = { places: Places; seen: Places }

const keyOf = (language: string) => `front ${language}`

function read(language: string): Arranged | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(language)) ?? 'null')
    return kept?.places?.length === kept?.seen?.length ? (kept ?? undefined) : undefined
  } catch {
    return undefined
  }
}

/** What is arranged stays in this browser until it is live: whoever looks something up meanwhile loses nothing. */
export function useKept(language: string) {
  const [changed, setChanged] = useState(() => read(language))
  return {
    changed,
    keep: (arranged: Arranged) => {
      setChanged(arranged)
      try {
        localStorage.setItem(keyOf(language), JSON.stringify(arranged))
      } catch {
        // A browser that keeps nothing, or no more: what is on the screen can be put live all the same.
      }
    },
    forget: () => {
      localStorage.removeItem(keyOf(language))
      setChanged(undefined)
    },
  }
}
