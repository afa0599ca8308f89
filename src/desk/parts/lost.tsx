import { Link } from '@tanstack/react-router'
import { t } from '../texts.ts'

/** An address of the desk at which there is no screen. */
export const Lost = () => (
  <section>
    <h1>{t('frame.lost.title')}</h1>
    <p className="soft">{t('frame.lost.text')}</p>
    <p>
      <Link to="/">{t('frame.articles')}</Link>
    </p>
  </section>
)

/** A screen that failed, most likely since the newsroom was upgraded while it was open. */
export const Broken = () => (
  <section>
    <h1>{t('frame.broken.title')}</h1>
    <p className="soft">{t('frame.broken.text')}</p>
    <button type="button" onClick={() => location.reload()}>
      {t('frame.reload')}
    </button>
  </section>
)
