/** What sites show at their addresses, known without asking them. */

export type EmbedKind = 'link' | 'video' | 'audio' | 'post' | 'file' | 'map' | 'picture'

/** Hosts whose frames and players become embeds, by what they show. Subdomains are included. */
const hosts: Record<Exclude<EmbedKind, 'file' | 'picture'>, string> = {
  video:
    'youtube.com youtu.be youtube-nocookie.com vimeo.com dailymotion.com dai.ly tiktok.com ted.com videopress.com wordpress.tv rumble.com odysee.com streamable.com rutube.ru vk.com vkvideo.ru ok.ru twitch.tv brightcove.net jwplatform.com jwplayer.com kaltura.com wistia.com wistia.net loom.com peertube.tv c-span.org nicovideo.jp bilibili.com coub.com ustream.tv livestream.com funnyordie.com screencast.com cloudup.com animoto.com veoh.com metacafe.com blip.tv viddler.com qik.com revision3.com hulu.com vine.co giphy.com gfycat.com',
  audio:
    'soundcloud.com spotify.com mixcloud.com bandcamp.com podcasts.apple.com embed.podcasts.apple.com music.apple.com audioboom.com audiomack.com acast.com anchor.fm buzzsprout.com libsyn.com podbean.com megaphone.fm simplecast.com transistor.fm spreaker.com omny.fm ivoox.com castos.com pca.st pocketcasts.com reverbnation.com deezer.com rdio.com',
  post: 'twitter.com x.com facebook.com fb.watch instagram.com threads.net threads.com bsky.app t.me telegram.me reddit.com tumblr.com pinterest.com linkedin.com mastodon.social mastodon.online vk.me weibo.com',
  map: 'google.com/maps maps.google.com openstreetmap.org umap.openstreetmap.fr mapbox.com arcgis.com arcg.is carto.com cartodb.com felt.com liveuamap.com windy.com mapy.cz yandex.ru/map-widget yandex.com/map-widget bing.com/maps',
  link: 'datawrapper.de dwcdn.net flourish.studio infogram.com infogr.am documentcloud.org scribd.com issuu.com slideshare.net speakerdeck.com docs.google.com drive.google.com sheets.google.com datastudio.google.com lookerstudio.google.com knightlab.com timeline.knightlab.com tableau.com public.tableau.com highcharts.com plot.ly plotly.com ourworldindata.org statista.com archive.org flickr.com flic.kr imgur.com kickstarter.com crowdsignal.com poll.fm polldaddy.com typeform.com airtable.com wolframcloud.com codepen.io gist.github.com canva.com genially.com genial.ly thinglink.com storymaps.arcgis.com sketchfab.com prezi.com observablehq.com rawgit.com wikipedia.org wikimedia.org europa.eu un.org worldbank.org amazon.com smugmug.com photobucket.com someecards.com collegehumor.com meetup.com animatron.com wordpress.com',
}

const kindByHost = new Map<string, EmbedKind>(
  Object.entries(hosts).flatMap(([kind, list]) =>
    list.split(' ').map((host): [string, EmbedKind] => [host, kind as EmbedKind]),
  ),
)

/** What a known site shows at an address, or undefined for a site outside the list. */
export function embedKind(address: string): EmbedKind | undefined {
  const url = new URL(address)
  const host = url.hostname.toLowerCase()
  const firstPart = url.pathname.split('/')[1] ?? ''
  for (let at = 0; at >= 0; at = host.indexOf('.', at) + 1 || -1) {
    const part = host.slice(at)
    const kind = kindByHost.get(`${part}/${firstPart}`) ?? kindByHost.get(part)
    if (kind) return kind
  }
  // Google has a domain a country, and Mastodon a server a community.
  if (/^(www\.|maps\.)google\.[a-z.]{2,6}$/.test(host) && /^\/maps/.test(url.pathname)) return 'map'
  if (/^\/@[\w.-]+\/\d{15,}(\/embed)?$/.test(url.pathname)) return 'post'
  if (/^\/videos?\/(watch|embed)\//.test(url.pathname)) return 'video'
  return undefined
}

/** The address that a reader can open, of a player's. */
export function pageOfPlayer(address: string): string {
  const url = new URL(address)
  const host = url.hostname.replace(/^www\./, '')
  const path = url.pathname
  if (/^youtube(-nocookie)?\.com$/.test(host)) {
    const id = /^\/(?:embed|v)\/([\w-]{6,20})/.exec(path)?.[1]
    if (id && id !== 'videoseries') return `https://www.youtube.com/watch?v=${id}`
    const list = url.searchParams.get('list')
    if (list && /^[\w-]+$/.test(list)) return `https://www.youtube.com/playlist?list=${list}`
  }
  if (host === 'player.vimeo.com') {
    const id = /^\/video\/(\d+)/.exec(path)?.[1]
    if (id) return `https://vimeo.com/${id}`
  }
  if (host === 'dailymotion.com') {
    const id = /^\/embed\/video\/(\w+)/.exec(path)?.[1]
    if (id) return `https://www.dailymotion.com/video/${id}`
  }
  if (host === 'open.spotify.com') return `https://open.spotify.com${path.replace(/^\/embed/, '')}`
  if (host === 'w.soundcloud.com') {
    const track = url.searchParams.get('url')
    if (track && /^https:\/\/(api\.)?soundcloud\.com\//.test(track)) return track
  }
  if (host === 'facebook.com' && path.startsWith('/plugins/')) {
    const page = url.searchParams.get('href')
    if (page && /^https:\/\/[\w.]*facebook\.com\//.test(page)) return page
  }
  return url.href
}
