import type { VNode } from 'preact'
import { formatFileSize } from '../format.ts'

/** What a company wrote beside an item, with its files, as officials read it. `heading` names the files to screen readers. */
export const SubmittedAnswer = ({
  lines,
  attachments,
  attachmentUrl,
  heading
}: {
  readonly lines: readonly { readonly label: string; readonly value: string }[]
  readonly attachments: readonly { readonly id: string; readonly fileName: string; readonly size: number }[]
  readonly attachmentUrl: (id: string) => string
  readonly heading: string
}): VNode => (
  <>
    {lines.length === 0 ? null : (
      <dl class="evidence-lines">
        {lines.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    )}
    {attachments.length === 0 ? null : (
      <>
        <p class="visually-hidden">{heading}</p>
        <ul class="attachment-links">
          {attachments.map(({ id, fileName, size }) => (
            <li key={id}>
              <a href={attachmentUrl(id)}>{fileName}</a>{' '}
              <span class="attachment-links__size">{formatFileSize(size)}</span>
            </li>
          ))}
        </ul>
      </>
    )}
  </>
)
