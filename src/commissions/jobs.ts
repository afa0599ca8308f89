import { dates } from '../design/dates.ts'
import { texts } from '../design/texts.ts'
import { newsroomNow } from '../newsroom/settings.ts'
import type { Database } from '../platform/database.ts'
import type { Mail } from '../platform/mail.ts'
import { makeMailedLink } from './commissions.ts'

type Post = Pick<Database, 'db' | 'write'> & { mail: Mail; siteUrl: string; now: () => Date }

/** Sends a guest the link to their page. */
export async function inviteGuest(post: Post, { commissionId }: { commissionId: string }) {
  const made = await post.write((tx) => makeMailedLink(tx, commissionId, post.now()))
  if (!made) return
  const { secret, row } = made
  const t = texts(row.language)
  const { name: newsroom, timezone } = await newsroomNow(post.db)
  await post.mail.send({
    to: row.email,
    subject: t('guest.mail.subject', { newsroom }),
    text: `${t('guest.mail.text', { name: row.name, newsroom, title: row.title })}\n\n    ${post.siteUrl}/guest?key=${secret}\n\n${t('guest.mail.until', { day: dates(row.language, timezone).day(row.expires) })}\n`,
  })
}

/** Tells a guest, once, that their article is published. A letter that is lost on the way is sent again by the job. */
export async function tellGuest(post: Post, { articleId }: { articleId: string }) {
  const found = await post.db
    .selectFrom('commissions')
    .innerJoin('articles', 'articles.id', 'commissions.article_id')
    .select([
      'commissions.id',
      'name',
      'email',
      'commissions.language',
      'articles.headline',
      'path',
    ])
    .where('article_id', '=', articleId)
    .where('articles.status', '=', 'published')
    .where('told', 'is', null)
    .executeTakeFirst()
  if (!found) return
  const t = texts(found.language)
  const { name: newsroom } = await newsroomNow(post.db)
  await post.mail.send({
    to: found.email,
    subject: t('guest.told.subject', { newsroom }),
    text: `${t('guest.told.text', { name: found.name, newsroom, headline: found.headline })}\n\n    ${post.siteUrl}${encodeURI(found.path)}\n`,
  })
  await post.write((tx) =>
    tx
      .updateTable('commissions')
      .set({ told: post.now().toISOString() })
      .where('id', '=', found.id)
      .execute(),
  )
}
