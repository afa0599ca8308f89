import type { ReactNode } from 'react'
import {
  Button,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
  Text,
  TextArea,
  TextField,
  type TextFieldProps,
} from 'react-aria-components'
import { t } from '../texts.ts'
import { Why } from './words.tsx'

/** What is wrong with a field. The browser would say it in its own language, which may be another. */
export const Fault = ({ children }: { children?: string | undefined }) => (
  <FieldError className="field-error">
    {({ validationDetails: { valueMissing, typeMismatch }, validationErrors }) =>
      children ??
      (valueMissing
        ? t('field.missing')
        : typeMismatch
          ? t('field.email')
          : validationErrors.join(' '))
    }
  </FieldError>
)

/** One line of text with its label and what is wrong with it: what a form finds, or `wrong`, found elsewhere. */
export const Line = ({
  label,
  description,
  wrong,
  dir = 'auto',
  ...props
}: TextFieldProps & { label: string; description?: string; wrong?: string | undefined }) => (
  <TextField className="field" {...props} {...(wrong ? { isInvalid: true } : {})}>
    <Label>{label}</Label>
    <Input dir={dir} />
    {description && (
      <Text slot="description" className="soft">
        {description}
      </Text>
    )}
    <Fault>{wrong}</Fault>
  </TextField>
)

/** A text of some lines. */
export const Area = ({
  label,
  description,
  ...props
}: TextFieldProps & { label: string; description?: string }) => (
  <TextField className="field" {...props}>
    <Label>{label}</Label>
    <TextArea rows={3} dir="auto" />
    {description && (
      <Text slot="description" className="soft">
        {description}
      </Text>
    )}
    <Fault />
  </TextField>
)

type Choice = {
  id: string
  name: string
  /** How deep it stands in a tree. */
  depth?: number
}

/** One of a few. `label` is shown unless the place says already what is chosen. */
export const Choose = ({
  label,
  description,
  shown = true,
  choices,
  value,
  onChange,
  isDisabled,
}: {
  label: string
  description?: string
  shown?: boolean
  choices: readonly Choice[]
  value: string
  onChange: (id: string) => void
  isDisabled?: boolean
}) => (
  <Select
    className="field"
    {...(shown ? {} : { 'aria-label': label })}
    value={value}
    onChange={(key) => onChange(String(key))}
    isDisabled={isDisabled ?? false}
  >
    {shown && <Label>{label}</Label>}
    <Button className="select">
      <SelectValue />
      <span aria-hidden="true" className="caret" />
    </Button>
    {description && (
      <Text slot="description" className="soft">
        {description}
      </Text>
    )}
    <Popover className="popover">
      <ListBox items={choices}>
        {({ id, name, depth = 0 }) => (
          <ListBoxItem id={id} style={{ paddingInlineStart: `${0.75 + depth}rem` }}>
            {name}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  </Select>
)

/** Says that something went wrong, to eyes and to screen readers; nothing as long as nothing did. */
export const Wrong = ({
  children,
  error,
}: {
  children?: ReactNode
  error?: Error | null | undefined
}) =>
  children || error ? (
    <p className="wrong" role="alert">
      {children}
      {error && <Why error={error} />}
    </p>
  ) : null
