/**
 * Who may see what each public route answers. The canary test visits every route of this list and fails when the
 * application has one that is not on it.
 */
/** `door`: says nothing of the newsroom's matter to whoever is not let in. */
export type Access = 'everyone' | 'door'

/** Under this stands the desk's API, which nobody reaches who is not signed in. */
export const staffOnly = '/desk/api/'

export const access: Record<string, Access> = {
  'GET /health': 'everyone',
  'GET /assets/:file': 'everyone',
  'GET /pictures/:hash{[0-9a-f]{32}}/:file{[0-9]{1,4}\\.(avif|webp|jpeg)}': 'everyone',
  'ALL /pictures/:hash/:file': 'everyone',
  'GET /icons/:hash{[0-9a-f]{12}}/:file{(?:maskable-)?[0-9]{2,3}\\.png}': 'everyone',
  'GET /apple-touch-icon.png': 'everyone',
  'GET /favicon.ico': 'everyone',
  'GET /manifest.webmanifest': 'everyone',
  'ALL /desk/*': 'door',
  'GET /desk': 'door',
  'GET /desk/preview/:id': 'door',
  'GET /desk/preview/:id/card': 'door',
  'GET /desk/front-preview': 'door',
  'GET /desk/*': 'door',
  'GET /desk/assets/:file': 'everyone',
  'ALL /desk/sign-in/*': 'door',
  'GET /desk/sign-in': 'door',
  'POST /desk/sign-in': 'door',
  'GET /desk/sign-in/code': 'door',
  'POST /desk/sign-in/code': 'door',
  'GET /desk/sign-in/link': 'door',
  'POST /desk/sign-in/link': 'door',
  'POST /desk/sign-in/password': 'door',
  'POST /desk/sign-in/challenge': 'door',
  'POST /desk/sign-in/passkey': 'door',
  'GET /desk/first': 'door',
  'POST /desk/first': 'door',
  'POST /desk/sign-out': 'door',
  'ALL /guest': 'door',
  'GET /guest': 'door',
  'POST /guest': 'door',
  'GET /:address{(?:.+/)?(?:feed\\.(?:rss|atom|json)|ninjs\\.json)}': 'everyone',
  'GET /sitemap.xml': 'everyone',
  'GET /sitemaps/sections.xml': 'everyone',
  'GET /sitemaps/news.xml': 'everyone',
  'GET /sitemaps/:month{\\d{4}-(?:0[1-9]|1[0-2])(?:-[1-9]\\d{0,5})?\\.xml}': 'everyone',
  'GET /oembed': 'everyone',
  'GET /cards/:file{(?:newsroom|[0-9a-f-]{36})-[0-9a-f]{12}\\.jpeg}': 'everyone',
  'GET /robots.txt': 'everyone',
  'GET /llms.txt': 'everyone',
  'GET /search': 'everyone',
  'GET /': 'everyone',
  'GET /feeds': 'everyone',
  'GET /corrections': 'everyone',
  'GET /archive': 'everyone',
  'GET /archive/:year{\\d{4}}/:month{\\d{2}}': 'everyone',
  'GET /archive/:year{\\d{4}}/:month{\\d{2}}/:day{\\d{2}}': 'everyone',
  'GET /*': 'everyone',
  'ALL /*': 'everyone',
}
