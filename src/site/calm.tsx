import { cardsOf } from '../articles/articles.ts'
import { baseOf, feedOf } from '../articles/feed.ts'
import { stretch } from '../articles/feeds.ts'
import { documentOf } from '../design/layout.tsx'
import { answerTo } from '../platform/http.ts'
import { answerOnce } from './answer.ts'
import { type Site, sheet } from './door.ts'
import { ErrorPage } from './pages/notices.tsx'
import { shell } from './shell.ts'

/** Articles offered on a page that could not be found. */
const OFFERED = 5

/** The one calm page for what cannot be shown. A database that is away takes the newsroom's name and list with it. */
export async function calmly(error: Error, c: Site): Promise<Response> {
  const { status, code, message } = answerTo(error, c)
  if (c.req.path.startsWith('/desk/') && !wantsHtml(c)) return c.json({ code, message }, status)
  if (!wantsHtml(c)) return c.text(`${message}\n`, status)
  try {
    const around = await shell(c.var)
    const { language } = around.newsroom
    const cards =
      status === 404
        ? await c.var.pages.memo(`offered ${baseOf(language)}`, async () => {
            const { ids } = await stretch(c.var.db, feedOf.front(language), OFFERED)
            return cardsOf(c.var.db, ids)
          })
        : []
    const element = (
      <ErrorPage
        {...sheet(c, around, null)}
        language={language}
        status={status}
        {...(status === 404 || status === 500 ? {} : { message })}
        {...(status === 500 && c.var.requestId ? { requestId: c.var.requestId } : {})}
        cards={cards}
      />
    )
    return answerOnce(c, {
      html: documentOf(element as never),
      status,
      language,
      newsroom: around.newsroom,
    })
  } catch (failure) {
    c.var.log.error(
      { err: failure, requestId: c.var.requestId },
      'not even the calm page could be made',
    )
    return c.text('The newsroom cannot be reached just now. Please try again in a moment.\n', 503, {
      'retry-after': '10',
    })
  }
}

// A picture or a script that is missing must not cost its reader a page.
const wantsHtml = (c: Site) => {
  const accepted = c.req.header('accept') ?? '*/*'
  return accepted.includes('text/html') || accepted.trim() === '*/*'
}
