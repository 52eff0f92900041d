import type { VNode } from 'preact'
import type { CertificationRecord } from '../../src/certificates/certification-record.ts'
import {
  type CertificationState,
  certificationState,
  certificationStateLabels
} from '../../src/certificates/certification-record.ts'
import { canAnswer, type Proceeding } from '../../src/certificates/revocation.ts'
import { badgeSizes } from '../../src/credentials/badge.ts'
import type { LetterLine } from '../../src/letters/letter.ts'
import { paths } from '../../src/paths.ts'
import type { CalendarDate } from '../../src/scheme/calendar.ts'
import { Button, ButtonLink } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Notice } from '../components/notice.tsx'
import { PageHeading } from '../components/page-heading.tsx'
import { PostForm } from '../components/post-form.tsx'
import { Section } from '../components/section.tsx'
import { StatusTag } from '../components/status-tag.tsx'
import { TextArea } from '../components/text-area.tsx'
import { formatDate, formatDateWithWeekday } from '../format.ts'
import { Layout, type PageFrame } from '../layout.tsx'
import { LettersSection } from '../letters/letter-list.tsx'
import { type PeriodRow, PeriodTable } from './period-table.tsx'
import { ProceedingFacts } from './proceeding-facts.tsx'
import { stateTones } from './state-tone.ts'

export type OwnCertificationPageProps = {
  readonly frame: PageFrame
  readonly record: CertificationRecord
  readonly periods: readonly PeriodRow[]
  /** The latest first. */
  readonly proceedings: readonly Proceeding[]
  readonly letters: readonly LetterLine[]
  readonly on: CalendarDate
  readonly canSurrender: boolean
  /** What was typed as an answer, and what is wrong with it. */
  readonly answer: { readonly value: string; readonly error: string | undefined }
  /** Why what was just asked for was not done. */
  readonly refusal: string | null
}

const AnswerForm = ({
  record,
  proceeding,
  answer
}: Pick<OwnCertificationPageProps, 'record' | 'answer'> & { readonly proceeding: Proceeding }): VNode => (
  <PostForm action={paths.ownAnswer(record.id, proceeding.id)} novalidate>
    <TextArea
      name="answer"
      label="ご意見"
      hint="送ったあとで書き直すことはできません。取消しに当たらないと考える事情や、改めたことなどを書いてください。"
      required
      rows={8}
      limit={4000}
      value={answer.value}
      error={answer.error}
    />
    <ButtonRow>
      <Button>意見を送る</Button>
    </ButtonRow>
  </PostForm>
)

const Proceedings = (props: OwnCertificationPageProps): VNode[] =>
  props.proceedings.map((proceeding) => {
    const isAsked = canAnswer(proceeding, 'company', props.on)
    return (
      <Section title="認定の取消しの手続" key={proceeding.id}>
        {isAsked ? (
          <Notice
            tone="warning"
            title={`${formatDateWithWeekday(proceeding.answerBy)}までに、ご意見をお聞かせください`}
          >
            <p>
              市は、次の理由により認定の取消しを検討しています。決定の前に、ご意見をうかがいます。期限までに回答がないときは、回答がないものとして決定します。電話や書面でも承ります。
            </p>
          </Notice>
        ) : null}
        <ProceedingFacts proceeding={proceeding} on={props.on} named={false} />
        {isAsked ? <AnswerForm record={props.record} proceeding={proceeding} answer={props.answer} /> : null}
      </Section>
    )
  })

const Ending = ({ record, on }: Pick<OwnCertificationPageProps, 'record' | 'on'>): VNode | null => {
  const { endedOn, endedHow } = record
  if (endedOn === null) return null
  if (endedHow === 'revoked')
    return (
      <Notice tone="error" title={`${formatDate(endedOn)}付けで取り消されました`}>
        <p>認定企業を名乗ることや、認定証を使うことはできません。</p>
      </Notice>
    )
  return endedOn > on ? (
    <Notice title={`${formatDate(endedOn)}に、辞退の効力が生じます`}>
      <p>その前の日までは、これまでの認定が有効です。</p>
    </Notice>
  ) : (
    <Notice title={`${formatDate(endedOn)}に辞退されました`}>
      <p>
        認定企業を名乗ることや、認定証を使うことはできません。あらためて認定を受けたいときは、新しく申請してください。
      </p>
    </Notice>
  )
}

const isStanding = (state: CertificationState): boolean => ['certified', 'continued', 'upcoming'].includes(state)

/** A company's own certification: what it is worth, its certificates, and how it can end. */
export const OwnCertificationPage = (props: OwnCertificationPageProps): VNode => {
  const { frame, record, periods, on, canSurrender, answer, refusal } = props
  const state = certificationState(record, on)
  return (
    <Layout page={frame}>
      <PageHeading
        title={frame.title}
        facts={[
          <StatusTag tone={stateTones[state]}>{certificationStateLabels[state]}</StatusTag>,
          `満了日 ${formatDate(record.latestEndsOn)}`
        ]}
      />
      <ErrorSummary errors={answer.error === undefined ? [] : [{ fieldId: 'answer', message: answer.error }]} />
      {refusal === null ? null : (
        <Notice tone="error" live="alert">
          <p>{refusal}</p>
        </Notice>
      )}
      <Ending record={record} on={on} />
      <Proceedings {...props} />
      {isStanding(state) ? (
        <p>
          <a href={paths.publicity}>企業ページを編集する</a>
          と、紹介文や写真、求人のページへのリンクを載せられます。
        </p>
      ) : null}
      <LettersSection title="市からの通知" letters={props.letters} />
      <Section title="認定期間">
        <PeriodTable periods={periods} caseLinks={false} />
      </Section>
      {canSurrender ? (
        <Section title="バッジとデジタル証明書">
          <p>
            会社のホームページに貼れる認定バッジと、認定証のデジタル証明書を使えます。認定が終わると、バッジの表示は自動で変わります。
          </p>
          <p>
            <img
              class="badge-picture"
              src={paths.badge(`${record.number}.svg`)}
              width={badgeSizes.strip.width}
              height={badgeSizes.strip.height}
              alt="認定バッジの見本"
            />
          </p>
          <ButtonRow>
            <ButtonLink href={paths.ownBadge(record.id)}>バッジを使う</ButtonLink>
          </ButtonRow>
        </Section>
      ) : null}
      {canSurrender ? (
        <Section title="認定の辞退">
          <p>
            事情により認定を続けられないときは、認定を辞退できます。次の画面で、辞退するとどうなるかを確かめられます。
          </p>
          <ButtonRow>
            <ButtonLink variant="secondary" href={paths.surrender(record.id)}>
              認定の辞退に進む
            </ButtonLink>
          </ButtonRow>
        </Section>
      ) : null}
    </Layout>
  )
}
