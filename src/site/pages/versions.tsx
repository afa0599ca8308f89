import { hrefOf } from '../../addresses/address.ts'
import type { Headline } from '../../articles/article.ts'
import { Changes } from '../../articles/correction-parts.tsx'
import { differenceOf } from '../../articles/difference.ts'
import type { Version } from '../../articles/versions.ts'
import { dates } from '../../design/dates.ts'
import { texts } from '../../design/texts.ts'
import { Sheet, type SheetData } from './sheet.tsx'

export type VersionsPageProps = SheetData & {
  article: Headline
  /** Newest first. */
  versions: readonly Version[]
  /** The one before the last of these. */
  former: Version | null
  older?: string
}

/** What an article said before, and what changed when. */
export const VersionsPage = ({ article, versions, former, older, ...sheet }: VersionsPageProps) => {
  const { language, headline, path } = article
  const t = texts(language)
  return (
    <Sheet
      {...sheet}
      language={language}
      title={`${t('versions.title')}: ${headline}`}
      description={t('versions.text')}
      noindex
    >
      <header class="opening">
        <p class="label">
          <a href={hrefOf(path)}>{headline}</a>
        </p>
        <h1>{t('versions.title')}</h1>
        <p class="standfirst">
          {t.around('versions.text', {
            added: <ins>{t('versions.added')}</ins>,
            removed: <del>{t('versions.removed')}</del>,
          })}
        </p>
      </header>
      {versions.map((version, index) => (
        <VersionSection
          version={version}
          former={versions[index + 1] ?? former}
          language={language}
          timezone={sheet.shell.newsroom.timezone}
        />
      ))}
      {older && (
        <nav class="turning" aria-label={t('list.pages')}>
          <a href={older} rel="next">
            {t('versions.older')}
          </a>
        </nav>
      )}
    </Sheet>
  )
}

const VersionSection = ({
  version,
  former,
  language,
  timezone,
}: {
  version: Version
  former: Version | null
  language: string
  timezone: string
}) => {
  const t = texts(language)
  const { number, since, kind, note } = version
  const difference = former && differenceOf(version, former)
  return (
    <section class="note" aria-labelledby={`v${number}`}>
      <p class="label">
        {kind && <span class="kind">{t(`correction.${kind}`)}</span>}{' '}
        <time datetime={since}>{dates(language, timezone).moment(since)}</time>
      </p>
      <h2 id={`v${number}`}>{t('versions.version', { number })}</h2>
      {note && <p dir="auto">{note}</p>}
      {difference ? (
        <Changes difference={difference} language={language} />
      ) : (
        <p class="gap">{t(former ? 'versions.closed' : 'versions.first')}</p>
      )}
    </section>
  )
}
