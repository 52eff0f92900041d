import type { VNode } from 'preact'
import { paths } from '../../src/paths.ts'
import { Button, ButtonLink } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Fields } from '../components/fields.tsx'
import { PostForm } from '../components/post-form.tsx'
import { TextArea } from '../components/text-area.tsx'
import { Layout, type PageFrame } from '../layout.tsx'

/** A step on a case that needs nothing but its reason. */
export const ReasonPage = ({
  frame,
  applicationId,
  action,
  lead,
  label,
  hint,
  button,
  danger,
  reason,
  problem
}: {
  readonly frame: PageFrame
  readonly applicationId: string
  readonly action: string
  /** What will happen. */
  readonly lead: string
  readonly label: string
  readonly hint: string
  readonly button: string
  readonly danger: boolean
  readonly reason: string
  readonly problem: string | null
}): VNode => (
  <Layout page={frame}>
    <ErrorSummary errors={problem === null ? [] : [{ fieldId: 'reason', message: problem }]} />
    <p>{lead}</p>
    <PostForm action={action} novalidate>
      <Fields>
        <TextArea
          name="reason"
          label={label}
          hint={hint}
          required
          rows={4}
          limit={1000}
          value={reason}
          error={problem ?? undefined}
        />
        <ButtonRow>
          <Button variant={danger ? 'danger' : 'primary'}>{button}</Button>
          <ButtonLink variant="text" href={paths.case(applicationId)}>
            案件に戻る
          </ButtonLink>
        </ButtonRow>
      </Fields>
    </PostForm>
  </Layout>
)
