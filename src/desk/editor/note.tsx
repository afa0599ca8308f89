import { type ReactNode, useState } from 'react'
import { Button } from 'react-aria-components'
import { moment, t } from '../texts.ts'
import type { Place } from './margin.ts'
import { Say } from './mention.tsx'
import type { Note, Notes, Words } from './notes.ts'
import { type Margin, noteId } from './use-margin.ts'

/** Characters of the words that a screen reader hears of a note before what is said in it. */
const HEARD = 60

const shortened = (words: string) =>
  words.length > HEARD ? `${words.slice(0, HEARD).trimEnd()} …` : words

type NoteCardProps = {
  note: Note
  place: Place | undefined
  margin: Margin
  acting: Pick<Notes, 'act' | 'again' | 'discard'>
  me: string
  timezone: string
  mayEdit: boolean
  /** Goes to the words in the text. */
  onGo: () => void
}

/** A note: the words it is about, what is said of them, and what can be done. */
export function NoteCard(props: NoteCardProps) {
  const { note, place, margin, acting, me, timezone, mayEdit, onGo } = props
  const { id, quote, anchor, resolved, words } = note
  const [isAnswering, answer] = useState(margin.unsaid.has(id))
  const isNew = words[0]?.waiting !== undefined
  const name = words[0]?.by.name ?? ''
  const leave = () => {
    answer(false)
    margin.keep(id)
    refocus(id)
  }
  return (
    <article
      id={noteId(id)}
      className={id === margin.active ? 'note on' : 'note'}
      aria-label={
        quote === ''
          ? t('notes.label.whole', { name })
          : t('notes.label', { name, words: shortened(quote) })
      }
      tabIndex={-1}
      onFocus={() => margin.setActive(id)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !place) return
        event.preventDefault()
        onGo()
      }}
    >
      {place && quote !== '' && (
        <Button
          className="quote"
          aria-label={t('notes.find', { words: shortened(quote) })}
          onPress={onGo}
        >
          <span dir="auto">{quote}</span>
        </Button>
      )}
      {!place && resolved === null && quote !== '' && (
        <p className="quote lost">
          {t('notes.lost')} <del dir="auto">{quote}</del>
        </p>
      )}
      {!place && resolved !== null && <p className="quote">{quote}</p>}
      {!anchor && quote === '' && <p className="quote">{t('notes.whole')}</p>}
      <ol>
        {words.map((one) => (
          <Said key={one.id} words={one} timezone={timezone} acting={acting} />
        ))}
      </ol>
      {resolved && (
        <p className="soft">
          {t('notes.resolved', { name: resolved.by, time: moment(resolved.when, timezone) })}
        </p>
      )}
      {isAnswering && (
        <Say
          label={t('notes.answer.text')}
          submit={t('notes.answer')}
          me={me}
          kept={margin.unsaid.get(id)}
          onKeep={(writing) => margin.keep(id, writing)}
          onSay={(writing) => {
            acting.act({ kind: 'answer', note: id, ...writing })
            leave()
          }}
          onCancel={leave}
        />
      )}
      {mayEdit && !isAnswering && !isNew && (
        <div className="buttons">
          {!resolved && (
            <Button className="quiet" onPress={() => answer(true)}>
              {t('notes.answer')}
            </Button>
          )}
          <Button
            className="quiet"
            onPress={() => {
              acting.act({ kind: 'resolution', note: id, to: !resolved, seen: words.length })
              if (!resolved && !margin.withResolved) onGo()
            }}
          >
            {resolved ? t('notes.reopen') : t('notes.resolve')}
          </Button>
        </div>
      )}
    </article>
  )
}

const refocus = (id: string) => setTimeout(() => document.getElementById(noteId(id))?.focus())

/** What somebody said, who they are and when; and what became of it where it could not be sent. */
function Said({
  words: { text, said, by, mentions, waiting },
  timezone,
  acting,
}: {
  words: Words
  timezone: string
  acting: Pick<Notes, 'again' | 'discard'>
}) {
  return (
    <li>
      <p className="who">
        <strong>
          <bdi>{by.name}</bdi>
        </strong>{' '}
        <time className="soft" dateTime={said}>
          {waiting ? t('notes.waiting') : moment(said, timezone)}
        </time>
      </p>
      <p className="words" dir="auto">
        {withNames(
          text,
          mentions.map(({ name }) => name),
        )}
      </p>
      {waiting?.wrong && (
        <div>
          <p className="wrong" role="alert">
            {waiting.wrong}
          </p>
          <Button className="quiet" onPress={() => acting.again(waiting.key)}>
            {t('notes.again')}
          </Button>
          <Button className="quiet" onPress={() => acting.discard(waiting.key)}>
            {t('notes.discard')}
          </Button>
        </div>
      )}
    </li>
  )
}

/** A text in which the names of those who are mentioned stand out. */
function withNames(text: string, names: string[]): ReactNode[] {
  if (names.length === 0) return [text]
  // The longer name first, where one begins another.
  const escaped = [...names]
    .sort((one, other) => other.length - one.length)
    .map((name) => `@${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)
  return text.split(new RegExp(`(${escaped.join('|')})`)).map((part, index) => {
    const key = `${index} ${part}`
    return index % 2 === 1 ? <bdi key={key}>{part}</bdi> : part
  })
}
