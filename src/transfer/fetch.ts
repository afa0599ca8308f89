import { LARGEST_FILE } from '../media/picture.ts'
import {
  askOutside,
  type Limits,
  openInternet,
  outsideAddress,
  type Reach,
} from '../platform/outside.ts'
import { Refusal } from '../platform/refusals.ts'

const usual: Limits & { redirects: number } = { bytes: LARGEST_FILE, ms: 30_000, redirects: 5 }

const refused = (message: string) => new Refusal('not-allowed', 'import/fetch', message)

/**
 * Fetches a file from another site. Each redirect is judged like the address itself, so that none reaches a private
 * network. Throws a Refusal with the reason.
 */
export async function fetchFile(
  address: string,
  reach: Reach = openInternet,
  limits = usual,
): Promise<Buffer> {
  const deadline = AbortSignal.timeout(limits.ms)
  const question = { method: 'GET', headers: { accept: 'image/*' } } as const
  let at = outsideAddress(address)
  for (let followed = 0; ; followed++) {
    const { status, location, body } = await askOutside(at, question, reach, limits, deadline)
    if (status === 200) return body
    if (status < 300 || status >= 400 || !location) throw refused(`The site answered ${status}.`)
    if (followed >= limits.redirects) throw refused(`More than ${limits.redirects} redirects.`)
    at = outsideAddress(location, at)
  }
}
