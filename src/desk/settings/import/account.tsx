import { Children, type ReactNode } from 'react'
import { Around, English } from '../../parts/words.tsx'
import { isText, type TextKey, t } from '../../texts.ts'
import type { Account } from './uploading.ts'

type Row = Account['things'][number]

const fates = ['new', 'changed', 'unchanged', 'converted', 'kept', 'left out', 'failed']

/** What became of everything in the file, or would: nothing is passed over in silence. */
export function AccountOf({ account, isDone }: { account: Account; isDone: boolean }) {
  const { site, things, parts, redirects, moved, picturesLacking, problems } = account
  const further = account.furtherProblems
  return (
    <section className="section account" aria-labelledby="account">
      <h2 id="account">
        {t(isDone ? 'import.done' : 'import.looked', { name: site.title || site.address })}
      </h2>
      <p className="soft">
        {t(account.exitCode === 0 ? 'import.whole' : 'import.lost')}
        {isDone ? ` ${t('import.redirects', { count: redirects })}` : ''}
      </p>
      <Rows rows={things} caption="import.things" />
      {parts.length > 0 && (
        <details>
          <summary>{t('import.parts')}</summary>
          <Rows rows={parts} caption="import.parts" />
        </details>
      )}
      <List
        title={t('import.problems', { count: problems.length + further })}
        lines={problems.map(({ line, message }) => {
          const key = `${line} ${message}`
          const said = <English key={key}>{message}</English>
          return line > 0 ? (
            <Around key={key} text="import.line" values={{ line, message: said }} />
          ) : (
            said
          )
        })}
      />
      <List
        title={t('import.moved', { count: moved.length })}
        lines={moved.map(({ from, to }) => (
          <bdi key={from} dir="ltr">
            {from} → {to}
          </bdi>
        ))}
      />
      <List
        title={t('import.lacking', { count: picturesLacking.length })}
        lines={picturesLacking.map((address) => (
          <bdi key={address} dir="ltr">
            {address}
          </bdi>
        ))}
      />
    </section>
  )
}

const fateOf = (fate: string) => {
  const key = `import.fate.${fate}`
  return isText(key) ? t(key) : fate
}

const Rows = ({ rows, caption }: { rows: Row[]; caption: TextKey }) => (
  <table>
    <caption className="unseen">{t(caption)}</caption>
    <thead>
      <tr>
        <th scope="col">{t('import.count')}</th>
        <th scope="col">{t('import.fate')}</th>
        <th scope="col">{t('import.what')}</th>
      </tr>
    </thead>
    <tbody>
      {[...rows]
        .sort((one, other) => fates.indexOf(one.fate) - fates.indexOf(other.fate))
        .map(({ fate, what, why, count, examples }) => (
          <tr key={`${fate} ${what} ${why}`} className={`fate-${fate.replace(' ', '-')}`}>
            <td className="number">{count}</td>
            <td>{fateOf(fate)}</td>
            <td>
              <English>{what}</English>
              {why && (
                <span className="soft">
                  : <English>{why}</English>
                </span>
              )}
              {['left out', 'failed'].includes(fate) && examples.some(({ title }) => title) && (
                <span className="soft examples">
                  {examples
                    .filter(({ title }) => title)
                    .map(({ title }) => (
                      <bdi key={title}>{title}</bdi>
                    ))}
                </span>
              )}
            </td>
          </tr>
        ))}
    </tbody>
  </table>
)

const List = ({ title, lines }: { title: string; lines: ReactNode[] }) =>
  lines.length === 0 ? null : (
    <details>
      <summary>{title}</summary>
      <ul className="rows">
        {Children.map(lines, (line) => (
          <li className="soft">{line}</li>
        ))}
      </ul>
    </details>
  )
