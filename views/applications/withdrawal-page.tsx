import type { VNode } from 'preact'
import type { Application } from '../../src/applications/application.ts'
import type { FieldProblem } from '../../src/checklist/index.ts'
import { paths } from '../../src/paths.ts'
import { Button, ButtonLink } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { Checkbox } from '../components/checkbox.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { PostForm } from '../components/post-form.tsx'
import { TextArea } from '../components/text-area.tsx'
import { errorFor, summaryOf } from '../form-state.ts'
import { Layout, type PageFrame } from '../layout.tsx'

/** Asks whether the application is really to be taken back. */
export const WithdrawalPage = ({
  frame,
  application,
  reason,
  problems
}: {
  readonly frame: PageFrame
  readonly application: Application
  readonly reason: string
  readonly problems: readonly FieldProblem[]
}): VNode => {
  const { id, number } = application
  const back = number === null ? paths.application(id) : paths.applicationStatus(id)
  return (
    <Layout page={frame}>
      <ErrorSummary errors={summaryOf(problems)} />
      <p>
        {number === null ? '入力中の申請' : `受付番号 ${number} の申請`}
        を取り下げます。取り下げた申請は元に戻せません。あらためて申請することはできます。
      </p>
      <PostForm action={paths.withdrawal(id)} novalidate>
        <TextArea
          name="reason"
          label="取下げの理由"
          required={false}
          rows={3}
          limit={1000}
          value={reason}
          error={errorFor(problems, 'reason')}
        />
        <Checkbox
          name="confirmed"
          label="この申請を取り下げます"
          required
          checked={false}
          error={errorFor(problems, 'confirmed')}
        />
        <ButtonRow>
          <Button variant="danger">申請を取り下げる</Button>
          <ButtonLink variant="secondary" href={back}>
            取り下げずに戻る
          </ButtonLink>
        </ButtonRow>
      </PostForm>
    </Layout>
  )
}
