import { hrefOf } from '../../addresses/address.ts'
import { NoteHead, noteId } from '../../articles/correction-parts.tsx'
import type { Corrected } from '../../articles/corrections.ts'
import { correctionsPath } from '../../articles/feed.ts'
import { texts } from '../../design/texts.ts'
import { feedLinks } from '../../syndication/feed.ts'
import { collectionThing } from '../../syndication/json-ld.ts'
import { Follow } from './list.tsx'
import { Sheet, type SheetData } from './sheet.tsx'

export type CorrectionsPageProps = SheetData & {
  language: string
  corrections: readonly Corrected[]
  /** The address of the older ones. */
  older?: string
}

/** What this newsroom told its readers about changes of its articles, newest first. */
export const CorrectionsPage = ({
  language,
  corrections,
  older,
  ...sheet
}: CorrectionsPageProps) => {
  const { newsroom } = sheet.shell
  const t = texts(language)
  const path = correctionsPath(newsroom, language)
  return (
    <Sheet
      {...sheet}
      language={language}
      title={t('corrections.title')}
      description={t('corrections.text')}
      feeds={feedLinks(t('corrections.title'), path)}
      things={[
        collectionThing(
          t('corrections.title'),
          t('corrections.text'),
          path,
          language,
          sheet.siteUrl,
        ),
      ]}
    >
      <header class="opening">
        <h1>{t('corrections.title')}</h1>
        <p class="standfirst">{t('corrections.text')}</p>
      </header>
      {corrections.length === 0 && <p class="empty">{t('corrections.empty')}</p>}
      {corrections.map((correction) => (
        <article class="note">
          <NoteHead note={correction} language={language} timezone={newsroom.timezone} />
          <h2 dir={correction.article.direction} lang={correction.article.language}>
            <a href={`${hrefOf(correction.article.path)}#${noteId(correction.id)}`}>
              {correction.article.headline}
            </a>
          </h2>
          <p dir="auto">{correction.note}</p>
        </article>
      ))}
      {older && (
        <nav class="turning" aria-label={t('list.pages')}>
          <a href={older} rel="next">
            {t('corrections.older')}
          </a>
        </nav>
      )}
      <Follow name={t('corrections.title')} path={path} language={language} />
    </Sheet>
  )
}
