import type { VNode } from 'preact'
import { paths } from '../../src/paths.ts'
import { channelLabels, hearingChannels } from '../../src/screening/hearing.ts'
import { Button, ButtonLink } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { DateField } from '../components/date-field.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Fields } from '../components/fields.tsx'
import { PostForm } from '../components/post-form.tsx'
import { RadioGroup } from '../components/radio-group.tsx'
import { TextArea } from '../components/text-area.tsx'
import { TextField } from '../components/text-field.tsx'
import { Layout, type PageFrame } from '../layout.tsx'

/** Writes down a hearing. */
export const HearingPage = ({
  frame,
  applicationId,
  values,
  latest,
  problems
}: {
  readonly frame: PageFrame
  readonly applicationId: string
  readonly values: {
    readonly heldOn: string
    readonly channel: string
    readonly participants: string
    readonly note: string
  }
  /** The last day on which a hearing can have been held: today. */
  readonly latest: string
  readonly problems: Readonly<Record<string, string>>
}): VNode => (
  <Layout page={frame}>
    <ErrorSummary errors={Object.entries(problems).map(([fieldId, message]) => ({ fieldId, message }))} />
    <p>記録は後から直せません。訂正するときは、新しい記録を加えてください。</p>
    <PostForm action={paths.hearings(applicationId)} novalidate>
      <Fields>
        <DateField name="heldOn" label="実施日" required max={latest} value={values.heldOn} error={problems.heldOn} />
        <RadioGroup
          name="channel"
          label="方法"
          required
          variant="pill"
          value={values.channel}
          error={problems.channel}
          options={hearingChannels.map((channel) => ({ value: channel, label: channelLabels[channel] }))}
        />
        <TextField
          name="participants"
          label="相手"
          hint="例：総務部 浅香様"
          required
          value={values.participants}
          error={problems.participants}
        />
        <TextArea name="note" label="内容" required rows={8} limit={4000} value={values.note} error={problems.note} />
        <ButtonRow>
          <Button>記録する</Button>
          <ButtonLink variant="text" href={paths.case(applicationId)}>
            案件に戻る
          </ButtonLink>
        </ButtonRow>
      </Fields>
    </PostForm>
  </Layout>
)
