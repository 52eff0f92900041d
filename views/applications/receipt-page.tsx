import type { VNode } from 'preact'
import type { Application, Submission } from '../../src/applications/application.ts'
import { paths } from '../../src/paths.ts'
import type { CalendarDate } from '../../src/scheme/calendar.ts'
import { ButtonLink } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { DefinitionList } from '../components/definition-list.tsx'
import { HeldNote } from '../components/held-note.tsx'
import { Notice } from '../components/notice.tsx'
import { Section } from '../components/section.tsx'
import { formatDate, formatDateTime, formatFileSize } from '../format.ts'
import { Layout, type PageFrame } from '../layout.tsx'

const Files = ({ application, submission }: { application: Application; submission: Submission }): VNode => {
  const { attachments } = submission.content
  if (attachments.length === 0) return <p>添付ファイルはありません。</p>
  return (
    <ul class="file-list">
      {attachments.map(({ id, itemCode, fileName, size, sha256, hold }) => (
        <li class="file" key={id}>
          <div class="file__text">
            {hold === 'infected' ? (
              <bdi>{fileName}</bdi>
            ) : (
              <a href={paths.attachment(application.id, id)} download={fileName}>
                <bdi>{fileName}</bdi>
              </a>
            )}
            <span class="file__details">
              {itemCode}・{formatFileSize(size)}
            </span>
            <HeldNote hold={hold} reader="owner" />
            <span class="file__hash">
              SHA-256 <code>{sha256}</code>
            </span>
          </div>
        </li>
      ))}
    </ul>
  )
}

/** What was received, with what proves each file, and what happens next by when. */
export const ReceiptPage = ({
  frame,
  application,
  submission,
  committee,
  decisionDate,
  note
}: {
  readonly frame: PageFrame
  readonly application: Application
  readonly submission: Submission
  readonly committee: string
  readonly decisionDate: CalendarDate
  /** What the day means for a renewal's period; null where there is nothing to say. */
  readonly note: string | null
}): VNode => {
  const { profile, attestedBy } = submission.content
  const what = submission.round > 1 ? '補正' : application.kind === 'renewal' ? '更新の申請' : '申請'
  return (
    <Layout page={frame}>
      <Notice tone="success" title={`${what}を受け付けました`}>
        <p>同じ内容を{profile.contactEmail}へメールでお送りしました。</p>
      </Notice>
      <DefinitionList
        entries={[
          { term: '受付番号', description: <strong class="receipt-number">{application.number}</strong> },
          { term: '受付日時', description: formatDateTime(submission.submittedAt) },
          { term: '会社名', description: profile.name },
          { term: '内容を確かめた代表者', description: attestedBy }
        ]}
      />
      {note === null ? null : <p>{note}</p>}
      <Section title="受け付けた添付ファイル">
        <Files application={application} submission={submission} />
      </Section>
      <Section title="これからの流れ">
        <ol>
          <li>事務局が内容を確認します。お尋ねしたいことがあるときは、メールでお知らせします。</li>
          {application.kind === 'initial' ? (
            <li>{committee}の意見を聴きます。</li>
          ) : (
            <li>前回の認定から変わったところを確かめます。</li>
          )}
          <li>
            認定するかどうかを決定し、メールでお知らせします。通常は{formatDate(decisionDate)}ごろまでに決定します。
          </li>
        </ol>
      </Section>
      <ButtonRow>
        <ButtonLink href={paths.applicationStatus(application.id)}>申請の状況を見る</ButtonLink>
      </ButtonRow>
    </Layout>
  )
}
