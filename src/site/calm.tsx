import { cardsOf } from '../articles/cards.ts'
import { feedOf } from '../articles/feed.ts'
import { stretch } from '../articles/feeds.ts'
import { documentOf } from '../design/layout.tsx'
import { send } from '../platform/answer.ts'
import { isAway } from '../platform/away.ts'
import { answerTo } from '../platform/http.ts'
import { onePage } from './answer.ts'
import { type Site, sheet } from './door.ts'
import { ErrorPage } from './pages/notices.tsx'
import { shell } from './shell.ts'

/** Articles offered on a page that could not be found. */
const OFFERED = 5

/** Seconds after which to try again when the database was away. */
const RETRY_S = '10'

const hasOwnWords = (status: number) => status === 404 || status === 500 || status === 503

async function offered(c: Site, language: string) {
  const { ids } = await stretch(c.var.db, feedOf.front(language), OFFERED)
  return cardsOf(c.var.db, ids)
}

/** The one calm page for what cannot be shown. A database that is away takes the newsroom's name and list with it. */
export async function calmly(error: Error, c: Site): Promise<Response> {
  const { status, ...told } = answerTo(error, c)
  const { message } = told
  if (status === 503) c.header('retry-after', RETRY_S)
  if (c.req.path.startsWith('/desk/') && !wantsHtml(c)) return c.json(told, status)
  if (!wantsHtml(c)) return c.text(`${message}\n`, status)
  try {
    const make = async () => {
      const around = await shell(c.var)
      const { language } = around.newsroom
      const element = (
        <ErrorPage
          {...sheet(c, around, null)}
          language={language}
          status={status}
          {...(hasOwnWords(status) ? {} : { message })}
          {...(status === 500 && c.var.requestId ? { requestId: c.var.requestId } : {})}
          cards={status === 404 ? await offered(c, language) : []}
        />
      )
      const html = documentOf(element as never)
      const headers = status === 503 ? { 'retry-after': RETRY_S } : undefined
      return onePage(c, { html, status, language, newsroom: around.newsroom }, headers)
    }
    // A flood of addresses that do not exist, or of readers while the database is away, must cost next to nothing.
    const isSameForAll = status === 404 || status === 503
    const page = await (isSameForAll ? c.var.pages.memo(`error ${status}`, make) : make())
    return send(c, page)
  } catch (failure) {
    if (!isAway(failure))
      c.var.log.error(
        { err: failure, requestId: c.var.requestId },
        'not even the calm page could be made',
      )
    return c.text('The newsroom cannot be reached just now. Please try again in a moment.\n', 503, {
      'retry-after': RETRY_S,
    })
  }
}

// A picture or a script that is missing must not cost its reader a page.
const wantsHtml = (c: Site) => {
  const accepted = c.req.header('accept') ?? '*/*'
  return accepted.includes('text/html') || accepted.trim() === '*/*'
}
