import type { Doc } from 'yjs'
import { articleKinds } from '../../articles/article.ts'
import { bylineRoles } from '../../contributors/contributor.ts'
import { languageName } from '../../platform/language.ts'
import { api, said } from '../client.ts'
import { PictureField } from '../library/field.tsx'
import { Choose, Line } from '../parts/fields.tsx'
import { t } from '../texts.ts'
import { Address } from './address.tsx'
import { useCategories } from './categories.ts'
import { Several } from './choices.tsx'
import { Elsewhere } from './elsewhere.tsx'
import { useFields } from './fields.ts'
import { Translations } from './translations.tsx'
import { Typed } from './typed.tsx'

/** Characters that search engines and other sites show; what is longer is cut there. */
const SEO_TITLE = 60
const SOCIAL_TITLE = 90

/** Languages offered first: those the desk itself speaks. Any other is typed. */
const languages = ['en', 'ar', 'de', 'fr', 'ru', 'es', 'tr', 'fa', 'uk', 'zh']

/** Everything that is said of an article beside its words. */
export function Side({
  articleId,
  document,
  siteUrl,
  name,
}: {
  articleId: string
  document: Doc
  siteUrl: string
  name: string
}) {
  const { fields, set } = useFields(document)
  const categories = useCategories()
  const tree = inTree(categories.data ?? [])
  const roleOf = (id: string) =>
    fields.bylines.find(({ contributorId }) => contributorId === id)?.role ?? 'author'
  return (
    <div className="side-fields">
      <Choose
        label={t('side.kind')}
        value={fields.kind}
        choices={articleKinds.map((id) => ({ id, name: t(`kind.${id}`) }))}
        onChange={(kind) => set('kind', kind)}
      />
      <Choose
        label={t('side.category')}
        value={fields.categoryId ?? ''}
        choices={[{ id: '', name: t('side.category.none') }, ...tree]}
        onChange={(id) => set('categoryId', id || null)}
      />
      <PictureField
        label={t('pictures.lead')}
        value={fields.leadPictureId}
        onChange={(id) => set('leadPictureId', id)}
      />
      <Several
        label={t('side.bylines')}
        kind="contributors"
        ids={fields.bylines.map(({ contributorId }) => contributorId)}
        find={(query) => said(api.contributors.$get({ query }))}
        make={(name) => said(api.contributors.$post({ json: { name } }))}
        onChange={(ids) =>
          set(
            'bylines',
            ids.map((contributorId) => ({ contributorId, role: roleOf(contributorId) })),
          )
        }
        extra={(id) => (
          <Choose
            shown={false}
            label={t('side.role')}
            value={roleOf(id)}
            choices={bylineRoles.map((role) => ({ id: role, name: t(`role.${role}`) }))}
            onChange={(role) =>
              set(
                'bylines',
                fields.bylines.map((byline) =>
                  byline.contributorId === id ? { ...byline, role } : byline,
                ),
              )
            }
          />
        )}
      />
      <Several
        label={t('side.tags')}
        kind="tags"
        ids={fields.tagIds}
        find={(query) => said(api.tags.$get({ query }))}
        make={(name) => said(api.tags.$post({ json: { name } }))}
        onChange={(ids) => set('tagIds', ids)}
      />
      <div className="pair">
        <Typed
          document={document}
          field="datelinePlace"
          label={t('side.place')}
          className="small"
        />
        <Line
          label={t('side.date')}
          type="date"
          value={fields.datelineDate}
          onChange={(date) => set('datelineDate', date)}
        />
      </div>
      <div className="pair">
        <Choose
          label={t('side.language')}
          value={fields.language}
          choices={[...new Set([fields.language, ...languages])].map((id) => ({
            id,
            name: languageName(id),
          }))}
          onChange={(language) => set('language', language)}
        />
        <Choose
          label={t('side.access')}
          value={fields.access}
          choices={(['standard', 'premium'] as const).map((id) => ({
            id,
            name: t(`access.${id}`),
          }))}
          onChange={(access) => set('access', access)}
        />
      </div>
      <Translations articleId={articleId} language={fields.language} />
      <Address articleId={articleId} path={fields.path} onChange={(path) => set('path', path)} />
      <details className="more">
        <summary>{t('side.elsewhere')}</summary>
        <div className="fields">
          <Typed
            document={document}
            field="seoTitle"
            label={t('side.seo')}
            className="small"
            most={SEO_TITLE}
          />
          <div className="result" aria-hidden="true">
            <span dir="ltr">{`${siteUrl}${fields.path}`.replace(/^https?:\/\//, '')}</span>
            <strong>{`${fields.seoTitle || fields.headline} – ${name}`}</strong>
            <span>{fields.standfirst}</span>
          </div>
          <Typed
            document={document}
            field="socialTitle"
            label={t('side.social')}
            className="small"
            most={SOCIAL_TITLE}
          />
          <Elsewhere articleId={articleId} fields={fields} siteUrl={siteUrl} />
          <PictureField
            label={t('pictures.social')}
            about={t('pictures.social.about')}
            value={fields.socialPictureId}
            onChange={(id) => set('socialPictureId', id)}
          />
        </div>
      </details>
    </div>
  )
}

type Category = { id: string; name: string; parentId: string | null }

/** Categories in the order of their tree, each below its parent and set in. */
function inTree(categories: Category[], parentId: string | null = null, depth = 0): Category[] {
  return categories
    .filter((category) => category.parentId === parentId)
    .sort((one, other) => one.name.localeCompare(other.name))
    .flatMap((category) => [{ ...category, depth }, ...inTree(categories, category.id, depth + 1)])
}
