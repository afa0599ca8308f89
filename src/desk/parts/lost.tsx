import { Link } from '@tanstack/react-router'
import { t } from '../texts.ts'
import { Title } from './title.tsx'

/** An address of the desk at which there is no screen. */
export const Lost = () => (
  <section className="screen lost">
    <Title>{t('frame.lost.title')}</Title>
    <p className="soft">{t('frame.lost.text')}</p>
    <p>
      <Link to="/">{t('editor.back')}</Link>
    </p>
  </section>
)

/** A screen that failed, most likely since the newsroom was upgraded while it was open. */
export const Broken = () => (
  <section className="screen lost">
    <Title>{t('frame.broken.title')}</Title>
    <p className="soft">{t('frame.broken.text')}</p>
    <button type="button" className="button" onClick={() => location.reload()}>
      {t('frame.reload')}
    </button>
  </section>
)
