import type { VNode } from 'preact'
import { Button } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Notice } from '../components/notice.tsx'
import { PostForm } from '../components/post-form.tsx'
import { TextArea } from '../components/text-area.tsx'
import { errorFor, summaryOf } from '../form-state.ts'
import { Layout } from '../layout.tsx'
import { CaseHeading } from './case-heading.tsx'
import type { DecisionPageProps } from './decision-page.tsx'
import { VerdictSection } from './decision-summary.tsx'
import { RenewalSummarySection } from './renewal-summary.tsx'

/** Where the secretariat renews a certification without the committee: everything in sight, and one button. */
export const RenewalDecisionPage = (props: Omit<DecisionPageProps, 'committee'>): VNode => {
  const { frame, heading, action, caseUrl, verdict, warnings, entries, problems, reasonsLimit } = props
  const needsReasons = verdict.meetsStandard !== true
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
      <PostForm action={action} novalidate>
        <input type="hidden" name="outcome" value="certified" />
        <TextArea
          name="certificationReasons"
          label="認定する理由"
          required={needsReasons}
          hint={
            needsReasons
              ? '認定基準を満たしていない申請を認定するときは必要です。記録に残し、事業者への通知には載せません。'
              : '記録に残します。事業者への通知には載りません。'
          }
          rows={2}
          limit={reasonsLimit}
          value={entries.certificationReasons}
          error={errorFor(problems, 'certificationReasons')}
        />
        <p>更新すると取り消せません。新しい認定証を作って保管し、事業者の担当者全員にメールで知らせます。</p>
        <ButtonRow>
          <Button name="step" value="decide">
            認定を更新する
          </Button>
          <a href={caseUrl}>案件の画面へ戻る</a>
        </ButtonRow>
      </PostForm>
    </Layout>
  )
}
