import type { VNode } from 'preact'
import type { LetterLine } from '../../src/letters/letter.ts'
import { paths } from '../../src/paths.ts'
import type { CaseMail } from '../../src/screening/case-mails.ts'
import { Button } from '../components/button.tsx'
import { DataTable } from '../components/data-table.tsx'
import { Disclosure } from '../components/disclosure.tsx'
import { PostForm } from '../components/post-form.tsx'
import { Section } from '../components/section.tsx'
import { StatusTag } from '../components/status-tag.tsx'
import { VisuallyHidden } from '../components/visually-hidden.tsx'
import { formatDateTime } from '../format.ts'
import { LetterList } from '../letters/letter-list.tsx'

const Moment = ({ at }: { readonly at: Date }): VNode => (
  <time class="moment" dateTime={at.toISOString()}>
    {formatDateTime(at)}
  </time>
)

const tones = { waiting: 'info', sent: 'success', failed: 'error' } as const

const words = { waiting: '送信待ち', sent: '送信済み', failed: '失敗' } as const

const troubles = ({ state, attempts, lastError }: CaseMail): string =>
  state === 'sent' || lastError === null ? '' : `${attempts}回試しました。理由：${lastError}`

/** Whether it was sent and when, why not, and who had to have it sent again. */
const MailState = ({ mail }: { readonly mail: CaseMail }): VNode => {
  const again = mail.resentAt.at(-1)
  const trouble = troubles(mail)
  return (
    <>
      <StatusTag tone={tones[mail.state]}>{words[mail.state]}</StatusTag>{' '}
      {mail.state === 'sent' && mail.sentAt !== null ? <Moment at={mail.sentAt} /> : null}
      {trouble === '' ? null : <p class="decision-note">{trouble}</p>}
      {again === undefined ? null : (
        <p class="decision-note">
          送り直し {mail.resentAt.length}回（最後の操作 <Moment at={again} />）
        </p>
      )}
    </>
  )
}

const Resending = ({ applicationId, mail }: { readonly applicationId: string; readonly mail: CaseMail }): VNode => (
  <PostForm action={paths.mailDelivery(applicationId, mail.id)}>
    <Button variant="secondary" small>
      もう一度送る
      <VisuallyHidden>
        （{mail.recipient}、{mail.subject}）
      </VisuallyHidden>
    </Button>
  </PostForm>
)

/** The letters of the case, and its mails with what became of each. */
export const MailsSection = ({
  applicationId,
  mails,
  letters,
  title = '送ったメール'
}: {
  readonly applicationId: string
  readonly mails: readonly CaseMail[]
  /** The letters that some of the mails carry. */
  readonly letters: readonly LetterLine[]
  readonly title?: string
}): VNode => (
  <Section title={title} id="mails">
    {letters.length === 0 ? null : <LetterList letters={letters} />}
    {mails.length === 0 ? (
      <p>まだありません。</p>
    ) : (
      <DataTable
        caption={title}
        captionHidden
        columns={[
          { key: 'subject', label: '件名', rowHeader: true },
          { key: 'recipient', label: '宛先と本文' },
          { key: 'created', label: '作成' },
          { key: 'state', label: '状態' },
          { key: 'action', label: '操作' }
        ]}
        rows={mails.map((mail) => ({
          key: mail.id,
          cells: {
            subject: mail.subject,
            recipient: (
              <div class="mail">
                {mail.recipient}
                <Disclosure summary="本文">
                  <p class="mail__body">{mail.body}</p>
                </Disclosure>
              </div>
            ),
            created: <Moment at={mail.createdAt} />,
            state: (
              <div>
                <MailState mail={mail} />
              </div>
            ),
            action:
              mail.state === 'waiting' ? '送信を待っています' : <Resending applicationId={applicationId} mail={mail} />
          }
        }))}
      />
    )}
  </Section>
)
