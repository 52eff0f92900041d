import type { VNode } from 'preact'

/**
 * All messages of a form that came back, on top of it, each a link to its field. The inner alert is read out when the
 * page opens; the outer box can take the focus.
 */
export const ErrorSummary = ({
  errors,
  title = '入力内容を確認してください'
}: {
  readonly errors: readonly { readonly fieldId?: string | undefined; readonly message: string }[]
  readonly title?: string | undefined
}): VNode | null =>
  errors.length === 0 ? null : (
    <div class="notice notice--error error-summary" id="error-summary" tabindex={-1}>
      <div role="alert">
        <h2 class="notice__title">{title}</h2>
        <ul class="error-summary__list">
          {errors.map(({ fieldId, message }) => (
            <li key={`${fieldId} ${message}`}>{fieldId ? <a href={`#${fieldId}`}>{message}</a> : message}</li>
          ))}
        </ul>
      </div>
    </div>
  )
