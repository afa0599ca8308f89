import { useEffect, useRef } from 'react'
import { useMe } from '../frame.tsx'

/** On the first screen the browser itself says where one has come. */
let hasArrived = false

/** A screen's heading, the name of its tab, and the place where those arrive who followed a link to it. */
export function Title({
  children,
  tab = children,
  className,
}: {
  children: string
  /** What the tab says, where the heading alone does not tell. */
  tab?: string
  className?: string
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  const name = useMe().data?.newsroom.name
  useEffect(() => {
    if (name) document.title = `${tab} – ${name}`
  }, [tab, name])
  useEffect(() => {
    // The link that was followed may have gone with its screen, and the place of the keyboard with it.
    const from = document.activeElement
    if (hasArrived && (!from || from === document.body || from.closest('a')))
      heading.current?.focus({ preventScroll: true })
    hasArrived = true
  }, [])
  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {children}
    </h1>
  )
}

/** Puts the keyboard on the screen's heading where nothing has it: what had it is gone from the page. */
export function returnToTitle() {
  const look = () => {
    if (document.activeElement === document.body)
      document.querySelector<HTMLElement>('#desk h1')?.focus({ preventScroll: true })
  }
  // A dialog that closes gives the keyboard back in the next frame, if what opened it is there still.
  requestAnimationFrame(() => requestAnimationFrame(look))
}
