import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'

/** Groups of an IPv6 address that name a network (48 bits), as providers give them to a household or an office. */
const GROUPS = 3

/** The network an address is in: the first 24 bits of IPv4, 48 of IPv6. Enough to tell clients apart, and no more. */
export function networkIn(address: string): string {
  const dot = address.lastIndexOf('.')
  if (dot >= 0) return address.slice(address.lastIndexOf(':') + 1, dot)
  const groups = address.split(':', GROUPS + 1)
  const gap = groups.indexOf('')
  return groups.slice(0, gap < 0 ? GROUPS : gap).join(':')
}

/**
 * Tells the network of requests. Behind a trusted proxy it is what that proxy says (`X-Forwarded-For`), and undefined
 * when it says nothing: then all readers would look like one.
 */
export function networks(isTrustedProxy: (address: string) => boolean) {
  // Kept by connection, and gone with it.
  const direct = new WeakMap<Socket, string | undefined>()
  return ({ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>): string | undefined => {
    let network = direct.get(socket)
    if (network === undefined && !direct.has(socket)) {
      const address = socket.remoteAddress ?? ''
      network = isTrustedProxy(address) ? undefined : networkIn(address)
      direct.set(socket, network)
    }
    if (network !== undefined) return network
    const forwarded = headers['x-forwarded-for']
    if (typeof forwarded !== 'string' || forwarded === '') return undefined
    if (!forwarded.includes(',')) return networkIn(forwarded.trim())
    const chain = forwarded.slice(-LONGEST_CHAIN).split(',')
    const client = chain.map((one) => one.trim()).findLast((one) => !isTrustedProxy(one))
    return client === undefined ? undefined : networkIn(client)
  }
}

/** Characters at the end of a chain of proxies that are looked at; what is before them, the client made up. */
const LONGEST_CHAIN = 300
