import type { Child } from 'hono/jsx'
import { dates } from '../design/dates.ts'
import { texts } from '../design/texts.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import { Gate } from '../staff/parts.tsx'
import type { GuestDraft } from './commission.ts'
import type { Commission } from './commissions.ts'

type Props = {
  newsroom: Newsroom
  commission: Commission
  secret: string
  said: GuestDraft
  portrait: { credit: string } | undefined
  agreed?: boolean
  message?: Child | undefined
  kept?: boolean
}

const Area = ({
  name,
  label,
  value,
  rows,
  most,
}: {
  name: string
  label: string
  value: string
  rows: number
  most: number
}) => (
  <label>
    {label}
    {/* HTML swallows the first line break of a text area. */}
    <textarea name={name} rows={rows} maxlength={most} dir="auto">
      {`\n${value}`}
    </textarea>
  </label>
)

/** The one page that a guest sees: what is asked, and where to write it. */
export const GuestPage = ({
  newsroom,
  commission,
  secret,
  said,
  portrait,
  agreed,
  message,
  kept,
}: Props) => {
  const t = texts(newsroom.language)
  const { title, brief, due, file_name, agreement } = commission
  return (
    <Gate newsroom={newsroom} title={title} message={message}>
      {brief && (
        <p class="brief" dir="auto">
          {brief}
        </p>
      )}
      {due && <p>{t('guest.due', { day: dates(newsroom.language, 'UTC').day(due) })}</p>}
      {kept && <p role="status">{t('guest.kept')}</p>}
      <form method="post" action={`/guest?key=${secret}`} enctype="multipart/form-data">
        <label>
          {t('guest.headline')}
          <input name="headline" value={said.headline} maxlength={300} dir="auto" />
        </label>
        <Area name="text" label={t('guest.text')} value={said.text} rows={16} most={200_000} />
        <label>
          {t('guest.file')}
          <input type="file" name="file" accept=".docx,.md,.markdown,.txt" />
        </label>
        {file_name && <p>{t('guest.file.kept', { name: file_name })}</p>}
        <Area
          name="biography"
          label={t('guest.biography')}
          value={said.biography}
          rows={3}
          most={2000}
        />
        <label>
          {t('guest.picture')}
          <input type="file" name="picture" accept="image/jpeg,image/png,image/webp" />
        </label>
        {portrait && <p>{t('guest.picture.kept')}</p>}
        <label>
          {t('guest.picture.credit')}
          <input name="credit" value={portrait?.credit ?? ''} maxlength={300} dir="auto" />
        </label>
        <Area
          name="disclosures"
          label={t('guest.disclosures')}
          value={said.disclosures}
          rows={3}
          most={2000}
        />
        <p dir="auto">{agreement}</p>
        <label class="tick">
          <input type="checkbox" name="agreed" checked={agreed ?? false} /> {t('guest.agree')}
        </label>
        <button type="submit" name="do" value="keep" class="quiet">
          {t('guest.keep')}
        </button>
        <button type="submit" name="do" value="send">
          {t('guest.send')}
        </button>
      </form>
    </Gate>
  )
}

export const SentPage = ({ newsroom }: Pick<Props, 'newsroom'>) => {
  const t = texts(newsroom.language)
  return (
    <Gate newsroom={newsroom} title={t('guest.sent.title')}>
      <p>{t('guest.sent.text')}</p>
    </Gate>
  )
}

/**
 * What whoever comes with a link that is unknown, over or revoked is told: the same of all three. What they typed while it
 * ended is shown once more.
 */
export const OverPage = ({ newsroom, said }: Pick<Props, 'newsroom'> & { said: string[] }) => {
  const t = texts(newsroom.language)
  return (
    <Gate newsroom={newsroom} title={t('guest.over.title')}>
      <p>{t('guest.over.text')}</p>
      {said.length > 0 && (
        <label>
          {t('guest.over.said')}
          <textarea rows={14} dir="auto" readonly>
            {`\n${said.join('\n\n')}`}
          </textarea>
        </label>
      )}
    </Gate>
  )
}
