import type { VNode } from 'preact'
import { VisuallyHidden } from './visually-hidden.tsx'

/** The message beside a field, or nothing. The word エラー is spoken, since red alone says nothing. */
export const FieldError = ({
  id,
  message
}: {
  readonly id: string
  readonly message: string | undefined
}): VNode | null =>
  message ? (
    <p class="field-error" id={id}>
      <VisuallyHidden>エラー：</VisuallyHidden>
      {message}
    </p>
  ) : null
