// Signs in with a passkey. Browsers are served this file as it stands: no types to strip, no imports.
for (const button of document.querySelectorAll('button')) {
  const { passkey } = button.dataset
  if (!passkey || !globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON) continue
  button.hidden = false
  button.onclick = async () => {
    button.disabled = true
    try {
      const asked = await fetch('/desk/sign-in/challenge', { method: 'POST' })
      const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await asked.json())
      const credential = await navigator.credentials.get({ publicKey })
      const answer = await fetch(`/desk/sign-in/passkey${location.search}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(credential),
      })
      if (!answer.ok) throw new Error(passkey)
      location.assign((await answer.json()).next)
    } catch {
      // Also when its owner closed the browser's own window: then nothing went wrong, and the mailbox is still there.
      const said = document.querySelector('[data-said]')
      if (said) said.textContent = passkey
      button.disabled = false
    }
  }
}
