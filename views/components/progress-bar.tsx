import type { VNode } from 'preact'

/** How much is done, in words and as a bar. The words say it all; the bar alone says nothing to a printer. */
export const ProgressBar = ({
  id,
  label,
  value,
  max,
  text = `${max}のうち${value}が完了`
}: {
  readonly id: string
  readonly label: string
  readonly value: number
  readonly max: number
  readonly text?: string | undefined
}): VNode => (
  <div class="progress">
    <label class="progress__label" for={id}>
      {label}
      <span class="progress__text">{text}</span>
    </label>
    <progress id={id} value={value} max={max}>
      {text}
    </progress>
  </div>
)
