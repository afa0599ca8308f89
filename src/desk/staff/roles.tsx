import { useState } from 'react'
import { Button, Checkbox, CheckboxGroup, Label } from 'react-aria-components'
import { type Permission, permissionNames } from '../../staff/permission.ts'
import { api, type Role } from '../client.ts'
import { Ask } from '../parts/dialog.tsx'
import { Line, Wrong } from '../parts/fields.tsx'
import { Fill, useDoing } from '../parts/form.tsx'
import { t } from '../texts.ts'
import { roleName } from './names.ts'

const builtIn = new Set(['reporter', 'editor', 'publisher', 'moderator', 'administrator'])

/** What each role may do, and the newsroom's own roles. */
export function Roles({ roles, mayChange }: { roles: Role[]; mayChange: boolean }) {
  return (
    <section className="section" aria-labelledby="roles">
      <header className="screen-head">
        <h2 id="roles">{t('roles.title')}</h2>
        <p>{t('roles.about')}</p>
        {mayChange && <Keep button={t('roles.add')} />}
      </header>
      <ul className="rows">
        {roles.map((role) => (
          <li key={role.id} className="row">
            <div>
              <strong>
                <bdi>{roleName(role)}</bdi>
              </strong>
              <span className="soft">
                {role.permissions.map((one) => t(`may.${one}`)).join(' · ')}
              </span>
            </div>
            {builtIn.has(role.id) ? (
              <span className="soft">{t('roles.builtIn')}</span>
            ) : (
              mayChange && (
                <div className="row-ends">
                  <Keep role={role} button={t('roles.change')} />
                  <Drop role={role} />
                </div>
              )
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** An id in small letters, made once from the first name and then kept. */
const idOf = (name: string) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 40) || `role-${Math.random().toString(36).slice(2, 8)}`

function Keep({ role, button }: { role?: Role; button: string }) {
  const [name, setName] = useState(role?.name ?? '')
  const [may, setMay] = useState<string[]>(role?.permissions ?? [])
  /** As it stood when the form was opened: what others change meanwhile is not changed back. */
  const [seen, setSeen] = useState<Omit<Role, 'id'> | null>(null)
  const begin = () => {
    setName(role?.name ?? '')
    setMay(role?.permissions ?? [])
    setSeen(role ? { name: role.name, permissions: role.permissions } : null)
  }
  const keep = useDoing(
    () =>
      api.roles[':id'].$put({
        param: { id: role?.id ?? idOf(name) },
        json: { name, permissions: may as Permission[], seen },
      }),
    { changes: ['roles', 'colleagues', 'me'], done: t('saved') },
  )
  return (
    <Ask quiet button={button} title={button} onOpen={begin}>
      {(close) => (
        <Fill submit={t('save')} onSubmit={() => keep.mutateAsync()} onDone={close}>
          <Line label={t('roles.name')} value={name} onChange={setName} isRequired autoFocus />
          <CheckboxGroup className="field" value={may} onChange={setMay}>
            <Label>{t('roles.may')}</Label>
            {permissionNames.map((permission) => (
              <Checkbox key={permission} value={permission} className="check">
                <span className="box" aria-hidden="true" />
                {t(`may.${permission}`)}
              </Checkbox>
            ))}
          </CheckboxGroup>
        </Fill>
      )}
    </Ask>
  )
}

function Drop({ role }: { role: Role }) {
  const drop = useDoing(() => api.roles[':id'].$delete({ param: { id: role.id } }), {
    changes: ['roles'],
    done: t('saved'),
  })
  return (
    <>
      <Button className="quiet" onPress={() => drop.mutate()}>
        {t('remove')}
      </Button>
      <Wrong error={drop.error} />
    </>
  )
}
