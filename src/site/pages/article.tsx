import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { hrefOf } from '../../addresses/address.ts'
import {
  disclaimersOf,
  disclaimerText,
  type Headline,
  type ReadingArticle,
} from '../../articles/article.ts'
import { bodyHtml } from '../../articles/body.ts'
import { Notes } from '../../articles/correction-parts.tsx'
import { ArticleHead, Body, datelineHtml, PremiumNote } from '../../articles/parts.tsx'
import { categoryName, lineage } from '../../categories/category.ts'
import { branchesOf, TagList } from '../../categories/parts.tsx'
import type { Contributor } from '../../contributors/contributor.ts'
import { ContributorBox } from '../../contributors/parts.tsx'
import { embedScript } from '../../design/assets.ts'
import { texts } from '../../design/texts.ts'
import { PictureFigure } from '../../media/parts.tsx'
import type { Picture } from '../../media/picture.ts'
import type { Newsroom } from '../../newsroom/newsroom.ts'
import { Also } from '../../related/parts.tsx'
import type { Recommendation } from '../../related/related.ts'
import { feedLinks } from '../../syndication/feed.ts'
import { articleThing } from '../../syndication/json-ld.ts'
import { embedLink } from '../../syndication/oembed.ts'
import { type Beside, Neighbours } from './neighbours.tsx'
import { Sheet, type SheetData } from './sheet.tsx'
import { articleMeta } from './social.ts'
import { AlsoIn, alternatesOf } from './translations.tsx'

export type ArticlePageProps = SheetData & {
  article: ReadingArticle
  also?: readonly Recommendation[]
  beside?: Beside | null
  translations?: readonly Headline[]
}

/**
 * An article from its category to its tags. One page for all kinds: a live article carries its marker and its
 * entries, a Premium one without body a note in place of its text, a page (`kind: 'page'`) its headline and text alone.
 */
export const ArticlePage = ({
  article,
  also = [],
  beside,
  translations = [],
  ...sheet
}: ArticlePageProps) => {
  const { newsroom, categories } = sheet.shell
  const { language, body } = article
  const dateline = datelineHtml(article, newsroom.timezone)
  const text =
    body &&
    bodyHtml(body, {
      language,
      timezone: newsroom.timezone,
      pictures: article.pictures,
      ...(dateline && article.kind !== 'live' ? { dateline } : {}),
    })
  const within = article.category ? lineage(categories, article.category.id) : []
  return (
    <Sheet
      {...sheet}
      makeup="article"
      language={language}
      title={article.seoTitle || article.headline}
      description={article.standfirst}
      meta={articleMeta(article, newsroom, sheet.siteUrl)}
      within={within}
      things={[articleThing(article, translations, { siteUrl: sheet.siteUrl, ...sheet.shell })]}
      alternates={alternatesOf([article, ...translations], sheet)}
      feeds={[
        ...within
          .slice(-1)
          .flatMap((category) => feedLinks(categoryName(category, language), category.path)),
        embedLink(article, sheet.siteUrl),
      ]}
      {...(text?.includes(' data-player="') ? { script: embedScript.path } : {})}
    >
      {article.kind === 'page' ? (
        <Standing article={article} text={text ?? ''}>
          <AlsoIn language={language} translations={translations} />
        </Standing>
      ) : (
        <article class={`article ${article.kind}`}>
          <ArticleHead article={article} timezone={newsroom.timezone}>
            <AlsoIn language={language} translations={translations} />
          </ArticleHead>
          {article.picture && (
            <PictureFigure
              picture={article.picture}
              kind="picture lead-picture"
              size="wide"
              first
            />
          )}
          {article.kind === 'live' && <LiveNote language={language} dateline={dateline} />}
          {text === null ? (
            <div class="body">
              {article.datelinePlace && (
                <p>{raw(dateline.replace(/ <span class="dash">.*$/, ''))}</p>
              )}
              <PremiumNote language={language} />
            </div>
          ) : (
            <Body html={text} />
          )}
          <ArticleFoot article={article} newsroom={newsroom} />
        </article>
      )}
      <Also recommendations={also} language={language} timezone={newsroom.timezone} />
      {beside && <Neighbours beside={beside} language={language} />}
      {article.kind !== 'page' && <Browse shell={sheet.shell} language={language} />}
    </Sheet>
  )
}

/** About, imprint, policies: a headline and a text. */
const Standing = ({
  article,
  text,
  children,
}: {
  article: ReadingArticle
  text: string
  children: Child
}) => (
  <article class="article page">
    <header class="head">
      <h1>{article.headline}</h1>
      {article.standfirst && <p class="standfirst">{article.standfirst}</p>}
      {children}
    </header>
    {article.picture && (
      <PictureFigure picture={article.picture} kind="picture lead-picture" size="wide" first />
    )}
    <Body html={text} />
  </article>
)

const LiveNote = ({ language, dateline }: { language: string; dateline: string }) => (
  <p class="live-note">
    {dateline && raw(dateline)} {texts(language)('live.running')}
  </p>
)

const ArticleFoot = ({ article, newsroom }: { article: ReadingArticle; newsroom: Newsroom }) => {
  const t = texts(article.language)
  const people = described(article)
  const disclaimers = disclaimersOf(article)
  return (
    <footer class="after">
      <Notes article={article} timezone={newsroom.timezone} />
      {people.length > 0 && (
        <section aria-labelledby="about">
          <h2 id="about">{t('article.about', { count: people.length })}</h2>
          {people.map((contributor) => (
            <ContributorBox
              contributor={contributor}
              picture={portrait(article, contributor)}
              language={article.language}
            >
              <h3>
                <a href={hrefOf(contributor.path)} rel="author">
                  <bdi>{contributor.name}</bdi>
                </a>
              </h3>
            </ContributorBox>
          ))}
        </section>
      )}
      {disclaimers.length > 0 && (
        <section class="disclaimer" aria-labelledby="disclaimer">
          <h2 id="disclaimer">{t('article.disclaimer')}</h2>
          {disclaimers.map((disclaimer) => (
            <p>{disclaimerText(disclaimer, newsroom, article.language)}</p>
          ))}
        </section>
      )}
      {article.tags.length > 0 && (
        <section class="tagged" aria-labelledby="tags">
          <h2 id="tags">{t('article.tags')}</h2>
          <TagList tags={article.tags} />
        </section>
      )}
    </footer>
  )
}

/** The people of the bylines with something to say about them, each once. */
const described = ({ bylines }: ReadingArticle): Contributor[] => [
  ...new Map(
    bylines
      .filter(
        ({ role, contributor }) =>
          role === 'author' && (contributor.biography || contributor.pictureId),
      )
      .map(({ contributor }) => [contributor.id, contributor]),
  ).values(),
]

const portrait = ({ pictures }: ReadingArticle, { pictureId }: Contributor): Picture | null =>
  (pictureId && pictures.get(pictureId)) || null

const Browse = ({ shell, language }: Pick<SheetData, 'shell'> & { language: string }) => {
  const branches = branchesOf(shell.categories, language)
  if (branches.length === 0) return null
  return (
    <nav class="browse" aria-labelledby="browse">
      <h2 id="browse">{texts(language)('article.browse')}</h2>
      <ul>
        {branches.map(({ label, href }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
