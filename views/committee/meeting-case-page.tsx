import type { VNode } from 'preact'
import { statusLabels } from '../../src/applications/application-status.ts'
import { type AgendaItem, examinedKindLabels, industryAndSize } from '../../src/committee/agenda.ts'
import { endOf, type Meeting, meetingName } from '../../src/committee/meeting.ts'
import { isOutdated } from '../../src/committee/meeting-case.ts'
import type { Opinion, OpinionSummary } from '../../src/committee/opinion.ts'
import type { PaperChanges } from '../../src/committee/papers-case.ts'
import { paths } from '../../src/paths.ts'
import type { CaseFile } from '../../src/screening/case-file.ts'
import { channelLabels } from '../../src/screening/hearing.ts'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Notice } from '../components/notice.tsx'
import { PageHeading } from '../components/page-heading.tsx'
import { Section } from '../components/section.tsx'
import { Timeline } from '../components/timeline.tsx'
import { type Problem, summaryOf, type Values } from '../form-state.ts'
import { formatDate, formatDateWithWeekday } from '../format.ts'
import { Layout, type PageFrame } from '../layout.tsx'
import { CaseChecklist } from './case-checklist.tsx'
import { CaseCompany, CaseDeclarations } from './case-company.tsx'
import { CaseVerdict } from './case-verdict.tsx'
import { OpinionFields } from './opinion-fields.tsx'
import { OpinionList } from './opinion-list.tsx'

/** The opinions on a case, and the form of a member who may give one now. */
export type CaseOpinions = {
  /** What the reader may read, oldest first. */
  readonly opinions: readonly Opinion[]
  readonly summary: OpinionSummary | null
  readonly silent: readonly string[]
  readonly form: {
    readonly values: Values
    readonly problems: readonly Problem[]
    readonly own: Opinion | null
    readonly commentLimit: number
  } | null
}

/** What a renewal changes, and why it is before the committee. */
const Changes = ({ changes }: { readonly changes: PaperChanges | null }): VNode | null =>
  changes === null ? null : (
    <Section title="前回の認定からの変更">
      {changes.reasons.length === 0 ? null : (
        <Notice title="審査の理由">
          <ul>
            {changes.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </Notice>
      )}
      {changes.lines.length === 0 ? (
        <p>変更なし</p>
      ) : (
        <ul>
          {changes.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </Section>
  )

const Hearings = ({ file }: { readonly file: CaseFile }): VNode => (
  <Section title="ヒアリングの記録">
    {file.hearings.length === 0 ? (
      <p>ヒアリングの記録はありません。</p>
    ) : (
      <Timeline
        entries={file.hearings.map(({ heldOn, channel, participants, note, recordedByName }) => ({
          when: formatDate(heldOn),
          who: `${channelLabels[channel]}　${participants}（記録：${recordedByName}）`,
          what: 'ヒアリング',
          detail: note
        }))}
      />
    )}
  </Section>
)

/** Why nobody can speak on the case now. */
const Standstill = ({ meeting, item }: { readonly meeting: Meeting; readonly item: AgendaItem }): VNode | null => {
  const end = endOf(meeting)
  if (end === 'closed') return <p>会議が終了したため、意見は変更できません。</p>
  if (end === 'cancelled') return <p>会議が取りやめになったため、ここでの意見は数に入らず、変更できません。</p>
  if (item.status === 'awaiting_committee') return null
  return (
    <Notice tone="warning" title="いまは意見を入力できません">
      <p>この案件は、いま委員会待ちではありません（{statusLabels[item.status]}）。</p>
    </Notice>
  )
}

const Opinions = ({
  meeting,
  item,
  opinions: { opinions, summary, silent, form }
}: {
  readonly meeting: Meeting
  readonly item: AgendaItem
  readonly opinions: CaseOpinions
}): VNode => (
  <Section title="委員の意見" id="opinions">
    {opinions.length === 0 && summary === null && form === null ? <p>あなたの意見はありません。</p> : null}
    <OpinionList opinions={opinions} summary={summary} silent={silent} item={item} />
    <Standstill meeting={meeting} item={item} />
    {form?.own != null && isOutdated(form.own, item) ? (
      <Notice tone="warning" title="意見を入力したあとに、資料が更新されました">
        <p>内容を確かめて、意見を入力し直してください。同じ意見でも、もう一度保存できます。</p>
      </Notice>
    ) : null}
    {form === null ? null : (
      <OpinionFields
        action={paths.opinion(meeting.id, item.applicationId)}
        problems={form.problems}
        values={form.values}
        hasSpoken={form.own !== null}
        commentLimit={form.commentLimit}
      />
    )}
  </Section>
)

/** The committee's paper on a case, on screen and on A4, with the opinions at its end. */
export const MeetingCasePage = ({
  frame,
  meeting,
  item,
  file,
  changes,
  opinions,
  next,
  refused
}: {
  readonly frame: PageFrame
  readonly meeting: Meeting
  readonly item: AgendaItem
  readonly file: CaseFile
  /** Null for an initial application. */
  readonly changes: PaperChanges | null
  readonly opinions: CaseOpinions
  /** The case after this one on the agenda. */
  readonly next: AgendaItem | null
  /** Why an opinion was not taken, and its text, so that it is not lost. */
  readonly refused: { readonly refusal: string; readonly typed: string } | null
}): VNode => (
  <Layout page={frame}>
    {refused === null ? null : (
      <Notice tone="error" live="alert" title="意見を保存できませんでした">
        <p>{refused.refusal}</p>
        {refused.typed === '' ? null : <p class="typed-text">入力された内容：{`\n${refused.typed}`}</p>}
      </Notice>
    )}
    <ErrorSummary errors={summaryOf(opinions.form?.problems ?? [])} />
    <PageHeading
      title={item.companyName}
      facts={[
        `${meetingName(meeting)}　${formatDateWithWeekday(meeting.heldOn)}`,
        `${examinedKindLabels[item.kind]}　受付番号 ${item.number}`,
        industryAndSize(item)
      ]}
    />
    <CaseVerdict file={file} />
    <Changes changes={changes} />
    <CaseCompany file={file} />
    <CaseDeclarations file={file} />
    <CaseChecklist file={file} attachmentUrl={(id) => paths.meetingAttachment(meeting.id, item.applicationId, id)} />
    <Hearings file={file} />
    <Opinions meeting={meeting} item={item} opinions={opinions} />
    <nav class="paper-next" aria-label="案件の移動">
      <p>
        <a href={paths.meeting(meeting.id)}>{meetingName(meeting)}の議題へ戻る</a>
      </p>
      {next === null ? null : (
        <p>
          <a href={paths.meetingCase(meeting.id, next.applicationId)}>次の案件「{next.companyName}」を読む</a>
        </p>
      )}
    </nav>
  </Layout>
)
