import { texts } from '../design/texts.ts'
import { newsroomNow } from '../newsroom/settings.ts'
import type { Database } from '../platform/database.ts'
import type { Mail } from '../platform/mail.ts'
import { colleagueById } from '../staff/colleagues.ts'
import { isTold } from './mentions.ts'

type Post = Pick<Database, 'db' | 'write'> & { mail: Mail; siteUrl: string; now: () => Date }

/** Tells those who are named in a note, each once. A letter that is lost on the way is sent again by the job. */
export async function tellMentioned(post: Post, { wordsId }: { wordsId: string }) {
  const waiting = await post.db
    .selectFrom('margin_mentions')
    .innerJoin('margin_words', 'margin_words.id', 'words_id')
    .innerJoin('margin_notes', 'margin_notes.id', 'note_id')
    .innerJoin('articles', 'articles.id', 'article_id')
    .select(['colleague_id', 'text', 'said_by', 'note_id', 'article_id', 'headline'])
    .where('words_id', '=', wordsId)
    .where('told', 'is', null)
    .execute()
  if (waiting.length === 0) return
  const { language } = await newsroomNow(post.db)
  const t = texts(language)
  for (const { colleague_id, text, said_by, note_id, article_id, headline } of waiting) {
    const colleague = await colleagueById(post.db, colleague_id)
    // Who has left since, or has another role, is not written to.
    if (!isTold(colleague)) continue
    const { name: author } = await colleagueById(post.db, said_by)
    const words = { name: colleague.name, author, headline }
    const quoted = text.replace(/^/gm, '    ')
    await post.mail.send({
      to: colleague.email,
      subject: t('note.mail.subject', words),
      text: `${t('note.mail.text', words)}\n\n${quoted}\n\n${t('note.mail.answer')}\n\n    ${post.siteUrl}/desk/articles/${article_id}?note=${note_id}\n`,
    })
    await post.write((tx) =>
      tx
        .updateTable('margin_mentions')
        .set({ told: post.now().toISOString() })
        .where('words_id', '=', wordsId)
        .where('colleague_id', '=', colleague_id)
        .execute(),
    )
  }
}
