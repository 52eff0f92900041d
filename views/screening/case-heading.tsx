import type { VNode } from 'preact'
import type { Application } from '../../src/applications/application.ts'
import { statusLabels } from '../../src/applications/application-status.ts'
import { paths } from '../../src/paths.ts'
import type { CalendarDate } from '../../src/scheme/calendar.ts'
import { industryName } from '../../src/scheme/industries.ts'
import type { CaseFile } from '../../src/screening/case-file.ts'
import { canPullBack } from '../../src/screening/screening.ts'
import { ButtonLink } from '../components/button.tsx'
import { PageHeading } from '../components/page-heading.tsx'
import { StatusTag } from '../components/status-tag.tsx'
import { daysBetween, formatDateWithWeekday, formatNumber } from '../format.ts'
import { statusTones } from './status-tone.ts'

/** 新規申請 R8-012, as a case is called. */
export const caseName = ({ kind, number }: Pick<Application, 'kind' | 'number'>): string =>
  `${kind === 'initial' ? '新規申請' : '更新申請'} ${number ?? ''}`.trim()

const Actions = ({ file }: { readonly file: CaseFile }): VNode | null => {
  const { id, status } = file.application
  if (status === 'submitted' || status === 'screening')
    return (
      <>
        <ButtonLink variant="secondary" href={paths.hearings(id)}>
          ヒアリングを記録
        </ButtonLink>
        <ButtonLink variant="secondary" href={paths.correction(id)}>
          補正を依頼
        </ButtonLink>
      </>
    )
  if (status === 'certified' || status === 'refused')
    return (
      <ButtonLink variant="secondary" href={paths.caseDecision(id)}>
        決定の結果を見る
      </ButtonLink>
    )
  if (status !== 'returned' && status !== 'awaiting_committee' && status !== 'heard') return null
  return (
    <>
      <ButtonLink variant="secondary" href={paths.hearings(id)}>
        ヒアリングを記録
      </ButtonLink>
      {canPullBack(status) ? (
        <ButtonLink variant="secondary" href={paths.caseAgendaRemoval(id)}>
          確認に戻す
        </ButtonLink>
      ) : null}
      {status === 'heard' ? <ButtonLink href={paths.caseDecision(id)}>決定する</ButtonLink> : null}
    </>
  )
}

/** Whose case it is, how it stands and since when, and what can be done besides deciding. */
export const CaseHeading = ({
  file,
  today,
  nextMeetingOn,
  correctionDeadline
}: {
  readonly file: CaseFile
  readonly today: CalendarDate
  /** The date of the next meeting of the committee, or null while none is set. */
  readonly nextMeetingOn: CalendarDate | null
  /** Until when the company was asked to correct; null unless the case is returned. */
  readonly correctionDeadline: CalendarDate | null
}): VNode => {
  const { application, submission, submissions } = file
  const { profile } = submission.content
  const receivedOn = submissions[0]?.submittedOn ?? submission.submittedOn
  const days = daysBetween(receivedOn, today)
  const isUnderWay = !['certified', 'refused', 'withdrawn'].includes(application.status)
  return (
    <PageHeading
      title={profile.name}
      facts={[
        <StatusTag tone={statusTones[application.status]}>{statusLabels[application.status]}</StatusTag>,
        caseName(application),
        `${industryName(profile.industry) ?? '業種不明'}・${formatNumber(profile.employees)}人`,
        `受付 ${formatDateWithWeekday(receivedOn)}`,
        ...(submission.round > 1 ? [`再提出 ${formatDateWithWeekday(submission.submittedOn)}`] : []),
        ...(isUnderWay ? [`${formatNumber(days)}日経過`] : []),
        ...(correctionDeadline === null ? [] : [`補正の期限 ${formatDateWithWeekday(correctionDeadline)}`]),
        ...(isUnderWay && application.status !== 'heard' && nextMeetingOn !== null
          ? [`次回委員会 ${formatDateWithWeekday(nextMeetingOn)}`]
          : [])
      ]}
      actions={<Actions file={file} />}
    />
  )
}
