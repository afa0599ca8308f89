import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { ArticleDocument } from '../articles/document.ts'
import { embeddedIn } from '../media/embedded.ts'
import { keepOriginal } from '../media/originals.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import { newsroomNow } from '../newsroom/settings.ts'
import { type Env, statusOf } from '../platform/http.ts'
import { Refusal } from '../platform/refusals.ts'
import { storable } from '../platform/unstorable.ts'
import { gateDocument, Why } from '../staff/parts.tsx'
import type { GuestDraft } from './commission.ts'
import { type Commission, commissionByLink } from './commissions.ts'
import {
  documentOfHtml,
  documentOfText,
  keepDraft,
  refuseAlbum,
  refuseHurry,
  submit,
  type Uploaded,
} from './drafts.ts'
import { GuestPage, OverPage, SentPage } from './parts.tsx'
import { keepPortrait, portraitOf } from './portraits.ts'
import { inTurn } from './turn.ts'
import { htmlOfWord, MOST_WORDS } from './word.ts'

/** The guest's one page. Works without script. The secret is in the query, which no log holds. */
export const guestDoor = new Hono<Env>()

type Door = Context<Env>

const secretOf = (c: Context) => c.req.query('key') ?? ''

/** Bytes of what a guest sends at once: a document of ten megabytes and a portrait. */
const MOST = 25 * 1024 * 1024

guestDoor.use('/guest', async (c, next) => {
  c.header('cache-control', 'no-store')
  c.header('referrer-policy', 'no-referrer')
  c.header('x-robots-tag', 'noindex, nofollow')
  await next()
})
// Readers are told that a page is not there; a guest is told whom to ask.
guestDoor.onError(async (error, c) => {
  if (!(error instanceof Refusal) || error.code !== 'commissions/link') throw error
  const { language } = await newsroomNow(c.var.db)
  const said = await writtenInVain(c)
  return show(c, { language }, (newsroom) => <OverPage newsroom={newsroom} said={said} />, 404)
})
// Files are large: they are read only for those whose link works.
guestDoor.use('/guest', async (c, next) => {
  if (c.req.method !== 'POST') return await next()
  const { id } = await commissionByLink(c.var.db, secretOf(c), c.var.now())
  await inTurn(id, next)
})
guestDoor.use(
  '/guest',
  bodyLimit({
    maxSize: MOST,
    onError: () => {
      throw new Refusal(
        'too-large',
        'commissions/size',
        'The files are larger than 25 MB together. Go back, choose smaller ones and send again.',
      )
    },
  }),
)

async function show(
  c: Door,
  { language }: Pick<Commission, 'language'>,
  page: (newsroom: Newsroom) => unknown,
  status: 200 | 404 | 409 | 413 | 422 | 429 = 200,
) {
  const newsroom = { ...(await newsroomNow(c.var.db)), language }
  const { html, policy } = gateDocument(newsroom, String(page(newsroom)))
  c.header('content-security-policy', policy)
  return c.html(html, status)
}

guestDoor.get('/guest', async (c) => {
  const secret = secretOf(c)
  const row = await commissionByLink(c.var.db, secret, c.var.now())
  const portrait = await portraitOf(c.var.db, row)
  return show(c, row, (newsroom) =>
    row.submitted ? (
      <SentPage newsroom={newsroom} />
    ) : (
      <GuestPage
        newsroom={newsroom}
        commission={row}
        secret={secret}
        said={row}
        portrait={portrait}
        kept={c.req.query('kept') !== undefined}
      />
    ),
  )
})

guestDoor.post('/guest', async (c) => {
  // No cookie lets anybody in here: the secret in the address is all, and another site's page does not have it.
  const body = await c.req.parseBody()
  const field = (name: string) => (typeof body[name] === 'string' ? storable(body[name]) : '')
  const secret = secretOf(c)
  const row = await commissionByLink(c.var.db, secret, c.var.now())
  const said: GuestDraft = {
    headline: field('headline'),
    text: field('text'),
    biography: field('biography'),
    disclosures: field('disclosures'),
  }
  const credit = field('credit')
  try {
    await c.var.write((tx) => refuseHurry(tx, row, c.var.now()))
    const uploaded = await take(c, row, body)
    await c.var.write(async (tx) => {
      await keepDraft(tx, secret, said, uploaded, c.var.now())
      await keepPortrait(tx, row.id, uploaded.portrait, credit, c.var.now())
    })
    if (field('do') === 'send') {
      if (uploaded.file && said.text.trim())
        throw new Refusal(
          'invalid',
          'commissions/both',
          'file: there is a text and a file, and only the text is sent. Empty it to send the file, or send again to send the text.',
        )
      await c.var.write((tx) => submit(tx, secret, field('agreed') !== '', c.var.now()))
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const status = statusOf[error.reason]
    if (status !== 409 && status !== 413 && status !== 422 && status !== 429) throw error
    // What was kept before the refusal, a file among it, is shown as kept.
    const now = await commissionByLink(c.var.db, secret, c.var.now())
    const portrait = await portraitOf(c.var.db, now)
    return show(
      c,
      row,
      (newsroom) => (
        <GuestPage
          newsroom={newsroom}
          commission={now}
          secret={secret}
          said={said}
          portrait={portrait && { ...portrait, credit: credit || portrait.credit }}
          agreed={field('agreed') !== ''}
          message={<Why language={newsroom.language} refusal={error} />}
        />
      ),
      status,
    )
  }
  return c.redirect(`/guest?key=${encodeURIComponent(secret)}&kept`, 303)
})

/** Bytes of a form that are read although its link does not work any more: all that can be typed, in any script. */
const MOST_IN_VAIN = 1024 * 1024

/**
 * What was typed while the link ended: its page cannot be gone back to. Only what was sent from our own page is shown
 * again, since others could put their words there.
 */
async function writtenInVain(c: Door): Promise<string[]> {
  const length = Number(c.req.header('content-length') ?? Number.POSITIVE_INFINITY)
  const isOurs = c.req.header('sec-fetch-site') === 'same-origin'
  if (c.req.method !== 'POST' || !isOurs || length > MOST_IN_VAIN) return []
  const body = await c.req.parseBody().catch(() => ({}) as Record<string, never>)
  return ['headline', 'text', 'biography', 'disclosures']
    .map((name) => body[name])
    .filter((words) => typeof words === 'string' && words.trim() !== '') as string[]
}

/** The files of a form, looked at before anything is written. */
async function take(c: Door, row: Commission, body: Record<string, unknown>): Promise<Uploaded> {
  if (row.submitted) return {}
  const uploaded: Uploaded = {}
  const { file, picture } = body
  if (file instanceof File && file.size > 0) {
    const name = storable(file.name.slice(0, 200))
    uploaded.file = { name, body: await documentOf(file, row.language) }
  }
  if (picture instanceof File && picture.size > 0) {
    await c.var.write((tx) => refuseAlbum(tx, row, c.var.now()))
    const bytes = new Uint8Array(await picture.arrayBuffer())
    const original = await keepOriginal(c.var.files, bytes)
    const { credit = '' } = await embeddedIn(bytes, row.language)
    uploaded.portrait = { name: storable(picture.name.slice(0, 200)), original, credit }
  }
  return uploaded
}

async function documentOf(file: File, language: string): Promise<ArticleDocument> {
  if (/\.docx$/i.test(file.name))
    return documentOfHtml(await htmlOfWord(new Uint8Array(await file.arrayBuffer())), language)
  const text = await file.text()
  if (!/\.(md|markdown|txt)$/i.test(file.name) || text.includes('\0') || text.length > MOST_WORDS)
    throw new Refusal(
      'invalid',
      'commissions/file',
      'file: send a .docx, Markdown or text file of at most 200,000 characters.',
    )
  return documentOfText(text, language)
}
