import type { Card } from '../../articles/article.ts'
import { ArticleCard } from '../../articles/parts.tsx'
import { texts } from '../../design/texts.ts'
import { feedFormats, feedNames, feedPath, feedTypes } from '../../syndication/feed.ts'

/** One page of a list. `older` and `newer` are addresses of its neighbours. */
export type ListData = { cards: Card[]; older?: string; newer?: string }

type Listing = {
  cards: readonly Card[]
  language: string
  timezone: string
  /** Where all are of one category, it is not repeated. */
  category?: boolean
  authors?: boolean
  level?: 2 | 3
}

/** Articles one below the other, newest first, the date hanging beside each. */
export const CardList = ({
  cards,
  language,
  timezone,
  category = true,
  authors = true,
  level = 2,
}: Listing) =>
  cards.length === 0 ? (
    <p class="empty">{texts(language)('list.empty')}</p>
  ) : (
    <div class="list">
      {cards.map((card, index) => (
        <ArticleCard
          card={card}
          language={language}
          timezone={timezone}
          picture="thumb"
          first={index === 0}
          category={category}
          authors={authors}
          level={level}
          class="card item"
        />
      ))}
    </div>
  )

/** A list's feeds, for people who read in a feed reader. */
export const Follow = ({
  name,
  path,
  language,
}: {
  name: string
  path: string
  language: string
}) => (
  <p class="follow">
    {texts(language)('list.follow', { name })} <FeedFormats path={path} />
  </p>
)

/** The formats of a list's feed, each a link. */
export const FeedFormats = ({ path }: { path: string }) => (
  <span class="formats">
    {feedFormats.map((format) => (
      <a href={feedPath(path, format)} type={feedTypes[format]}>
        {feedNames[format]}
      </a>
    ))}
  </span>
)

/** The way on through a list. */
export const Turning = ({
  older,
  newer,
  language,
}: {
  older: string | undefined
  newer: string | undefined
  language: string
}) => {
  const t = texts(language)
  if (!older && !newer) return null
  return (
    <nav class="turning" aria-label={t('list.pages')}>
      {newer && (
        <a href={newer} rel="prev">
          {t('list.newer')}
        </a>
      )}
      {older && (
        <a href={older} rel="next">
          {t('list.older')}
        </a>
      )}
    </nav>
  )
}
