import { hrefOf } from '../addresses/address.ts'
import { dates } from '../design/dates.ts'
import { texts } from '../design/texts.ts'
import type { ReadingArticle } from './article.ts'
import type { Correction } from './correction.ts'
import type { Difference, Passage, Piece } from './difference.ts'

/** Where the versions of an article are, and a note on its page. */
export const versionsPath = (path: string) => `${path}/versions`
export const noteId = (correctionId: string) => `note-${correctionId}`

/** What a note is, and when it was made. */
export const NoteHead = ({
  note: { kind, made },
  language,
  timezone,
}: {
  note: Pick<Correction, 'kind' | 'made'>
  language: string
  timezone: string
}) => (
  <p class="label">
    <span class="kind">{texts(language)(`correction.${kind}`)}</span>{' '}
    <time datetime={made}>{dates(language, timezone).day(made)}</time>
  </p>
)

/** What readers were told about changes of an article, and the way to its versions. */
export const Notes = ({ article, timezone }: { article: ReadingArticle; timezone: string }) => {
  const { corrections, language, versioned } = article
  if (corrections.length === 0 && !versioned) return null
  const t = texts(language)
  return (
    <section class="corrections" aria-labelledby="corrections">
      <h2 id="corrections">{t(corrections.length > 0 ? 'corrections.on' : 'versions.title')}</h2>
      {corrections.map((note) => (
        <div class="note" id={noteId(note.id)}>
          <NoteHead note={note} language={language} timezone={timezone} />
          <p dir="auto">{note.note}</p>
        </div>
      ))}
      {versioned && (
        <p class="ways">
          <a href={hrefOf(versionsPath(article.path))}>{t('versions.link')}</a>
        </p>
      )}
    </section>
  )
}

const Words = ({ pieces }: { pieces: readonly Piece[] }) => (
  <>
    {pieces.map(({ words, change }) =>
      change === 'added' ? <ins>{words}</ins> : change === 'removed' ? <del>{words}</del> : words,
    )}
  </>
)

const Passages = ({ passages }: { passages: readonly Passage[] }) => (
  <>
    {passages.map(({ pieces, afterMore }) => (
      <>
        {afterMore && <p class="gap">…</p>}
        <p dir="auto">
          <Words pieces={pieces} />
        </p>
      </>
    ))}
  </>
)

/** What changed from one version to the next, in its place. */
export const Changes = ({ difference, language }: { difference: Difference; language: string }) => {
  const t = texts(language)
  const { headline, standfirst, passages, cut } = difference
  const isSame = !headline && !standfirst && passages?.length === 0
  return (
    <div class="changes">
      {isSame && <p class="gap">{t('versions.same')}</p>}
      {headline && (
        <p class="headline" dir="auto">
          <Words pieces={headline} />
        </p>
      )}
      {standfirst && (
        <p class="standfirst" dir="auto">
          <Words pieces={standfirst} />
        </p>
      )}
      {passages ? <Passages passages={passages} /> : <p class="gap">{t('versions.premium')}</p>}
      {cut && <p class="gap">{t('versions.cut')}</p>}
    </div>
  )
}
