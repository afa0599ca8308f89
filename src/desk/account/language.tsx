import { languageName } from '../../platform/language.ts'
import { deskLanguages } from '../../staff/desk-language.ts'
import { api } from '../client.ts'
import { useMe } from '../frame.tsx'
import { Choose, Wrong } from '../parts/fields.tsx'
import { useDoing } from '../parts/form.tsx'
import { t } from '../texts.ts'

/** No language of one's own. */
const NEWSROOMS = 'newsroom'

/** In which language one wants the desk. */
export function Language() {
  const me = useMe().data
  const choose = useDoing(
    async (chosen: string) => {
      const language = deskLanguages.find((one) => one === chosen) ?? null
      await api.me.language.$put({ json: { language } })
      // The desk's words and direction come with its document.
      location.reload()
    },
    { changes: [] },
  )
  if (!me) return null
  return (
    <section className="section" aria-labelledby="language">
      <header className="screen-head">
        <h2 id="language">{t('account.language')}</h2>
        <p>{t('account.language.about')}</p>
        <Choose
          label={t('account.language')}
          shown={false}
          choices={[
            { id: NEWSROOMS, name: t('account.language.newsroom') },
            ...deskLanguages.map((id) => ({ id, name: languageName(id) })),
          ]}
          value={me.colleague.language ?? NEWSROOMS}
          onChange={(chosen) => choose.mutate(chosen)}
          isDisabled={choose.isPending}
        />
      </header>
      <Wrong error={choose.error} />
    </section>
  )
}
