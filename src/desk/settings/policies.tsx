import { useState } from 'react'
import { Newsroom, policyNames } from '../../newsroom/newsroom.ts'
import { Choose, Line } from '../parts/fields.tsx'
import { Fill } from '../parts/form.tsx'
import { t } from '../texts.ts'
import { type FormProps, Section } from './section.tsx'
import { rule } from './settings.tsx'

const Policy = Newsroom.shape.navigation.element.shape.href

/** Where the paper says what it holds itself to, and what machines may do with it. */
export const PoliciesScreen = () => (
  <Section title="settings.policies" about="settings.policies.about" form={PoliciesForm} />
)

function PoliciesForm({ newsroom, change }: FormProps) {
  const [policies, setPolicies] = useState<Record<string, string>>({ ...newsroom.policies })
  const [text, setText] = useState(newsroom.feeds.text)
  const [training, setTraining] = useState(newsroom.crawlers.training)
  return (
    <Fill
      submit={t('save')}
      isChanged={text !== newsroom.feeds.text || training !== newsroom.crawlers.training}
      onSubmit={() =>
        change({
          policies: Object.fromEntries(Object.entries(policies).filter(([, href]) => href)),
          feeds: { ...newsroom.feeds, text },
          crawlers: { training },
        })
      }
    >
      {policyNames.map((name) => (
        <Line
          key={name}
          label={t(`policy.${name}`)}
          value={policies[name] ?? ''}
          onChange={(href) => setPolicies({ ...policies, [name]: href })}
          validate={(href) => !href || rule(Policy, t('settings.href.wrong'))(href)}
          validationBehavior="aria"
        />
      ))}
      <Choose
        label={t('settings.feeds.carry')}
        choices={(['full', 'summary'] as const).map((id) => ({
          id,
          name: t(`settings.feeds.${id}`),
        }))}
        value={text}
        onChange={(one) => setText(one as typeof text)}
      />
      <Choose
        label={t('settings.training')}
        choices={(['welcome', 'refused'] as const).map((id) => ({
          id,
          name: t(`settings.training.${id}`),
        }))}
        value={training}
        onChange={(one) => setTraining(one as typeof training)}
      />
    </Fill>
  )
}
