import type { HocuspocusProvider } from '@hocuspocus/provider'
import { useEffect, useState } from 'react'
import { t } from '../texts.ts'

type Person = { id: string; name: string }

/** A colour of somebody's own, dark enough to carry white letters. */
export function colourOf(id: string): string {
  let sum = 0
  for (const letter of id) sum = (sum * 31 + letter.codePointAt(0)!) % 360
  return `oklch(0.5 0.14 ${sum})`
}

/** Who else has this manuscript open. */
export function People({ provider, me }: { provider: HocuspocusProvider; me: string }) {
  const [people, setPeople] = useState<Person[]>([])
  useEffect(() => {
    const look = () => {
      const there = [...(provider.awareness?.getStates().values() ?? [])].flatMap((state) =>
        state.user ? [state.user as Person] : [],
      )
      setPeople([...new Map(there.map((person) => [person.id, person])).values()])
    }
    provider.awareness?.on('change', look)
    look()
    return () => provider.awareness?.off('change', look)
  }, [provider])
  const others = people.filter(({ id }) => id !== me)
  if (others.length === 0) return null
  return (
    <ul className="people" aria-label={t('editor.people')}>
      {others.map(({ id, name }) => (
        <li key={id} title={name} style={{ background: colourOf(id) }}>
          <span aria-hidden="true">{[...name][0]}</span>
          <span className="unseen">{name}</span>
        </li>
      ))}
    </ul>
  )
}
