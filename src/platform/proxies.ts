import ipaddr from 'ipaddr.js'

/** Parses networks such as 10.0.0.0/8, ::1 or loopback. Throws an Error that names the one it cannot read. */
export function trustedProxies(list: string): (address: string) => boolean {
  const networks = list
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
    .flatMap((part) => (part === 'loopback' ? ['127.0.0.0/8', '::1/128'] : [part]))
    .map((part) => {
      try {
        return part.includes('/') ? ipaddr.parseCIDR(part) : ([ipaddr.process(part), 128] as const)
      } catch {
        throw new Error(`“${part}” is not a network`)
      }
    })
  return (address) => {
    if (!ipaddr.isValid(address)) return false
    const asked = ipaddr.process(address)
    return networks.some(([network, bits]) => {
      if (asked.kind() !== network.kind()) return false
      return asked.kind() === 'ipv4'
        ? (asked as ipaddr.IPv4).match(network as ipaddr.IPv4, Math.min(bits, 32))
        : (asked as ipaddr.IPv6).match(network as ipaddr.IPv6, bits)
    })
  }
}

/**
 * The address a request came from: the nearest one that is no proxy of ours, read from the end of X-Forwarded-For,
 * since only what our own proxies added there can be believed.
 */
export function clientAddress(
  peer: string,
  forwarded: string | undefined,
  isTrustedProxy: (address: string) => boolean,
): string {
  let client = peer
  const hops = (forwarded ?? '').split(',').map((hop) => hop.trim())
  while (isTrustedProxy(client)) {
    const hop = hops.pop()
    if (!hop || !ipaddr.isValid(hop)) break
    client = hop
  }
  return client
}

/** What counts as one network when tries are counted: an IPv4 address, or the /64 that an IPv6 subscriber has. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown'
  const parsed = ipaddr.process(address)
  return parsed.kind() === 'ipv4'
    ? parsed.toString()
    : `${(parsed as ipaddr.IPv6).parts
        .slice(0, 4)
        .map((part) => part.toString(16))
        .join(':')}::/64`
}
