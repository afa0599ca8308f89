import { hrefOf } from '../addresses/address.ts'
import { standingPages } from '../articles/directory.ts'
import { frontPath } from '../articles/feed.ts'
import { fronts } from '../articles/feeds.ts'
import { allCategories } from '../categories/categories.ts'
import { newsroomNow } from '../newsroom/settings.ts'
import type { House } from '../platform/http.ts'
import { languageName } from '../platform/language.ts'
import { feedFormats, feedNames, feedPath } from './feed.ts'

/** llms.txt (llmstxt.org): what the newsroom is and where its parts are, in Markdown, for programs that read. */
export async function llmsText({ db, siteUrl }: Pick<House, 'db' | 'siteUrl'>): Promise<string> {
  const newsroom = await newsroomNow(db)
  const at = (path: string) => siteUrl + hrefOf(path)
  const link = (label: string, address: string, says = '') =>
    `- [${plain(label)}](${address})${says ? `: ${plain(says)}` : ''}`
  const known = new Set((await standingPages(db)).map(({ path }) => path))
  const policies = newsroom.navigation.filter(({ href }) => known.has(href))
  const sections: [title: string, lines: string[]][] = [
    [
      'Front pages',
      (await fronts(db)).map((language) =>
        link(languageName(language), at(frontPath(newsroom, language))),
      ),
    ],
    [
      'Sections',
      (await allCategories(db)).map(({ name, path, description }) =>
        link(name, at(path), description),
      ),
    ],
    [
      'Feeds',
      [
        ...feedFormats.map((format) =>
          link(
            feedNames[format],
            `${siteUrl}${feedPath('/', format)}`,
            carried[newsroom.feeds.text],
          ),
        ),
        link('All feeds', at('/feeds')),
        link('Sitemap', `${siteUrl}/sitemap.xml`, 'every article by month'),
        link('News sitemap', `${siteUrl}/sitemaps/news.xml`, 'the last 48 hours'),
      ],
    ],
    ['About and policies', policies.map(({ label, href }) => link(label, at(href)))],
    ['Optional', [link('Archive', at('/archive'), 'everything by date')]],
  ]
  const paragraphs = [
    `# ${plain(newsroom.name)}`,
    ...(newsroom.tagline ? [`> ${plain(newsroom.tagline)}`] : []),
    [
      'A newsroom’s articles as plain HTML, readable without scripts. Every list has feeds at its own address with /feed.rss, /feed.atom or /feed.json added; every article and every list has IPTC ninjs at its address with /ninjs.json added.',
      ...(newsroom.imprint ? [plain(newsroom.imprint)] : []),
      ...(newsroom.crawlers.training === 'refused'
        ? ['The newsroom asks that its texts are not used to train models; see /robots.txt.']
        : []),
    ].join(' '),
    ...sections
      .filter(([, lines]) => lines.length > 0)
      .map(([title, lines]) => `## ${title}\n\n${lines.join('\n')}`),
  ]
  return `${paragraphs.join('\n\n')}\n`
}

const carried = {
  full: 'the newest articles, whole',
  summary: 'the newest articles, each with its standfirst',
}

/** Words on one line that are nothing but words in Markdown. */
const plain = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\[\]`*_<>#|]/g, '\\$&')
