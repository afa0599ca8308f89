import { useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import './editor.css'
import type { Editor } from '@tiptap/core'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { Button } from 'react-aria-components'
import { HEADLINE, STANDFIRST } from '../../articles/checks.ts'
import { directionOf } from '../../platform/language.ts'
import { Status } from '../articles/status.tsx'
import { StoppedAbove } from '../articles/stopped.tsx'
import { Withholding } from '../articles/withholding.tsx'
import { useMe } from '../frame.tsx'
import { Sendings } from '../library/intake.tsx'
import { PickPicture } from '../library/pick.tsx'
import { PickGallery } from '../library/pick-gallery.tsx'
import { useSending } from '../library/sending.ts'
import { Wrong } from '../parts/fields.tsx'
import { Preview } from '../parts/preview.tsx'
import { Title } from '../parts/title.tsx'
import { unsaved } from '../parts/unsaved.ts'
import { t } from '../texts.ts'
import { Bar } from './bar.tsx'
import { BlockDetails } from './block.tsx'
import { Changes } from './changes.tsx'
import { Checks } from './checks.tsx'
import type { Asks } from './commands.ts'
import { type Connection, type Standing, useConnection } from './connection.ts'
import { AskEmbed } from './embed.tsx'
import { useFields } from './fields.ts'
import { FindBar } from './find-bar.tsx'
import { tellHeight } from './height.ts'
import { History } from './history.tsx'
import { useNotes } from './notes.ts'
import { NotesPanel } from './notes-panel.tsx'
import { Outdated } from './outdated.tsx'
import { Panel } from './panel.tsx'
import { People } from './people.tsx'
import { showGalleryIn, showIn } from './pictures.ts'
import { Publish } from './publish.tsx'
import { Shut, useManuscript } from './shut.tsx'
import { Side } from './side.tsx'
import { Stored } from './stored.tsx'
import { Typed } from './typed.tsx'
import { useMargin } from './use-margin.ts'
import { Writing } from './writing.tsx'

/** An article and everything that is done with it before readers have it. */
export function EditorScreen() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { connection, standing } = useConnection(id)
  // Asked of the manuscript itself: what it holds must not reach an editor that does not know it by even one render.
  if (connection && (standing.isOutdated || connection.lookout.hasUnknown()))
    return <Outdated document={connection.document} isKept={standing.isKept} />
  if (standing.refused && !standing.isThere) return <Shut id={id} />
  if (!connection || !standing.isThere)
    return (
      <div className="screen" aria-busy="true">
        <p className="soft">{t('editor.opening')}</p>
      </div>
    )
  return <Desk key={id} id={id} connection={connection} standing={standing} />
}

type Open = 'side' | 'history' | 'find' | 'notes' | undefined

const isWide = () => matchMedia('(min-width: 64rem)').matches

/** A letter about a note leads to it. */
const firstOpen = (): Open => {
  if (new URLSearchParams(location.search).has('note')) return 'notes'
  return isWide() ? 'side' : undefined
}

function Desk({
  id,
  connection,
  standing,
}: {
  id: string
  connection: Connection
  standing: Standing
}) {
  const me = useMe().data
  const article = useManuscript(id)
  const { fields } = useFields(connection.document)
  useLookAgain(connection.document, id)
  const [editor, setEditor] = useState<Editor>()
  const [open, setOpen] = useState<Open>(firstOpen)
  const toggle = (what: Open) => setOpen((now) => (now === what ? undefined : what))
  const person = useMemo(
    () => (me ? { id: me.colleague.id, name: me.colleague.name } : undefined),
    [me?.colleague.id, me?.colleague.name, me],
  )
  const [asked, ask] = useState<keyof Asks>()
  const asks = useMemo(
    (): Asks => ({
      picture: () => ask('picture'),
      gallery: () => ask('gallery'),
      embed: () => ask('embed'),
    }),
    [],
  )
  const { sendings, sendAll, clear } = useSending()
  const onFiles = useCallback(
    (files: File[], into: Editor) => sendAll(files, (picture) => showIn(into, picture)),
    [sendAll],
  )
  const acting = useNotes(id, connection.provider, person)
  const margin = useMargin(editor, acting, {
    bring: () => setOpen('notes'),
    glance: () => isWide() && setOpen('notes'),
    mayEdit: article.data?.mayEdit ?? false,
  })
  if (!me || !person || !article.data)
    return article.error ? (
      <div className="screen">
        <Wrong error={article.error} />
      </div>
    ) : null
  const { status, mayEdit, same } = article.data
  // A browser that keeps nothing has these words until they are sent, and only as long as the screen is open.
  const isSaying = margin.unsaid.size > 0
  const isNowhere = standing.waiting > 0 && !standing.isKept
  const timezone = me.newsroom.timezone
  const { language } = fields
  const direction = directionOf(language)
  const publication = { article: article.data, language, stored: connection.stored }
  return (
    <div className="editor" {...unsaved(isSaying || isNowhere, !isSaying && standing.isOnline)}>
      <Title className="unseen">{fields.headline || t('articles.new')}</Title>
      <div className="editor-head" ref={tellHeight}>
        <Link to="/" className="back" aria-label={t('editor.back')}>
          <span aria-hidden="true" className="arrow" />
        </Link>
        <p className="status">
          <Status articleId={id} stored={connection.stored} />
          <Stored standing={standing} mayEdit={mayEdit} />
          {(status === 'published' || status === 'withheld') && !same && (
            <span className="changed">{t('editor.changed')}</span>
          )}
        </p>
        <People provider={connection.provider} me={person.id} />
        <div className="buttons tools">
          <Button className="quiet" aria-expanded={open === 'find'} onPress={() => toggle('find')}>
            {t('editor.find')}
          </Button>
          <Button
            className="quiet"
            aria-expanded={open === 'history'}
            onPress={() => toggle('history')}
          >
            {t('editor.history')}
          </Button>
          <Button
            className="quiet"
            aria-expanded={open === 'notes'}
            onPress={() => toggle('notes')}
          >
            {margin.open > 0 ? t('notes.button', { count: margin.open }) : t('notes.title')}
          </Button>
          <Preview address={`/desk/preview/${id}`} ready={connection.stored} />
          <Button className="quiet" aria-expanded={open === 'side'} onPress={() => toggle('side')}>
            {t('editor.side')}
          </Button>
          {article.data.mayPublish && <Withholding article={article.data} />}
        </div>
        {article.data.mayPublish && <Publish {...publication} />}
        {article.data.mayPublish && <Changes {...publication} kind={fields.kind} />}
      </div>
      <p className="unseen" role="status">
        {margin.here && t('notes.at', { name: margin.here.by.name, text: margin.here.text })}
      </p>
      {open === 'find' && editor && <FindBar editor={editor} onClose={() => setOpen(undefined)} />}
      <div className={open && open !== 'find' ? 'sheets two' : 'sheets'}>
        <div className="paper">
          {status === 'ready' && <StoppedAbove articleId={id} />}
          {!mayEdit && <p className="soft">{t('editor.reading')}</p>}
          <div dir={direction} lang={fields.language}>
            <Typed
              document={connection.document}
              field="headline"
              label={t('editor.headline')}
              className="headline"
              most={HEADLINE}
              hint
              readOnly={!mayEdit}
              autoFocus={!fields.headline}
              onEnter={() => focusOn('.typed.standfirst textarea')}
            />
            <Typed
              document={connection.document}
              field="standfirst"
              label={t('editor.standfirst')}
              className="standfirst"
              most={STANDFIRST}
              hint
              readOnly={!mayEdit}
              onEnter={() => {
                // By itself it waits for a frame, in which the first letter of the text would become the last of this.
                editor?.view.focus()
                editor?.commands.focus('start')
              }}
            />
          </div>
          {editor && mayEdit && <Bar editor={editor} asks={asks} onNote={margin.ask} />}
          <Writing
            connection={connection}
            me={person}
            language={fields.language}
            direction={direction}
            readOnly={!mayEdit}
            asks={asks}
            margin={margin.extension}
            onFiles={onFiles}
            onEditor={setEditor}
          />
          <Sendings sendings={sendings.filter(({ picture }) => !picture)} onClear={clear} />
          <PickPicture
            isOpen={asked === 'picture'}
            onClose={() => ask(undefined)}
            onPick={(picture) => editor && showIn(editor, picture)}
          />
          <PickGallery
            isOpen={asked === 'gallery'}
            onClose={() => ask(undefined)}
            onPick={(ids) => editor && showGalleryIn(editor, ids)}
          />
          <AskEmbed editor={editor} isOpen={asked === 'embed'} onClose={() => ask(undefined)} />
          <Checks document={connection.document} fields={fields} />
        </div>
        {open === 'side' && (
          <Panel title={t('editor.side')} onClose={() => setOpen(undefined)}>
            {editor && <BlockDetails editor={editor} />}
            <fieldset disabled={!mayEdit} className="plain">
              <legend className="unseen">{t('editor.side')}</legend>
              <Side
                articleId={id}
                document={connection.document}
                siteUrl={me.newsroom.siteUrl}
                name={me.newsroom.name}
              />
            </fieldset>
          </Panel>
        )}
        {open === 'notes' && editor && (
          <Panel
            title={t('notes.title')}
            className="panel margin"
            onClose={() => setOpen(undefined)}
          >
            <NotesPanel
              editor={editor}
              margin={margin}
              acting={acting}
              me={person.id}
              timezone={timezone}
              mayEdit={mayEdit}
              onGo={() => isWide() || setOpen(undefined)}
            />
          </Panel>
        )}
        {open === 'history' && (
          <Panel title={t('editor.history')} onClose={() => setOpen(undefined)}>
            <History
              articleId={id}
              timezone={timezone}
              mayEdit={mayEdit}
              onDone={() => setOpen('side')}
            />
          </Panel>
        )}
      </div>
    </div>
  )
}

/** Whether readers have what is written here is asked anew once writing rests. */
function useLookAgain(document: Connection['document'], id: string) {
  const queries = useQueryClient()
  useEffect(() => {
    let rest: ReturnType<typeof setTimeout>
    const look = () => {
      clearTimeout(rest)
      rest = setTimeout(
        () => void queries.invalidateQueries({ queryKey: ['manuscript', id] }),
        1000,
      )
    }
    document.on('update', look)
    return () => {
      clearTimeout(rest)
      document.off('update', look)
    }
  }, [document, id, queries])
}

const focusOn = (what: string) => document.querySelector<HTMLElement>(what)?.focus()
