import { newsroomNow } from '../newsroom/settings.ts'
import type { House } from '../platform/http.ts'

/**
 * Crawlers that collect text to train models, by the names under which their owners promise to obey. Those that fetch a
 * page because a person asked for it, or for a search engine, are not among them.
 */
const trainers = [
  'AI2Bot',
  'Amazonbot',
  'Applebot-Extended',
  'Bytespider',
  'CCBot',
  'ClaudeBot',
  'Cohere-training-data-crawler',
  'Diffbot',
  'FacebookBot',
  'GPTBot',
  'Google-Extended',
  'ICC-Crawler',
  'ImagesiftBot',
  'Meta-ExternalAgent',
  'PanguBot',
  'Timpibot',
  'Webzio-Extended',
  'anthropic-ai',
  'img2dataset',
  'omgili',
]

/** robots.txt (RFC 9309): everything public is open, a search is made anew for each question. */
export async function robotsText({ db, siteUrl }: Pick<House, 'db' | 'siteUrl'>): Promise<string> {
  const { crawlers } = await newsroomNow(db)
  const groups = [
    ...(crawlers.training === 'refused'
      ? [[...trainers.map((name) => `User-agent: ${name}`), 'Disallow: /']]
      : []),
    // Not `/search` alone, which would shut out an article at /search-for-the-missing.
    ['User-agent: *', 'Disallow: /search$', 'Disallow: /search?', 'Disallow: /search/'],
    [`Sitemap: ${siteUrl}/sitemap.xml`, `Sitemap: ${siteUrl}/sitemaps/news.xml`],
  ]
  return `${groups.map((lines) => lines.join('\n')).join('\n\n')}\n`
}
