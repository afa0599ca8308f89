import type { Headline } from '../../articles/article.ts'
import { type Category, categoryName, lineage, type Tag } from '../../categories/category.ts'
import { CategoryList, CategoryPath } from '../../categories/parts.tsx'
import type { Contributor } from '../../contributors/contributor.ts'
import { ContributorBox } from '../../contributors/parts.tsx'
import { texts } from '../../design/texts.ts'
import { creditOf } from '../../media/parts.tsx'
import type { Picture } from '../../media/picture.ts'
import { MostRead } from '../../readership/parts.tsx'
import { feedLinks } from '../../syndication/feed.ts'
import { collectionThing, profileThing } from '../../syndication/json-ld.ts'
import { CardList, Follow, type ListData, Turning } from './list.tsx'
import { Sheet, type SheetData } from './sheet.tsx'
import { profileMeta } from './social.ts'

export type CategoryPageProps = SheetData &
  ListData & { language: string; category: Category; most?: readonly Headline[] }

export const CategoryPage = ({
  language,
  category,
  most = [],
  cards,
  older,
  newer,
  ...sheet
}: CategoryPageProps) => {
  const { categories, newsroom } = sheet.shell
  const t = texts(language)
  const name = categoryName(category, language)
  const line = lineage(categories, category.id)
  const below = categories.filter(({ parentId }) => parentId === category.id)
  return (
    <Sheet
      {...sheet}
      language={language}
      title={name}
      description={category.description}
      within={line}
      things={[collectionThing(name, category.description, category.path, language, sheet.siteUrl)]}
      feeds={feedLinks(name, category.path)}
    >
      <header class="opening">
        {line.length > 1 && (
          <CategoryPath line={line.slice(0, -1)} language={language} label={t('navigation.path')} />
        )}
        <h1>{name}</h1>
        {category.description && <p class="standfirst">{category.description}</p>}
        {below.length > 0 && (
          <nav aria-label={t('category.within', { category: name })}>
            <CategoryList categories={below} language={language} />
          </nav>
        )}
      </header>
      <CardList
        cards={cards}
        language={language}
        timezone={newsroom.timezone}
        category={below.length > 0}
      />
      <MostRead articles={most} language={language} />
      <Turning older={older} newer={newer} language={language} />
      <Follow name={name} path={category.path} language={language} />
    </Sheet>
  )
}

export type TagPageProps = SheetData & ListData & { language: string; tag: Tag }

export const TagPage = ({ language, tag, cards, older, newer, ...sheet }: TagPageProps) => {
  const t = texts(language)
  return (
    <Sheet
      {...sheet}
      language={language}
      title={tag.name}
      description={t('tag.title', { tag: tag.name })}
      things={[collectionThing(tag.name, '', tag.path, language, sheet.siteUrl)]}
      feeds={feedLinks(tag.name, tag.path)}
    >
      <header class="opening">
        <p class="label">{t('tag.label')}</p>
        <h1 dir="auto">{tag.name}</h1>
      </header>
      <CardList cards={cards} language={language} timezone={sheet.shell.newsroom.timezone} />
      <Turning older={older} newer={newer} language={language} />
      <Follow name={tag.name} path={tag.path} language={language} />
    </Sheet>
  )
}

export type ContributorPageProps = SheetData &
  ListData & { language: string; contributor: Contributor; picture: Picture | null }

export const ContributorPage = ({
  language,
  contributor,
  picture,
  cards,
  older,
  newer,
  ...sheet
}: ContributorPageProps) => {
  const t = texts(language)
  const credit = picture && creditOf(picture)
  return (
    <Sheet
      {...sheet}
      language={language}
      title={contributor.name}
      description={contributor.biography}
      things={[profileThing(contributor, picture, sheet.siteUrl)]}
      meta={profileMeta(contributor, picture, sheet.siteUrl)}
      feeds={feedLinks(contributor.name, contributor.path)}
    >
      <header class="opening">
        <ContributorBox contributor={contributor} picture={picture} language={language}>
          <p class="label">{t(`contributor.${contributor.kind}`)}</p>
          <h1 dir="auto">{contributor.name}</h1>
        </ContributorBox>
        {credit && (
          <p class="credit">{t.around('contributor.portrait', { credit: <bdi>{credit}</bdi> })}</p>
        )}
      </header>
      <CardList
        cards={cards}
        language={language}
        timezone={sheet.shell.newsroom.timezone}
        authors={false}
      />
      <Turning older={older} newer={newer} language={language} />
      <Follow name={contributor.name} path={contributor.path} language={language} />
    </Sheet>
  )
}
