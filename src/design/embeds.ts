// Shows a player in place of a link card when the reader asks for it. Browsers are served this file as it stands:
// no types to strip, no imports.
for (const card of document.links) {
  const { player, show, notice } = card.dataset
  if (!player) continue
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = show ?? ''
  const ask = document.createElement('p')
  ask.className = 'ask'
  ask.append(button, ' ', notice ?? '')
  card.after(ask)
  button.onclick = () => {
    const frame = document.createElement('iframe')
    frame.src = player
    frame.title = card.querySelector('cite')?.textContent ?? ''
    frame.allow = 'fullscreen'
    // YouTube plays nothing without knowing which site asks.
    frame.referrerPolicy = 'strict-origin-when-cross-origin'
    ask.replaceWith(frame)
    frame.focus()
  }
}
