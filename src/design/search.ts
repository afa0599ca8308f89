// Shows results as one types. Browsers are served this file as it stands: no types to strip, no imports.
const form = document.querySelector('form.search')
const shown = document.querySelector('#results')
if (form instanceof HTMLFormElement && shown) {
  let asking = new AbortController()
  let waiting = setTimeout(() => {})
  const look = async () => {
    asking.abort()
    asking = new AbortController()
    const parameters = new URLSearchParams()
    for (const [name, value] of new FormData(form)) if (value) parameters.set(name, String(value))
    const address = `/search?${parameters}`
    try {
      const answer = await fetch(address, { signal: asking.signal })
      if (!answer.ok) return
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      const found = page.querySelector('#results')
      if (!found) return
      // The line that says how many stays where it is and only changes its words: so it is read out.
      const [said, count] = [shown.querySelector('.count'), found.querySelector('.count')]
      if (said && count) {
        said.textContent = count.textContent
        count.replaceWith(said)
      }
      const [open, closed] = [shown.querySelector('details[open]'), found.querySelector('details')]
      if (open && closed) closed.open = true
      shown.replaceChildren(...found.childNodes)
      history.replaceState(null, '', address)
      document.title = page.title
    } catch {
      // Typed on, or offline: the button still asks.
    }
  }
  form.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(look, 180)
  })
}
