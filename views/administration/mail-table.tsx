import type { VNode } from 'preact'
import { Button } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { DataTable } from '../components/data-table.tsx'
import { PostForm } from '../components/post-form.tsx'
import { StatusTag } from '../components/status-tag.tsx'
import { VisuallyHidden } from '../components/visually-hidden.tsx'
import { formatDateTime } from '../format.ts'

/** A mail that could not be sent yet; neither for whom it is nor what it says. */
export type MailLine = {
  readonly id: string
  readonly kind: string
  readonly createdAt: Date
  readonly failed: boolean
  readonly attempts: number
  /** What the mail server said, without addresses. */
  readonly reason: string
  /** Where it is sent once more. */
  readonly retry: string
}

/** Mails that could not be sent, each with its reason and another try. */
export const MailTable = ({
  lines,
  retryAll,
  more
}: {
  readonly lines: readonly MailLine[]
  readonly retryAll: string
  /** Whether there are more of them than are shown. */
  readonly more: boolean
}): VNode => (
  <>
    <DataTable
      caption={more ? `古いものから${lines.length}通` : `${lines.length}通`}
      columns={[
        { key: 'kind', label: '種類', rowHeader: true },
        { key: 'createdAt', label: '作られた日時' },
        { key: 'state', label: '状態' },
        { key: 'attempts', label: '試した回数', align: 'end' },
        { key: 'reason', label: '理由' },
        { key: 'retry', label: '操作' }
      ]}
      rows={lines.map(({ id, kind, createdAt, failed, attempts, reason, retry }) => ({
        key: id,
        cells: {
          kind,
          createdAt: formatDateTime(createdAt),
          state: failed ? (
            <StatusTag tone="error">送信をあきらめた</StatusTag>
          ) : (
            <StatusTag tone="warning">次の送信待ち</StatusTag>
          ),
          attempts: String(attempts),
          reason,
          retry: (
            <PostForm action={retry}>
              <Button variant="secondary" small>
                もう一度送る
                <VisuallyHidden>
                  （{formatDateTime(createdAt)}の{kind}）
                </VisuallyHidden>
              </Button>
            </PostForm>
          )
        }
      }))}
    />
    <PostForm action={retryAll}>
      <ButtonRow>
        <Button variant="secondary">すべてもう一度送る</Button>
      </ButtonRow>
    </PostForm>
  </>
)
