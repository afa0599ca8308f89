import { hrefOf } from '../../addresses/address.ts'
import { type Card, type Headline, isLong } from '../../articles/article.ts'
import { ArticleCard } from '../../articles/parts.tsx'
import { categoryName } from '../../categories/category.ts'
import { dates } from '../../design/dates.ts'
import { texts } from '../../design/texts.ts'
import { MostRead } from '../../readership/parts.tsx'
import { frontThings } from '../../syndication/json-ld.ts'
import type { Front, River } from '../lists.ts'
import { Sheet, type SheetData } from './sheet.tsx'
import { frontAlternates } from './translations.tsx'

export type HomePageProps = SheetData & {
  language: string
  front: Front
  most?: readonly Headline[]
  older?: string
}

/** Places at the top: beside the lead, and below it once there is enough to fill the wire too. */
const SECONDS = 3
const BELOW = 2
const ENOUGH = 9

/**
 * The front page of one language: the lead, the seconds, the latest as a wire; opinion set apart; a river for each
 * category. It is dated by its newest article, so that it stays true however long it is kept.
 */
export const HomePage = ({ language, front, most = [], older, ...sheet }: HomePageProps) => {
  const { newsroom } = sheet.shell
  const { latest, opinion, rivers } = front
  const [lead, ...others] = latest
  const said = dates(language, newsroom.timezone)
  const newest = [...latest, ...opinion]
    .map(({ published }) => published)
    .sort()
    .at(-1)
  const common = { language, timezone: newsroom.timezone }
  return (
    <Sheet
      {...sheet}
      language={language}
      title={newsroom.name}
      description={newsroom.tagline}
      meta={[{ property: 'og:type', content: 'website' }]}
      alternates={frontAlternates(sheet)}
      things={frontThings({ siteUrl: sheet.siteUrl, ...sheet.shell }, language)}
      front={{
        tagline: newsroom.tagline,
        date: newest && <time datetime={newest}>{said.longDay(newest)}</time>,
      }}
    >
      {lead || opinion.length > 0 ? (
        <div class="home">
          {lead && <Top lead={lead} others={others} {...common} />}
          <MostRead articles={most} language={language} />
          {opinion.length > 0 && <Opinion cards={opinion} {...common} />}
          {rivers.map((river) => (
            <CategoryRiver {...river} {...common} />
          ))}
          {older && (
            <nav class="turning" aria-label={texts(language)('list.pages')}>
              <a href={older}>{texts(language)('list.older')}</a>
            </nav>
          )}
        </div>
      ) : (
        <Empty language={language} />
      )}
    </Sheet>
  )
}

type Common = { language: string; timezone: string }

const Top = ({ lead, others, ...common }: Common & { lead: Card; others: Card[] }) => {
  const t = texts(common.language)
  const seconds = others.slice(0, SECONDS)
  const wired = others.length >= ENOUGH ? SECONDS + BELOW : SECONDS
  const below = others.slice(SECONDS, wired)
  const wire = others.slice(wired)
  const shape = `top${seconds.length > 0 ? ' seconded' : ''}${wire.length > 0 ? ' wired' : ''}`
  return (
    <section class={shape} aria-label={t('home.lead')}>
      <div class="leading">
        <ArticleCard
          {...common}
          card={lead}
          picture="lead"
          first
          level={2}
          class={`card lead${lead.picture ? '' : ' bare'}${isLong(lead.headline) ? ' long' : ''}`}
        />
        {below.length > 0 && (
          <div class="below">
            {below.map((card) => (
              <ArticleCard {...common} card={card} level={2} class="card" />
            ))}
          </div>
        )}
      </div>
      {seconds.length > 0 && (
        <div class="seconds">
          {seconds.map((card, index) => (
            <ArticleCard
              {...common}
              card={card}
              {...(index === 0 || wire.length === 0 ? { picture: 'card' as const } : {})}
              level={2}
              class="card second"
            />
          ))}
        </div>
      )}
      {wire.length > 0 && <Wire cards={wire} newest={lead.published} {...common} />}
    </section>
  )
}

/** The latest as they came in: a line for each, its time or its day hanging beside it. */
const Wire = ({ cards, newest, ...common }: Common & { cards: Card[]; newest: string }) => {
  const said = dates(common.language, common.timezone)
  const today = said.day(newest)
  return (
    <section class="wire" aria-labelledby="latest">
      <h2 id="latest">{texts(common.language)('home.latest')}</h2>
      {cards.map((card) => (
        <ArticleCard
          {...common}
          card={card}
          standfirst={false}
          category={false}
          authors={false}
          time={said.day(card.published) === today ? 'time' : 'shortDay'}
          class="card line"
        />
      ))}
    </section>
  )
}

const Opinion = ({ cards, ...common }: Common & { cards: Card[] }) => (
  <section class="opinions" aria-labelledby="opinion">
    <h2 id="opinion">{texts(common.language)('home.opinion')}</h2>
    <div class="columns">
      {cards.map((card) => (
        <ArticleCard {...common} card={card} kind={false} category={false} class="card view" />
      ))}
    </div>
  </section>
)

const CategoryRiver = ({ category, cards, ...common }: Common & River) => {
  const [first, ...rest] = cards
  const name = categoryName(category, common.language)
  return (
    <section class="river" aria-labelledby={`river:${category.id}`}>
      <h2 id={`river:${category.id}`}>
        <a href={hrefOf(category.path)}>{name}</a>
      </h2>
      {first && (
        <ArticleCard
          {...common}
          card={first}
          picture="card"
          category={false}
          class="card head-of-river"
        />
      )}
      {rest.length > 0 && (
        <div class="rest">
          {rest.map((card) => (
            <ArticleCard {...common} card={card} category={false} standfirst={false} class="card" />
          ))}
        </div>
      )}
    </section>
  )
}

const Empty = ({ language }: { language: string }) => {
  const t = texts(language)
  return (
    <section class="notice">
      <h2>{t('home.empty.title')}</h2>
      <p>{t('home.empty.text')}</p>
    </section>
  )
}
