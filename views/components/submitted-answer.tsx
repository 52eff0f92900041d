import type { VNode } from 'preact'
import type { Hold } from '../../src/scanning/file-scan.ts'
import { formatFileSize } from '../format.ts'
import { HeldNote } from './held-note.tsx'

/** What a company wrote beside an item, with its files, as officials read it. `heading` names the files to screen readers. */
export const SubmittedAnswer = ({
  lines,
  attachments,
  attachmentUrl,
  heading
}: {
  readonly lines: readonly { readonly label: string; readonly value: string }[]
  readonly attachments: readonly {
    readonly id: string
    readonly fileName: string
    readonly size: number
    readonly hold?: Hold | null
  }[]
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
          {attachments.map(({ id, fileName, size, hold }) => (
            <li key={id}>
              {hold == null ? <a href={attachmentUrl(id)}>{fileName}</a> : <span>{fileName}</span>}{' '}
              <span class="attachment-links__size">{formatFileSize(size)}</span>{' '}
              <HeldNote hold={hold} reader="others" />
            </li>
          ))}
        </ul>
      </>
    )}
  </>
)
