import type { VNode } from 'preact'
import { type CertificationEvent, certificationWords } from '../../src/certificates/certification-history.ts'
import {
  type CertificationRecord,
  certificationState,
  certificationStateLabels
} from '../../src/certificates/certification-record.ts'
import { canAnswer, type Proceeding, proceedingState } from '../../src/certificates/revocation.ts'
import type { SigningState } from '../../src/documents/signing-state.ts'
import type { LetterLine } from '../../src/letters/letter.ts'
import { paths } from '../../src/paths.ts'
import type { CalendarDate } from '../../src/scheme/calendar.ts'
import { ButtonLink } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { DefinitionList } from '../components/definition-list.tsx'
import { Notice } from '../components/notice.tsx'
import { PageHeading } from '../components/page-heading.tsx'
import { Section } from '../components/section.tsx'
import { StatusTag } from '../components/status-tag.tsx'
import { Timeline } from '../components/timeline.tsx'
import { formatDate, formatDateTime } from '../format.ts'
import { Layout, type PageFrame } from '../layout.tsx'
import { LettersSection } from '../letters/letter-list.tsx'
import { type PeriodRow, PeriodTable } from './period-table.tsx'
import { ProceedingFacts } from './proceeding-facts.tsx'
import { SignatureSection, SigningNotice } from './signature-section.tsx'
import { stateTones } from './state-tone.ts'

export type CertificationPageProps = {
  readonly frame: PageFrame
  readonly record: CertificationRecord
  readonly periods: readonly PeriodRow[]
  /** The latest first. */
  readonly proceedings: readonly Proceeding[]
  readonly letters: readonly LetterLine[]
  /** The renewal under way, if any. */
  readonly renewal: { readonly id: string; readonly number: string | null } | null
  /** The electronic signature that is set up, if any. */
  readonly signing: SigningState | null
  /** Whether certificates are had as verifiable credentials too. */
  readonly offersCredentials: boolean
  /** Oldest first. */
  readonly history: readonly CertificationEvent[]
  readonly on: CalendarDate
  readonly canOpen: boolean
  /** Why what was just asked for was not done. */
  readonly refusal: string | null
}

const Ending = ({ record, on }: Pick<CertificationPageProps, 'record' | 'on'>): VNode | null => {
  const { endedOn, endedHow, endedReason, endedByName } = record
  if (endedOn === null) return null
  const what = endedHow === 'revoked' ? '取消し' : '辞退'
  return (
    <Section title={what}>
      <DefinitionList
        entries={[
          { term: '効力の生じる日', description: `${formatDate(endedOn)}${endedOn > on ? '（まだ有効です）' : ''}` },
          { term: '理由', description: <p class="typed-text">{endedReason ?? ''}</p> },
          { term: endedHow === 'revoked' ? '決定した人' : '申し出た人', description: endedByName ?? '' }
        ]}
      />
    </Section>
  )
}

const waitingHint = '回答があるか、期限を過ぎるまで、取消しは決定できません。'

const Proceedings = ({ record, proceedings, on }: CertificationPageProps): VNode[] =>
  proceedings.map((proceeding) => (
    <Section title="取消しの手続" key={proceeding.id}>
      <ProceedingFacts proceeding={proceeding} on={on} named />
      {proceeding.decision === null ? (
        <>
          {proceedingState(proceeding, on) === 'waiting' ? <p>{waitingHint}</p> : null}
          <ButtonRow>
            <ButtonLink href={paths.proceedingDecision(record.id, proceeding.id)}>決定に進む</ButtonLink>
            {canAnswer(proceeding, 'secretariat', on) ? (
              <ButtonLink variant="secondary" href={paths.proceedingAnswer(record.id, proceeding.id)}>
                電話や書面の回答を記録する
              </ButtonLink>
            ) : null}
          </ButtonRow>
        </>
      ) : null}
    </Section>
  ))

const renewalEntry = ({ renewal }: CertificationPageProps) =>
  renewal === null
    ? []
    : [
        {
          term: '更新の申請',
          description:
            renewal.number === null ? '入力中（未提出）' : <a href={paths.case(renewal.id)}>{renewal.number}</a>
        }
      ]

const History = ({ history }: Pick<CertificationPageProps, 'history'>): VNode => (
  <Section title="経過">
    <Timeline
      entries={history.toReversed().map((event) => {
        const { what, detail } = certificationWords(event)
        return {
          when: formatDateTime(event.at),
          dateTime: event.at.toISOString(),
          who: event.actorName,
          what,
          detail: detail === '' ? undefined : detail
        }
      })}
    />
  </Section>
)

/** One certification as the secretariat keeps it: all its periods, what became of it, and the way to a revocation. */
export const CertificationPage = (props: CertificationPageProps): VNode => {
  const { frame, record, periods, history, on, canOpen, refusal } = props
  const state = certificationState(record, on)
  return (
    <Layout page={frame}>
      <PageHeading
        title={record.companyName}
        facts={[
          <StatusTag tone={stateTones[state]}>{certificationStateLabels[state]}</StatusTag>,
          `認定番号 第${record.number}号`,
          `満了日 ${formatDate(record.latestEndsOn)}`
        ]}
      />
      {refusal === null ? null : (
        <Notice tone="error" live="alert">
          <p>{refusal}</p>
        </Notice>
      )}
      <SigningNotice signing={props.signing} />
      <Ending record={record} on={on} />
      <Proceedings {...props} />
      <Section title="認定期間">
        <PeriodTable periods={periods} caseLinks />
        {renewalEntry(props).length === 0 ? null : <DefinitionList entries={renewalEntry(props)} />}
      </Section>
      {periods.some(({ certificateId }) => certificateId !== null) ? (
        <SignatureSection signing={props.signing} offersCredentials={props.offersCredentials} periods={periods} />
      ) : null}
      <LettersSection title="事業者への通知" letters={props.letters} />
      {canOpen ? (
        <Section title="認定の取消し">
          <p>
            認定を取り消すときは、先に事業者へ理由を通知し、意見を聴きます。回答があるか期限を過ぎたあとに、取り消すかどうかを決定します。
          </p>
          <ButtonRow>
            <ButtonLink variant="secondary" href={paths.proceedings(record.id)}>
              取消しの手続に進む
            </ButtonLink>
          </ButtonRow>
        </Section>
      ) : null}
      <History history={history} />
    </Layout>
  )
}
