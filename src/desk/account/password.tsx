import { useState } from 'react'
import { Button } from 'react-aria-components'
import { encode } from 'uqr'
import { api, said } from '../client.ts'
import { Ask } from '../parts/dialog.tsx'
import { Line, Wrong } from '../parts/fields.tsx'
import { Fill, useDoing } from '../parts/form.tsx'
import { t } from '../texts.ts'

/** A password, for those who want one. It comes with its second factor or not at all. */
export function Password({ isSet }: { isSet: boolean }) {
  const remove = useDoing(() => api.me.password.$delete(), {
    changes: ['me'],
    done: t('account.password.removed'),
  })
  return (
    <section className="section" aria-labelledby="password">
      <header className="screen-head">
        <h2 id="password">{t('account.password')}</h2>
        <p>{isSet ? t('account.password.set') : t('account.password.about')}</p>
        {isSet ? (
          <Button className="quiet" onPress={() => remove.mutate()}>
            {t('account.password.remove')}
          </Button>
        ) : (
          <Ask button={t('account.password.begin')} title={t('account.password.begin')}>
            {(close) => <SetPassword close={close} />}
          </Ask>
        )}
      </header>
      <Wrong error={remove.error} />
    </section>
  )
}

type Factor = { factor: string; address: string }

function SetPassword({ close }: { close: () => void }) {
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [made, setMade] = useState<Factor>()
  const set = useDoing(
    () => api.me.password.$put({ json: { password, factor: made!.factor, code } }),
    { changes: ['me'], done: t('saved') },
  )
  const begin = async () => setMade(await said(api.me.factor.$post()))
  return (
    <Fill
      submit={made ? t('save') : t('account.password.next')}
      onSubmit={made ? () => set.mutateAsync() : begin}
      {...(made ? { onDone: close } : {})}
    >
      <Line
        label={t('account.password.new')}
        type="password"
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
        minLength={10}
        isRequired
        autoFocus
      />
      {made && (
        <>
          <p>{t('account.password.scan')}</p>
          <Squares text={made.address} />
          <p>
            {t('account.password.key')}:{' '}
            <code dir="ltr">{made.factor.match(/.{4}/g)!.join(' ')}</code>
          </p>
          <Line
            label={t('account.password.code')}
            value={code}
            onChange={setCode}
            inputMode="numeric"
            autoComplete="one-time-code"
            isRequired
          />
        </>
      )}
    </Fill>
  )
}

/** A QR code. */
function Squares({ text }: { text: string }) {
  const { size, data } = encode(text, { border: 2 })
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('')
  return (
    <svg className="squares" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={text}>
      <path d={path} />
    </svg>
  )
}
