import type { ComponentChildren, VNode } from 'preact'
import { type FieldProps, RequirementMark } from './field.tsx'
import { FieldError } from './field-error.tsx'
import { Hint } from './hint.tsx'

/** Several controls under one question: legend, hint, controls, error. The error summary links to the first control. */
export const FieldSet = ({
  children,
  id,
  label,
  labelHidden,
  hint,
  error,
  required
}: Omit<FieldProps, 'name' | 'id'> & { readonly id: string; readonly children: ComponentChildren }): VNode => {
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <fieldset class="field-set" aria-describedby={described || undefined} data-invalid={error ? 'true' : undefined}>
      <legend class={labelHidden ? 'visually-hidden' : 'field__label'}>
        {label}
        <RequirementMark required={required} />
      </legend>
      {hint ? <Hint id={`${id}-hint`}>{hint}</Hint> : null}
      {children}
      <FieldError id={`${id}-error`} message={error} />
    </fieldset>
  )
}
