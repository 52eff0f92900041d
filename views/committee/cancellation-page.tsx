import type { VNode } from 'preact'
import { type Meeting, meetingName } from '../../src/committee/meeting.ts'
import { paths } from '../../src/paths.ts'
import { Button, ButtonLink } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Fields } from '../components/fields.tsx'
import { PostForm } from '../components/post-form.tsx'
import { TextArea } from '../components/text-area.tsx'
import { formatDateWithWeekday } from '../format.ts'
import { Layout, type PageFrame } from '../layout.tsx'

/** Asks why a meeting is called off, and says what follows from it. */
export const CancellationPage = ({
  frame,
  meeting,
  reason,
  problem
}: {
  readonly frame: PageFrame
  readonly meeting: Meeting
  readonly reason: string
  readonly problem: string | null
}): VNode => (
  <Layout page={frame}>
    <ErrorSummary errors={problem === null ? [] : [{ fieldId: 'reason', message: problem }]} />
    <p>
      {formatDateWithWeekday(meeting.heldOn)}の{meetingName(meeting)}を取りやめます。
    </p>
    <ul>
      <li>意見を聴く案件は、これからの会議がほかに1つだけのとき、その会議の議題になります。</li>
      <li>事後報告の案件は、次の会議で報告します。</li>
      <li>この会議について案内を受けた委員に、取りやめと理由をメールで知らせます。</li>
      <li>入力された意見は記録に残りますが、意見の数には入りません。</li>
      <li>取りやめは元に戻せません。同じ回数の会議を、あらためて追加できます。</li>
    </ul>
    <PostForm action={paths.meetingCancellation(meeting.id)} novalidate>
      <Fields>
        <TextArea
          name="reason"
          label="取りやめの理由"
          hint="委員へのメールと会議のページに、そのまま載ります"
          required
          rows={3}
          limit={500}
          value={reason}
          error={problem ?? undefined}
        />
        <ButtonRow>
          <Button variant="danger">会議を取りやめる</Button>
          <ButtonLink variant="secondary" href={paths.meeting(meeting.id)}>
            会議のページへ戻る
          </ButtonLink>
        </ButtonRow>
      </Fields>
    </PostForm>
  </Layout>
)
