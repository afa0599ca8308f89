import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { api, said } from '../client.ts'
import { Ask } from '../parts/dialog.tsx'
import { Line, Wrong } from '../parts/fields.tsx'
import { Fill, useDoing } from '../parts/form.tsx'
import { moment, t } from '../texts.ts'
import { agentName } from './agent.ts'

/** The keys one signs in with instead of waiting for a letter. */
export function Passkeys({ timezone }: { timezone: string }) {
  const passkeys = useQuery({
    queryKey: ['passkeys'],
    queryFn: () => said(api.me.passkeys.$get()),
  })
  const remove = useDoing((id: string) => api.me.passkeys[':id'].$delete({ param: { id } }), {
    changes: ['passkeys'],
  })
  return (
    <section className="section" aria-labelledby="passkeys">
      <header className="screen-head">
        <h2 id="passkeys">{t('account.passkeys')}</h2>
        <p>{t('account.passkeys.about')}</p>
        <Add />
      </header>
      <Wrong error={remove.error} />
      {passkeys.data?.length === 0 && <p className="soft">{t('account.passkeys.none')}</p>}
      <ul className="rows">
        {passkeys.data?.map(({ id, name, added, used }) => (
          <li key={id} className="row">
            <div>
              <strong>
                <bdi>{name}</bdi>
              </strong>
              <span className="soft">
                {used
                  ? t('account.passkeys.used', { time: moment(used, timezone) })
                  : t('account.passkeys.added', { time: moment(added, timezone) })}
              </span>
            </div>
            <Button className="quiet" onPress={() => remove.mutate(id)}>
              {t('remove')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Add() {
  const [name, setName] = useState(agentName(navigator.userAgent))
  const add = useDoing(() => makePasskey(name), {
    changes: ['passkeys'],
    done: t('account.passkeys.done'),
  })
  if (!globalThis.PublicKeyCredential?.parseCreationOptionsFromJSON) return null
  return (
    <Ask button={t('account.passkeys.add')} title={t('account.passkeys.add')}>
      {(close) => (
        <Fill submit={t('account.passkeys.add')} onSubmit={() => add.mutateAsync()} onDone={close}>
          <Line label={t('account.passkeys.name')} value={name} onChange={setName} isRequired />
        </Fill>
      )}
    </Ask>
  )
}

async function makePasskey(name: string) {
  const options = await said(api.me.passkeys.challenge.$post())
  const credential = await navigator.credentials
    .create({
      publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options as never),
    })
    .catch(() => null)
  if (!credential) throw new Error(t('account.passkeys.failed'))
  await api.me.passkeys.$post({
    json: { name, credential: (credential as PublicKeyCredential).toJSON() as never },
  })
}
