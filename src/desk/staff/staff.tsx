import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { api, type Colleague, type Role, said } from '../client.ts'
import { useMe } from '../frame.tsx'
import { Ask } from '../parts/dialog.tsx'
import { Choose, Line, Wrong } from '../parts/fields.tsx'
import { Fill, useDoing } from '../parts/form.tsx'
import { Title } from '../parts/title.tsx'
import { moment, t } from '../texts.ts'
import { roleName } from './names.ts'
import { Roles } from './roles.tsx'

/** Who works at the desk, and what they may do. */
export function StaffScreen() {
  const me = useMe()
  const colleagues = useQuery({
    queryKey: ['colleagues'],
    queryFn: () => said(api.colleagues.$get()),
  })
  const roles = useQuery({ queryKey: ['roles'], queryFn: () => said(api.roles.$get()) })
  const failed = colleagues.error ?? roles.error
  const mayChange = me.data?.colleague.role.permissions.includes('staff.change') ?? false
  return (
    <div className="screen">
      <header className="screen-head">
        <Title>{t('staff.title')}</Title>
        <p>{t('staff.about')}</p>
        {mayChange && roles.data && <Invite roles={roles.data} />}
      </header>
      <Wrong error={failed} />
      <ul className="rows">
        {colleagues.data?.map((colleague) => (
          <Row
            key={colleague.id}
            colleague={colleague}
            roles={roles.data ?? [colleague.role]}
            mayChange={mayChange && colleague.id !== me.data?.colleague.id}
            timezone={me.data?.newsroom.timezone ?? 'UTC'}
          />
        ))}
      </ul>
      {roles.data && <Roles roles={roles.data} mayChange={mayChange} />}
    </div>
  )
}

function Row({
  colleague,
  roles,
  mayChange,
  timezone,
}: {
  colleague: Colleague
  roles: Role[]
  mayChange: boolean
  timezone: string
}) {
  const { id, name, email, role, joined, left } = colleague
  const queries = useQueryClient()
  const lookAgain = () => void queries.invalidateQueries({ queryKey: ['colleagues'] })
  const change = useDoing(
    (roleId: string) =>
      api.colleagues[':id'].role.$put({ param: { id }, json: { roleId, from: role.id } }),
    {
      changes: ['colleagues', 'me'],
      done: (roleId) =>
        t('staff.changed', { name, role: roleName(roles.find((one) => one.id === roleId)!) }),
    },
  )
  return (
    <li className={left ? 'row gone' : 'row'}>
      <div>
        <strong>
          <bdi>{name}</bdi>
        </strong>
        <span className="soft" dir="ltr">
          {email}
        </span>
        <span className="soft">
          {left
            ? t('staff.left', { time: moment(left, timezone) })
            : joined
              ? t('staff.since', { time: moment(joined, timezone) })
              : t('staff.waiting')}
        </span>
        <Wrong error={change.error} />
      </div>
      {left ? null : mayChange ? (
        <div className="row-ends">
          <Choose
            label={t('staff.role.of', { name })}
            shown={false}
            choices={roles.map((one) => ({ id: one.id, name: roleName(one) }))}
            value={role.id}
            onChange={(roleId) => change.mutate(roleId, { onError: lookAgain })}
            isDisabled={change.isPending}
          />
          <LetGo id={id} name={name} />
        </div>
      ) : (
        <span>{roleName(role)}</span>
      )}
    </li>
  )
}

function LetGo({ id, name }: { id: string; name: string }) {
  const letGo = useDoing(() => api.colleagues[':id'].$delete({ param: { id } }), {
    changes: ['colleagues'],
    done: t('staff.gone', { name }),
  })
  return (
    <Ask
      quiet
      button={t('staff.letGo.do')}
      title={t('staff.letGo', { name })}
      label={`${t('staff.letGo.do')}: ${name}`}
    >
      {(close) => (
        <Fill submit={t('staff.letGo.do')} onSubmit={() => letGo.mutateAsync()} onDone={close}>
          <p>{t('staff.letGo.text')}</p>
          <Button className="quiet" onPress={close}>
            {t('cancel')}
          </Button>
        </Fill>
      )}
    </Ask>
  )
}

function Invite({ roles }: { roles: Role[] }) {
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [roleId, setRole] = useState('reporter')
  const invite = useDoing(() => api.colleagues.$post({ json: { name, email, roleId } }), {
    changes: ['colleagues'],
    done: t('staff.invited', { name }),
  })
  return (
    <Ask button={t('staff.invite')} title={t('staff.invite')}>
      {(close) => (
        <Fill
          submit={t('staff.send')}
          onSubmit={() => invite.mutateAsync()}
          onDone={() => {
            setName('')
            setEmail('')
            close()
          }}
        >
          <p>{t('staff.invite.text')}</p>
          <Line label={t('staff.name')} value={name} onChange={setName} isRequired autoFocus />
          <Line
            label={t('staff.email')}
            type="email"
            value={email}
            onChange={setEmail}
            isRequired
          />
          <Choose
            label={t('staff.role')}
            choices={roles.map((one) => ({ id: one.id, name: roleName(one) }))}
            value={roleId}
            onChange={setRole}
          />
        </Fill>
      )}
    </Ask>
  )
}
