import type { VNode } from 'preact'
import { channelLabels, notedChannels, type Proceeding } from '../../src/certificates/revocation.ts'
import { paths } from '../../src/paths.ts'
import type { CalendarDate } from '../../src/scheme/calendar.ts'
import { Button, ButtonLink } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { Checkbox } from '../components/checkbox.tsx'
import { DateField } from '../components/date-field.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Fields } from '../components/fields.tsx'
import { Notice } from '../components/notice.tsx'
import { PostForm } from '../components/post-form.tsx'
import { RadioGroup } from '../components/radio-group.tsx'
import { TextArea } from '../components/text-area.tsx'
import { formatDate } from '../format.ts'
import { Layout, type PageFrame } from '../layout.tsx'
import { ProceedingFacts } from './proceeding-facts.tsx'

type FormProps = {
  readonly frame: PageFrame
  readonly certificationId: string
  readonly values: Readonly<Record<string, string>>
  readonly problems: Readonly<Record<string, string>>
}

const Problems = ({ problems }: Pick<FormProps, 'problems'>): VNode => (
  <ErrorSummary errors={Object.entries(problems).map(([fieldId, message]) => ({ fieldId, message }))} />
)

const Buttons = ({
  certificationId,
  children
}: {
  readonly certificationId: string
  readonly children: string
}): VNode => (
  <ButtonRow>
    <Button>{children}</Button>
    <ButtonLink variant="text" href={paths.certification(certificationId)}>
      認定に戻る
    </ButtonLink>
  </ButtonRow>
)

/** The notice by which a revocation begins. */
export const ProceedingOpeningPage = ({
  frame,
  certificationId,
  values,
  problems,
  days
}: FormProps & { readonly days: { readonly first: CalendarDate; readonly last: CalendarDate } }): VNode => (
  <Layout page={frame}>
    <Problems problems={problems} />
    <p>
      事業者の担当者全員に、理由と回答の期限をメールで通知します。通知したあとで書き直すことはできません。決定までは、これまでの認定が有効です。
    </p>
    <PostForm action={paths.proceedings(certificationId)} novalidate>
      <Fields>
        <TextArea
          name="grounds"
          label="取消しを検討する理由"
          hint="事業者に送る文です。事実と、要綱のどの定めに当たるかを書いてください。"
          required
          rows={8}
          limit={2000}
          value={values.grounds}
          error={problems.grounds}
        />
        <DateField
          name="answerBy"
          label="回答の期限"
          hint={`この日の終わりまで受け付けます。${formatDate(days.first)}以降の日を選んでください。`}
          required
          min={days.first}
          max={days.last}
          value={values.answerBy}
          error={problems.answerBy}
        />
        <Buttons certificationId={certificationId}>通知して手続を始める</Buttons>
      </Fields>
    </PostForm>
  </Layout>
)

/** What a company said by phone, mail or letter. */
export const NotedAnswerPage = ({
  frame,
  certificationId,
  values,
  problems,
  proceeding
}: FormProps & { readonly proceeding: Proceeding }): VNode => (
  <Layout page={frame}>
    <Problems problems={problems} />
    <p>記録は後から直せません。事業者には、記録した内容をメールで送ります。</p>
    <PostForm action={paths.proceedingAnswer(certificationId, proceeding.id)} novalidate>
      <Fields>
        <RadioGroup
          name="channel"
          label="方法"
          required
          variant="pill"
          value={values.channel}
          error={problems.channel}
          options={notedChannels.map((channel) => ({ value: channel, label: channelLabels[channel] }))}
        />
        <TextArea
          name="answer"
          label="回答の内容"
          hint="誰から、いつ、どのような回答があったかを書いてください。"
          required
          rows={8}
          limit={4000}
          value={values.answer}
          error={problems.answer}
        />
        <Buttons certificationId={certificationId}>回答を記録する</Buttons>
      </Fields>
    </PostForm>
  </Layout>
)

/** Whether the certification is revoked, after the company was heard. */
export const ProceedingDecisionPage = ({
  frame,
  certificationId,
  values,
  problems,
  proceeding,
  on,
  isHeard
}: FormProps & {
  readonly proceeding: Proceeding
  readonly on: CalendarDate
  /** Whether the company answered, or let the day pass. */
  readonly isHeard: boolean
}): VNode => (
  <Layout page={frame}>
    <Problems problems={problems} />
    <ProceedingFacts proceeding={proceeding} on={on} named />
    {isHeard ? null : (
      <Notice tone="warning">
        <p>事業者の回答を待っています。回答があるか期限を過ぎるまでは、「取り消さない」だけを決定できます。</p>
      </Notice>
    )}
    <PostForm action={paths.proceedingDecision(certificationId, proceeding.id)} novalidate>
      <Fields>
        <RadioGroup
          name="outcome"
          label="決定"
          required
          value={values.outcome}
          error={problems.outcome}
          options={[
            ...(isHeard
              ? [{ value: 'revoked', label: '取り消す', hint: `${formatDate(on)}付けで、認定がなくなります。` }]
              : []),
            { value: 'dismissed', label: '取り消さない', hint: 'これまでの認定が続きます。' }
          ]}
        />
        <TextArea
          name="reason"
          label="決定の理由"
          hint="事業者に送る文です。事業者の意見をどう考えたかも書いてください。"
          required
          rows={6}
          limit={2000}
          value={values.reason}
          error={problems.reason}
        />
        {isHeard ? (
          <Checkbox
            name="confirmed"
            label="取り消すと元に戻せず、確認ページなどに今日から表示されることを確かめました（取り消すとき）"
            checked={values.confirmed === 'yes'}
            error={problems.confirmed}
          />
        ) : null}
        <Buttons certificationId={certificationId}>決定する</Buttons>
      </Fields>
    </PostForm>
  </Layout>
)
