import { useQuery } from '@tanstack/react-query'
import { Button } from 'react-aria-components'
import { api, said } from '../client.ts'
import { useMe } from '../frame.tsx'
import { Wrong } from '../parts/fields.tsx'
import { useDoing } from '../parts/form.tsx'
import { Title } from '../parts/title.tsx'
import { roleName } from '../staff/names.ts'
import { moment, t } from '../texts.ts'
import { agentName } from './agent.ts'
import { Language } from './language.tsx'
import { Passkeys } from './passkeys.tsx'
import { Password } from './password.tsx'

/** One's own way in: where one is signed in, passkeys, a password. */
export function AccountScreen() {
  const me = useMe()
  if (!me.data) return me.error ? <Wrong error={me.error} /> : <p>{t('wait')}</p>
  const { colleague, newsroom, hasPassword } = me.data
  return (
    <div className="screen">
      <header className="screen-head">
        <Title>{t('account.title')}</Title>
        <p>{t('account.role', { role: roleName(colleague.role), email: colleague.email })}</p>
      </header>
      <Language />
      <Passkeys timezone={newsroom.timezone} />
      <Password isSet={hasPassword} />
      <Sessions timezone={newsroom.timezone} />
    </div>
  )
}

function Sessions({ timezone }: { timezone: string }) {
  const sessions = useQuery({
    queryKey: ['sessions'],
    queryFn: () => said(api.me.sessions.$get()),
  })
  const end = useDoing((id: string) => api.me.sessions[':id'].$delete({ param: { id } }), {
    changes: ['sessions'],
    done: t('account.ended'),
  })
  const endOthers = useDoing(() => api.me.sessions.$delete(), {
    changes: ['sessions'],
    done: t('account.ended'),
  })
  return (
    <section className="section" aria-labelledby="sessions">
      <header className="screen-head">
        <h2 id="sessions">{t('account.sessions')}</h2>
        {(sessions.data?.length ?? 0) > 1 && (
          <Button className="quiet" onPress={() => endOthers.mutate()}>
            {t('account.sessions.end')}
          </Button>
        )}
      </header>
      <Wrong error={end.error ?? endOthers.error} />
      <ul className="rows">
        {sessions.data?.map(({ id, agent, seen, own }) => (
          <li key={id} className="row">
            <div>
              <strong>{agentName(agent)}</strong>
              <span className="soft">
                {own
                  ? t('account.session.own')
                  : t('account.session.seen', { time: moment(seen, timezone) })}
              </span>
            </div>
            {!own && (
              <Button className="quiet" onPress={() => end.mutate(id)}>
                {t('account.session.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
