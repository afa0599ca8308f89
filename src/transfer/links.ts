import { isLinkAddress, isWebAddress } from '../addresses/link.ts'

/** Blanks and control characters, which browsers drop from addresses and which hide `java\nscript:` from readers. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const unseen = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g

/** An absolute http(s) address, resolved against `base`, or undefined. */
export function webAddress(written: string | undefined, base: string): string | undefined {
  const address = written?.replace(unseen, '').trim()
  if (!address || /^(data|blob|javascript|file|about):/i.test(address)) return undefined
  if (isWebAddress(address) && !/\s/.test(address)) return address
  try {
    const url = new URL(address, base || undefined)
    return /^https?:$/.test(url.protocol) ? url.href : undefined
  } catch {
    return undefined
  }
}

export const hostOf = (address: string): string => {
  try {
    return new URL(address).hostname.replace(/^www\./, '')
  } catch {
    return ''
  }
}

const files = /^\/(?:.*\/)?(?:wp-(?:content|includes|admin)|content\/(?:images|files|media))\//

/**
 * Where a link of an imported article points: inside the site that moves in a path, else as it is. Files of WordPress
 * (`wp-content`) and of Ghost (`content`) keep their full address, since they do not move. Undefined for what no link may point at.
 */
export function linkAddress(
  written: string,
  base: string,
  hosts: ReadonlySet<string>,
): string | undefined {
  const address = written.replace(unseen, '').trim()
  if (address === '') return undefined
  if (/^#|^(mailto|tel):/i.test(address)) {
    const tidy = address.replaceAll(' ', '%20')
    return isLinkAddress(tidy) ? tidy : undefined
  }
  const web = webAddress(address, base)
  if (!web) return undefined
  if (hosts.has(hostOf(web))) {
    const { pathname, search, hash } = new URL(web)
    if (!files.test(pathname)) {
      const path = `${pathname.replace(/^\/{2,}/, '/')}${search}${hash}`
      if (isLinkAddress(path)) return path
    }
  }
  return isLinkAddress(web) ? web : undefined
}
