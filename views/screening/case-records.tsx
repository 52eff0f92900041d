import type { VNode } from 'preact'
import { historyWords } from '../../src/applications/history-words.ts'
import { paths } from '../../src/paths.ts'
import { channelLabels, type HearingNote } from '../../src/screening/hearing.ts'
import { historyDetail } from '../../src/screening/history-detail.ts'
import { Button } from '../components/button.tsx'
import { DataTable } from '../components/data-table.tsx'
import { Section } from '../components/section.tsx'
import { StatusTag } from '../components/status-tag.tsx'
import { Timeline } from '../components/timeline.tsx'
import { formatDateTime, formatDateWithWeekday } from '../format.ts'

/** A mail of the case as its row shows it. */
export type CaseMail = {
  readonly id: string
  readonly subject: string
  readonly recipient: string
  readonly state: 'waiting' | 'sent' | 'failed'
  readonly attempts: number
  readonly lastError: string | null
  readonly createdAt: Date
  readonly sentAt: Date | null
}

/** A line of the history as it is stored. */
export type CaseEvent = {
  readonly at: Date
  readonly actorName: string
  readonly kind: string
  readonly details: Readonly<Record<string, unknown>>
}

/** What was said at each hearing, newest first. */
export const HearingsSection = ({ hearings }: { readonly hearings: readonly HearingNote[] }): VNode => (
  <Section title="ヒアリングの記録" id="hearings">
    {hearings.length === 0 ? (
      <p>まだありません。</p>
    ) : (
      <ul class="hearings">
        {hearings.toReversed().map(({ id, heldOn, channel, participants, note, recordedByName }) => (
          <li key={id}>
            <p>
              <strong>{formatDateWithWeekday(heldOn)}</strong>　{channelLabels[channel]}　{participants}
            </p>
            <p class="hearings__note">{note}</p>
            <p class="decision-note">記録：{recordedByName}</p>
          </li>
        ))}
      </ul>
    )}
  </Section>
)

const MailState = ({ mail }: { readonly mail: CaseMail }): VNode => {
  if (mail.state === 'sent')
    return (
      <>
        <StatusTag tone="success">送信済み</StatusTag> {mail.sentAt === null ? '' : formatDateTime(mail.sentAt)}
      </>
    )
  const tries = mail.attempts === 0 ? '' : `${mail.attempts}回試しました。`
  return (
    <>
      <StatusTag tone={mail.state === 'failed' ? 'error' : 'neutral'}>
        {mail.state === 'failed' ? '失敗' : '送信待ち'}
      </StatusTag>
      {tries === '' && mail.lastError === null ? null : (
        <p class="decision-note">
          {tries}
          {mail.lastError === null ? '' : `理由：${mail.lastError}`}
        </p>
      )}
    </>
  )
}

/** The mails of the case with what became of each. */
export const MailsSection = ({
  applicationId,
  mails
}: {
  readonly applicationId: string
  readonly mails: readonly CaseMail[]
}): VNode => (
  <Section title="送ったメール" id="mails">
    {mails.length === 0 ? (
      <p>まだありません。</p>
    ) : (
      <DataTable
        caption="この案件のメール"
        captionHidden
        columns={[
          { key: 'subject', label: '件名', rowHeader: true },
          { key: 'recipient', label: '宛先' },
          { key: 'created', label: '作成' },
          { key: 'state', label: '状態' },
          { key: 'action', label: '操作' }
        ]}
        rows={mails.map((mail) => ({
          key: mail.id,
          cells: {
            subject: mail.subject,
            recipient: mail.recipient,
            created: formatDateTime(mail.createdAt),
            state: <MailState mail={mail} />,
            action:
              mail.state === 'waiting' ? (
                '送信を待っています'
              ) : (
                <form method="post" action={paths.mailDelivery(applicationId, mail.id)}>
                  <Button variant="secondary" small>
                    もう一度送る
                  </Button>
                </form>
              )
          }
        }))}
      />
    )}
  </Section>
)

/** Everything that happened to the case, newest first. */
export const HistorySection = ({ events }: { readonly events: readonly CaseEvent[] }): VNode => (
  <Section title="経過" id="history">
    <Timeline
      entries={events.toReversed().map(({ at, actorName, kind, details }) => {
        const detail = historyDetail(kind, details)
        return {
          when: formatDateTime(at),
          dateTime: at.toISOString(),
          who: actorName,
          what: historyWords(kind, details),
          detail: detail === '' ? undefined : detail
        }
      })}
    />
  </Section>
)
