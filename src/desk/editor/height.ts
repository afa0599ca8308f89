/** What sticks below the head sticks where it ends: its words take a second line at times. */
export function tellHeight(head: HTMLElement | null) {
  if (!head) return
  const { style } = document.documentElement
  const watch = new ResizeObserver(() => {
    const changes = head.querySelector<HTMLElement>('.changes')
    style.setProperty('--head', `${head.offsetHeight}px`)
    style.setProperty('--above', `${changes?.offsetTop ?? 0}px`)
  })
  watch.observe(head)
  return () => {
    watch.disconnect()
    for (const name of ['--head', '--above']) style.removeProperty(name)
  }
}
