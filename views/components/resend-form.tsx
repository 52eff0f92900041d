import type { VNode } from 'preact'
import { Button } from './button.tsx'
import { ButtonRow } from './button-row.tsx'
import { PostForm } from './post-form.tsx'

/** What was posted, by field name; several values of one name are what checkboxes send. */
export type PostedValues = Readonly<Record<string, string | readonly string[]>>

const HiddenValues = ({ values }: { readonly values: PostedValues }): VNode => (
  <div hidden>
    {Object.entries(values).flatMap(([name, value]) =>
      typeof value === 'string'
        ? [<input key={name} type="hidden" name={name} value={value} />]
        : value.map((part) => <input key={`${name} ${part}`} type="checkbox" name={name} value={part} checked />)
    )}
  </div>
)

/** Keeps what was posted and could not be taken, to be posted once more. */
export const ResendForm = ({ action, values }: { readonly action: string; readonly values: PostedValues }): VNode => (
  <PostForm action={action}>
    <HiddenValues values={values} />
    <ButtonRow>
      <Button type="submit">もう一度送信する</Button>
    </ButtonRow>
  </PostForm>
)
