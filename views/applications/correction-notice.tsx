import type { ComponentChildren, VNode } from 'preact'
import type { AskedItem } from '../../src/applications/asked-items.ts'
import type { CorrectionRequest } from '../../src/applications/correction-request.ts'
import { paths } from '../../src/paths.ts'
import { Notice } from '../components/notice.tsx'
import { StatusTag } from '../components/status-tag.tsx'
import { formatDateWithWeekday } from '../format.ts'

type Props = CorrectionRequest & {
  readonly applicationId: string
  readonly children?: ComponentChildren
}

/** The place on a category's page where a question is answered. */
export const askedItemUrl = (applicationId: string, { categoryNumber, itemCode }: AskedItem): string =>
  `${paths.category(applicationId, categoryNumber)}#item-${itemCode}`

/** What the secretariat asks to be corrected and by when, with a link to each item that it asks about. */
export const CorrectionNotice = ({ applicationId, message, deadline, asked, children }: Props): VNode => (
  <Notice
    tone="warning"
    title={
      deadline === null
        ? '事務局から補正のお願いがあります'
        : `${formatDateWithWeekday(deadline)}までに補正をお願いします`
    }
  >
    {message === null ? null : <p class="lines">{message}</p>}
    {asked.length === 0 ? null : (
      <ul class="asked-items">
        {asked.map((item) => (
          <li key={item.itemCode}>
            <a href={askedItemUrl(applicationId, item)}>
              {item.itemCode} {item.shortText}
            </a>{' '}
            {item.isChanged ? <StatusTag tone="success">直しました</StatusTag> : null}
            <p class="as-written">{item.question}</p>
          </li>
        ))}
      </ul>
    )}
    {children}
  </Notice>
)
