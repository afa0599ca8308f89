/** What can be known of an address on another site without asking that site. */

export type EmbedSite = {
  /** The host as readers know it, without `www`. */
  host: string
  /** The site's name where it is known, else the host. */
  name: string
  /** An address that plays it in a frame and keeps no cookies, for the sites that offer one. */
  player: string | null
}

const names: [RegExp, string][] = [
  [/(^|\.)(youtube\.com|youtu\.be|youtube-nocookie\.com)$/, 'YouTube'],
  [/(^|\.)vimeo\.com$/, 'Vimeo'],
  [/^(twitter|x)\.com$/, 'X'],
  [/(^|\.)facebook\.com$/, 'Facebook'],
  [/(^|\.)instagram\.com$/, 'Instagram'],
  [/^(t\.me|telegram\.me)$/, 'Telegram'],
  [/(^|\.)soundcloud\.com$/, 'SoundCloud'],
  [/(^|\.)spotify\.com$/, 'Spotify'],
  [/(^|\.)tiktok\.com$/, 'TikTok'],
  [/(^|\.)openstreetmap\.org$/, 'OpenStreetMap'],
  [/(^|\.)archive\.org$/, 'Internet Archive'],
]

/** The hosts that a page with players lets into a frame, for `frame-src`. */
export const playerHosts = ['https://www.youtube-nocookie.com', 'https://player.vimeo.com']

/** The site of an absolute http(s) address. */
export function embedSite(address: string): EmbedSite {
  const url = new URL(address)
  const host = url.hostname.replace(/^(www|m)\./, '')
  const name = names.find(([pattern]) => pattern.test(host))?.[1] ?? host
  return { host, name, player: playerOf(name, url) }
}

function playerOf(name: string, url: URL): string | null {
  if (name === 'YouTube') {
    const id =
      url.searchParams.get('v') ??
      /^\/(?:embed|shorts|live|v)\/([^/]+)/.exec(url.pathname)?.[1] ??
      (url.hostname.endsWith('youtu.be') ? url.pathname.slice(1) : '')
    return /^[\w-]{11}$/.test(id) ? `${playerHosts[0]}/embed/${id}` : null
  }
  if (name === 'Vimeo') {
    const id = /^\/(?:video\/)?(\d{1,12})\b/.exec(url.pathname)?.[1]
    return id ? `${playerHosts[1]}/video/${id}?dnt=1` : null
  }
  return null
}
