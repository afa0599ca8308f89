import { element, textElement, xmlDocument } from './xml.ts'

/** Sitemaps (sitemaps.org 0.9) with Google's images and news, as text. */

export type MapEntry = { address: string; changed?: string; picture?: string | undefined }
export type NewsEntry = { address: string; headline: string; language: string; published: string }

const urlset = (extension: Record<string, string>, urls: string[]) =>
  xmlDocument(
    element('urlset', { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9', ...extension }, urls),
  )

export const mapOf = (entries: readonly MapEntry[]) =>
  urlset(
    { 'xmlns:image': 'http://www.google.com/schemas/sitemap-image/1.1' },
    entries.map(({ address, changed, picture }) =>
      element('url', {}, [
        textElement('loc', address),
        changed ? textElement('lastmod', changed) : null,
        picture ? element('image:image', {}, [textElement('image:loc', picture)]) : null,
      ]),
    ),
  )

export const newsMapOf = (newsroom: string, entries: readonly NewsEntry[]) =>
  urlset(
    { 'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9' },
    entries.map(({ address, headline, language, published }) =>
      element('url', {}, [
        textElement('loc', address),
        element('news:news', {}, [
          element('news:publication', {}, [
            textElement('news:name', newsroom),
            textElement('news:language', newsLanguage(language)),
          ]),
          textElement('news:publication_date', published),
          textElement('news:title', headline),
        ]),
      ]),
    ),
  )

/** ISO 639, but for Chinese, as the schema has it. */
function newsLanguage(language: string) {
  const { language: base, script } = new Intl.Locale(language).maximize()
  return base === 'zh' ? (script === 'Hant' ? 'zh-tw' : 'zh-cn') : base
}

export const indexOf = (addresses: readonly string[]) =>
  xmlDocument(
    element(
      'sitemapindex',
      { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' },
      addresses.map((address) => element('sitemap', {}, [textElement('loc', address)])),
    ),
  )
