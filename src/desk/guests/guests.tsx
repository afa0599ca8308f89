import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { commissionKinds } from '../../commissions/commission.ts'
import { languageName } from '../../platform/language.ts'
import { languages } from '../articles/languages.ts'
import { api, said } from '../client.ts'
import { useMe } from '../frame.tsx'
import { Ask } from '../parts/dialog.tsx'
import { Area, Choose, Line, Wrong } from '../parts/fields.tsx'
import { Fill, useDoing } from '../parts/form.tsx'
import { Title } from '../parts/title.tsx'
import { dateOf, moment, t } from '../texts.ts'

const asked = () => said(api.commissions.$get())
type Commission = Awaited<ReturnType<typeof asked>>[number]

/** Whom the newsroom has asked to write, and how far each is. */
export function GuestsScreen() {
  const me = useMe().data
  const commissions = useQuery({ queryKey: ['commissions'], queryFn: asked })
  const [link, setLink] = useState<string>()
  const timezone = me?.newsroom.timezone ?? 'UTC'
  return (
    <div className="screen">
      <header className="screen-head">
        <Title>{t('guests.title')}</Title>
        <p>{t('guests.about')}</p>
        {me && <Invite language={me.newsroom.language} onLink={setLink} />}
      </header>
      {link && <NewLink link={link} />}
      <Wrong error={commissions.error} />
      {commissions.data?.length === 0 && <p className="soft">{t('guests.empty')}</p>}
      <ul className="rows">
        {commissions.data?.map((one) => (
          <Row key={one.id} commission={one} timezone={timezone} onLink={setLink} />
        ))}
      </ul>
    </div>
  )
}

/** The link of a commission, which is kept nowhere as it is: it is shown this once. */
function NewLink({ link }: { link: string }) {
  const [isCopied, setCopied] = useState(false)
  return (
    <section className="section" aria-labelledby="new-link" role="status">
      <h2 id="new-link">{t('guests.link')}</h2>
      <p className="soft">{t('guests.link.text')}</p>
      <p>
        <code dir="ltr">{link}</code>
      </p>
      <div className="buttons">
        <Button
          className="button"
          onPress={() => void navigator.clipboard.writeText(link).then(() => setCopied(true))}
        >
          {isCopied ? t('guests.copied') : t('guests.copy')}
        </Button>
      </div>
    </section>
  )
}

function Row({
  commission: { id, title, name, email, state, due, expires, submitted, articleId },
  timezone,
  onLink,
}: {
  commission: Commission
  timezone: string
  onLink: (link: string) => void
}) {
  const renew = useDoing(
    async () => {
      const { link } = await said(api.commissions[':id'].renewal.$post({ param: { id } }))
      onLink(link)
    },
    { changes: ['commissions'], done: t('guests.renewed') },
  )
  const revoke = useDoing(() => api.commissions[':id'].revocation.$post({ param: { id } }), {
    changes: ['commissions'],
    done: t('guests.revoked'),
  })
  return (
    <li className={state === 'revoked' || state === 'expired' ? 'row gone' : 'row'}>
      <div>
        <strong>
          <bdi>{title}</bdi>
        </strong>
        <span className="soft">
          <bdi>{name}</bdi> · <bdi>{email}</bdi>
        </span>
        <span className="soft">
          {t(`guests.state.${state}`)}
          {state === 'open' && ` · ${t('guests.until', { time: moment(expires, timezone) })}`}
          {due && ` · ${t('guests.due', { day: dateOf(due, { dateStyle: 'medium' }) })}`}
          {submitted && ` · ${moment(submitted, timezone)}`}
        </span>
        <Wrong error={renew.error} />
      </div>
      <div className="row-ends">
        {articleId && (
          <Link to="/articles/$id" params={{ id: articleId }}>
            {t('guests.article')}
          </Link>
        )}
        {state !== 'published' && (
          <Button
            className="quiet"
            aria-label={`${t('guests.renew')}: ${title}`}
            isDisabled={renew.isPending}
            onPress={() => renew.mutate()}
          >
            {t('guests.renew')}
          </Button>
        )}
        {state === 'open' && (
          <Ask
            quiet
            button={t('guests.revoke')}
            label={`${t('guests.revoke')}: ${title}`}
            title={t('guests.revoke.title', { name })}
          >
            {(close) => (
              <Fill
                submit={t('guests.revoke')}
                onSubmit={() => revoke.mutateAsync()}
                onDone={close}
              >
                <p>{t('guests.revoke.text')}</p>
              </Fill>
            )}
          </Ask>
        )}
      </div>
    </li>
  )
}

/** Who stands for a guest that has not written before. */
const NOBODY = 'new'

function Invite({ language: own, onLink }: { language: string; onLink: (link: string) => void }) {
  const [title, setTitle] = useState('')
  const [brief, setBrief] = useState('')
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [due, setDue] = useState('')
  const [kind, setKind] = useState('opinion')
  const [language, setLanguage] = useState(own)
  const [as, setAs] = useState<string>()
  const known = useQuery({
    queryKey: ['commissions', 'guests', name, email],
    queryFn: () => said(api.commissions.guests.$get({ query: { name, email } })),
    placeholderData: (before) => before,
    enabled: name.length > 1 || email.includes('@'),
  })
  const guests = known.data ?? []
  // Whoever wrote from this address is meant, unless the editor says otherwise.
  const meant =
    as !== undefined && (as === NOBODY || guests.some(({ id }) => id === as))
      ? as
      : (guests.find(({ isFrom }) => isFrom)?.id ?? NOBODY)
  const invite = useDoing(
    async () => {
      const json = {
        title,
        brief,
        name,
        email,
        language,
        kind: kind as never,
        due: due || null,
        contributorId: meant === NOBODY ? null : meant,
      }
      onLink((await said(api.commissions.$post({ json }))).link)
    },
    { changes: ['commissions'], done: t('guests.invited', { name }) },
  )
  const clear = () => {
    setAs(undefined)
    for (const set of [setTitle, setBrief, setName, setEmail, setDue]) set('')
  }
  return (
    <Ask button={t('guests.invite')} title={t('guests.invite')}>
      {(close) => (
        <Fill
          submit={t('guests.send')}
          onSubmit={() => invite.mutateAsync()}
          onDone={() => {
            clear()
            close()
          }}
        >
          <p>{t('guests.invite.text')}</p>
          <Line label={t('guests.what')} value={title} onChange={setTitle} isRequired autoFocus />
          <Area label={t('guests.brief')} value={brief} onChange={setBrief} maxLength={5000} />
          <Line label={t('guests.name')} value={name} onChange={setName} isRequired />
          <Line
            label={t('guests.email')}
            type="email"
            value={email}
            onChange={setEmail}
            isRequired
          />
          {guests.length > 0 && (
            <Choose
              label={t('guests.as')}
              description={t('guests.as.text')}
              choices={[...guests, { id: NOBODY, name: t('guests.as.new') }]}
              value={meant}
              onChange={setAs}
            />
          )}
          <Line label={t('guests.by')} type="date" value={due} onChange={setDue} />
          <Choose
            label={t('guests.kind')}
            choices={commissionKinds.map((id) => ({ id, name: t(`kind.${id}`) }))}
            value={kind}
            onChange={setKind}
          />
          <Choose
            label={t('articles.language')}
            choices={[...new Set([own, ...languages])].map((id) => ({
              id,
              name: languageName(id),
            }))}
            value={language}
            onChange={setLanguage}
          />
        </Fill>
      )}
    </Ask>
  )
}
