import type { VNode } from 'preact'
import type { Application, Submission } from '../../src/applications/application.ts'
import { statusLabels } from '../../src/applications/application-status.ts'
import type { CompanyHistoryLine } from '../../src/applications/company-history.ts'
import type { CorrectionRequest } from '../../src/applications/correction-request.ts'
import type { Stage } from '../../src/applications/stages.ts'
import type { Edition } from '../../src/checklist/index.ts'
import type { LetterLine } from '../../src/letters/letter.ts'
import { paths } from '../../src/paths.ts'
import type { CalendarDate } from '../../src/scheme/calendar.ts'
import { ButtonLink } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { Disclosure } from '../components/disclosure.tsx'
import { Notice } from '../components/notice.tsx'
import { PageHeading } from '../components/page-heading.tsx'
import { Section } from '../components/section.tsx'
import { StatusTag, type Tone } from '../components/status-tag.tsx'
import { Timeline } from '../components/timeline.tsx'
import { formatDate, formatDateTime } from '../format.ts'
import { Layout, type PageFrame } from '../layout.tsx'
import { LettersSection } from '../letters/letter-list.tsx'
import { askedItemUrl, CorrectionNotice } from './correction-notice.tsx'
import { StageList } from './stage-list.tsx'
import { SubmissionView } from './submission-view.tsx'

type Props = {
  readonly frame: PageFrame
  readonly application: Application
  readonly edition: Edition
  readonly stages: readonly Stage[]
  /** Set while the application is returned. */
  readonly correction: CorrectionRequest | null
  readonly submissions: readonly Submission[]
  readonly history: readonly CompanyHistoryLine[]
  /** What the city has written about this application. */
  readonly letters: readonly LetterLine[]
  readonly decisionDate: CalendarDate
  readonly canWithdraw: boolean
  /** Why what was asked for just now could not be done. */
  readonly refusal?: string | undefined
}

const tones: Readonly<Partial<Record<Application['status'], Tone>>> = {
  returned: 'warning',
  certified: 'success',
  submitted: 'info',
  screening: 'info',
  awaiting_committee: 'info',
  heard: 'info'
}

const isDecided = ({ status }: Application): boolean => ['certified', 'refused', 'withdrawn'].includes(status)

const Correction = ({ application, correction }: Pick<Props, 'application' | 'correction'>): VNode | null => {
  if (correction === null) return null
  const first = correction.asked.find(({ isChanged }) => !isChanged)
  return (
    <CorrectionNotice applicationId={application.id} {...correction}>
      <p>内容を直したら、もう一度提出してください。提出すると、事務局の確認に戻ります。</p>
      <ButtonRow>
        {first === undefined ? (
          <ButtonLink href={paths.application(application.id)}>内容を直して再提出する</ButtonLink>
        ) : (
          <ButtonLink href={askedItemUrl(application.id, first)}>{`${first.itemCode}の照会に答える`}</ButtonLink>
        )}
        {correction.asked.length === 0 ? null : (
          <ButtonLink variant="secondary" href={paths.confirmation(application.id)}>
            内容を確認して再提出する
          </ButtonLink>
        )}
      </ButtonRow>
    </CorrectionNotice>
  )
}

const Sent = ({ application, edition, submissions }: Props): VNode | null =>
  submissions.length === 0 ? null : (
    <Section title="提出した内容">
      {submissions.toReversed().map(({ round, submittedAt, content }) => (
        <Disclosure
          key={round}
          summary={`${round === 1 ? '申請' : `補正（第${round}回の提出）`}　${formatDateTime(submittedAt)}`}
        >
          <SubmissionView
            content={content}
            edition={edition}
            evaluationYear={application.evaluationYear}
            hrefOf={({ id }) => paths.attachment(application.id, id)}
            level={3}
          />
          <p>記載内容は事実と相違ありません　{content.attestedBy}</p>
        </Disclosure>
      ))}
      <p>
        <a href={paths.receipt(application.id)}>受付の控えを見る</a>
      </p>
    </Section>
  )

const History = ({ history }: Pick<Props, 'history'>): VNode | null =>
  history.length === 0 ? null : (
    <Section title="経過">
      <Timeline
        entries={history.map(({ at, who, words }) => ({
          when: formatDateTime(at),
          dateTime: at.toISOString(),
          who,
          what: words
        }))}
      />
    </Section>
  )

/** Where an application stands, what is asked of the company, what it sent, and what has happened. */
export const StatusPage = (props: Props): VNode => {
  const { frame, application, stages, letters, decisionDate, canWithdraw, refusal } = props
  const { status, number } = application
  return (
    <Layout page={frame}>
      {refusal === undefined ? null : (
        <Notice tone="error" live="alert">
          <p>{refusal}</p>
        </Notice>
      )}
      <PageHeading
        title="申請の状況"
        facts={[
          <StatusTag tone={tones[status]}>{statusLabels[status]}</StatusTag>,
          ...(number === null ? [] : [`受付番号 ${number}`])
        ]}
      />
      <Correction {...props} />
      <StageList stages={stages} />
      {isDecided(application) ? null : (
        <p>
          通常は{formatDate(decisionDate)}ごろまでに決定し、メールでお知らせします。
          {application.kind === 'renewal' ? '補正などにより前後します。' : '補正や委員会の日程により前後します。'}
        </p>
      )}
      <LettersSection title="市からの通知" letters={letters} />
      <Sent {...props} />
      <History {...props} />
      {canWithdraw ? (
        <Section title="申請の取下げ">
          <p>
            決定の前であれば、<a href={paths.withdrawal(application.id)}>申請を取り下げる</a>
            ことができます。
          </p>
        </Section>
      ) : null}
    </Layout>
  )
}
