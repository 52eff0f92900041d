import type { VNode } from 'preact'
import { Button } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { DateField } from '../components/date-field.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Notice } from '../components/notice.tsx'
import { PostForm } from '../components/post-form.tsx'
import { RadioGroup } from '../components/radio-group.tsx'
import { Section } from '../components/section.tsx'
import { TextArea } from '../components/text-area.tsx'
import { errorFor, summaryOf } from '../form-state.ts'
import { Layout, type PageFrame } from '../layout.tsx'
import { CaseHeading, type CaseHeadingProps } from './case-heading.tsx'
import { OpinionsSection, type OpinionsSummary, VerdictSection, type VerdictSummary } from './decision-summary.tsx'
import { type RenewalSummary, RenewalSummarySection } from './renewal-summary.tsx'

/** What stands in the form: entered before, or proposed. */
export type DecisionEntries = {
  readonly outcome: string
  readonly startsOn: string
  readonly certificationReasons: string
  readonly refusalReasons: string
}

export type DecisionPageProps = {
  readonly frame: PageFrame
  readonly heading: CaseHeadingProps
  readonly action: string
  readonly caseUrl: string
  readonly verdict: VerdictSummary
  /** Null for an initial application. */
  readonly renewal: RenewalSummary | null
  readonly committee: OpinionsSummary | null
  /** Why the case cannot be certified as it is, known before anything is entered. */
  readonly warnings: readonly string[]
  readonly entries: DecisionEntries
  /** What period follows from the first day shown; null while that is no date. */
  readonly period: string | null
  readonly earliest: string
  readonly latest: string
  readonly reasonsLimit: number
  /** What a refused company lacks, in words; null where it lacks nothing. */
  readonly way: string | null
  readonly problems: readonly { readonly field: string | null; readonly message: string }[]
}

const CertificationFields = (props: DecisionPageProps): VNode => {
  const { entries, verdict, period, earliest, latest, reasonsLimit } = props
  return (
    <div class="decision-part" data-when="certified">
      {props.renewal === null ? (
        <DateField
          name="startsOn"
          label="認定期間の初日"
          hint={period ?? '認定期間の終わりは、確認の画面で確かめられます。'}
          value={entries.startsOn}
          min={earliest}
          max={latest}
          error={errorFor(props.problems, 'startsOn')}
        />
      ) : (
        <p>新しい認定期間は{props.renewal.nextPeriod}です。前の認定期間が終わった日の翌日からと決まっています。</p>
      )}
      <TextArea
        name="certificationReasons"
        label="認定する理由"
        required={verdict.meetsStandard !== true}
        hint={
          verdict.meetsStandard === true
            ? '記録に残します。事業者への通知には載りません。'
            : '認定基準を満たしていない申請を認定するときは必要です。記録に残し、事業者への通知には載せません。'
        }
        rows={3}
        limit={reasonsLimit}
        value={entries.certificationReasons}
        error={errorFor(props.problems, 'certificationReasons')}
      />
    </div>
  )
}

const RefusalFields = (props: DecisionPageProps): VNode => {
  const { entries, reasonsLimit, way } = props
  return (
    <div class="decision-part" data-when="refused">
      <TextArea
        name="refusalReasons"
        label="不認定の理由"
        required
        hint={`事業者への通知にそのまま載ります。${entries.refusalReasons === '' ? '' : '確認の結果から作った案です。必要に応じて書き直してください。'}`}
        rows={8}
        limit={reasonsLimit}
        value={entries.refusalReasons}
        error={errorFor(props.problems, 'refusalReasons')}
      />
      {way === null ? null : <p>通知には、認定基準までの近道も添えます：{way}</p>}
    </div>
  )
}

/** Where the secretariat decides on a case that the committee was heard on. */
export const DecisionPage = (props: DecisionPageProps): VNode => {
  const { frame, heading, action, caseUrl, verdict, committee, warnings, entries, problems } = props
  return (
    <Layout page={frame}>
      <CaseHeading {...heading} title={frame.title} />
      <ErrorSummary
        errors={summaryOf(problems)}
        title={problems.some(({ field }) => field === null) ? 'この内容では決定できません' : undefined}
      />
      {warnings.map((warning) => (
        <Notice tone="warning" title="このままでは認定できません" key={warning}>
          <p>{warning}</p>
        </Notice>
      ))}
      <RenewalSummarySection renewal={props.renewal} />
      <VerdictSection verdict={verdict} />
      <OpinionsSection committee={committee} />
      <Section title="決定の内容">
        <PostForm class="decision-form" action={action} novalidate>
          <RadioGroup
            name="outcome"
            label="決定"
            required
            options={[
              { value: 'certified', label: '認定する' },
              { value: 'refused', label: '不認定とする' }
            ]}
            value={entries.outcome}
            error={errorFor(props.problems, 'outcome')}
          />
          <CertificationFields {...props} />
          <RefusalFields {...props} />
          <ButtonRow>
            <Button name="step" value="check">
              決定の内容を確認する
            </Button>
            <a href={caseUrl}>案件の画面へ戻る</a>
          </ButtonRow>
        </PostForm>
      </Section>
    </Layout>
  )
}
