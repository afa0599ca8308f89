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
import { Why } from './words.tsx'

/** One line of text with its label and what is wrong with it. */
export const Line = ({
  label,
  description,
  ...props
}: TextFieldProps & { label: string; description?: string }) => (
  <TextField className="field" {...props}>
    <Label>{label}</Label>
    <Input dir="auto" />
    {description && (
      <Text slot="description" className="soft">
        {description}
      </Text>
    )}
    <FieldError className="field-error" />
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
    <FieldError className="field-error" />
  </TextField>
)

type Choice = { id: string; name: string }

/** One of a few. `label` is shown unless the place says already what is chosen. */
export const Choose = ({
  label,
  shown = true,
  choices,
  value,
  onChange,
  isDisabled,
}: {
  label: string
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
    <Popover className="popover">
      <ListBox items={choices}>
        {({ id, name }) => <ListBoxItem id={id}>{name}</ListBoxItem>}
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
