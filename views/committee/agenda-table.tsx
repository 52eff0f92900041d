import type { VNode } from 'preact'
import { statusLabels } from '../../src/applications/application-status.ts'
import { examinedKindLabels, industryAndSize } from '../../src/committee/agenda.ts'
import { type AgendaOutcome, isOpen, type Meeting } from '../../src/committee/meeting.ts'
import { describeVerdict, isOutdated, type MeetingCase } from '../../src/committee/meeting-case.ts'
import { describeSummary, opinionLabels } from '../../src/committee/opinion.ts'
import { paths } from '../../src/paths.ts'
import { Button } from '../components/button.tsx'
import { DataTable } from '../components/data-table.tsx'
import { PostForm } from '../components/post-form.tsx'
import { StatusTag } from '../components/status-tag.tsx'
import { Verdict } from '../components/verdict.tsx'
import { VisuallyHidden } from '../components/visually-hidden.tsx'

const outcomes: Readonly<Record<AgendaOutcome, VNode>> = {
  heard: <StatusTag tone="success">意見を聴きました</StatusTag>,
  held_over: <StatusTag tone="warning">次回に持ち越し</StatusTag>,
  dropped: <StatusTag>審議していません</StatusTag>
}

const Own = ({ item }: { readonly item: MeetingCase }): VNode => {
  if (item.own === null) return <StatusTag tone="warning">未回答</StatusTag>
  if (isOutdated(item.own, item)) return <StatusTag tone="warning">資料の更新後は未回答</StatusTag>
  return <StatusTag tone="success">{opinionLabels[item.own.opinion]}</StatusTag>
}

/** What became of a case, or how far its hearing is. */
const State = ({ item, isMember }: { readonly item: MeetingCase; readonly isMember: boolean }): VNode => {
  if (item.outcome !== null)
    return (
      <div>
        {outcomes[item.outcome]} {item.summary === null ? null : describeSummary(item.summary)}
      </div>
    )
  if (item.status !== 'awaiting_committee')
    return <StatusTag tone="warning">{`委員会待ちではありません（${statusLabels[item.status]}）`}</StatusTag>
  if (isMember)
    return (
      <div>
        <Own item={item} /> （全体で{item.given}人が回答）
      </div>
    )
  return <>{item.summary === null ? null : describeSummary(item.summary)}</>
}

const Removal = ({ meetingId, item }: { readonly meetingId: string; readonly item: MeetingCase }): VNode => (
  <PostForm action={paths.meetingAgendaRemoval(meetingId, item.applicationId)}>
    <Button variant="secondary" small>
      <VisuallyHidden>{item.companyName}を</VisuallyHidden>議題から外す
    </Button>
  </PostForm>
)

/** The cases of a meeting, each leading to its papers. */
export const AgendaTable = ({
  meeting,
  items,
  isMember
}: {
  readonly meeting: Meeting
  readonly items: readonly MeetingCase[]
  readonly isMember: boolean
}): VNode => {
  const canRemove = !isMember && isOpen(meeting)
  return (
    <DataTable
      caption={`意見聴取の案件（${items.length}件）`}
      captionHidden
      columns={[
        { key: 'company', label: '事業者', rowHeader: true },
        { key: 'kind', label: '区分' },
        { key: 'industry', label: '業種・従業員数' },
        { key: 'number', label: '受付番号' },
        { key: 'verdict', label: '認定基準' },
        { key: 'opinions', label: isMember && isOpen(meeting) ? 'あなたの意見' : '意見' },
        ...(canRemove ? [{ key: 'action', label: '操作' }] : [])
      ]}
      rows={items.map((item) => ({
        key: item.id,
        cells: {
          company: <a href={paths.meetingCase(meeting.id, item.applicationId)}>{item.companyName}</a>,
          kind: <span class="case-kind">{examinedKindLabels[item.kind]}</span>,
          industry: industryAndSize(item),
          number: item.number,
          verdict: <Verdict passed={item.verdict?.meetsStandard === true}>{describeVerdict(item.verdict)}</Verdict>,
          opinions: <State item={item} isMember={isMember} />,
          action: item.wasSpokenOn ? '意見があるため外せません' : <Removal meetingId={meeting.id} item={item} />
        }
      }))}
    />
  )
}
