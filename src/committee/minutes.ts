import { formatDate, formatDateWithWeekday } from '../../views/format.ts'
import type { Verdict } from '../scoring/index.ts'
import type { AgendaItem } from './agenda.ts'
import { examinedKindLabels } from './agenda.ts'
import { type AgendaOutcome, type Meeting, meetingName } from './meeting.ts'
import { describeVerdict } from './meeting-case.ts'
import type { Opinion, OpinionSummary } from './opinion.ts'
import { opinionLabels } from './opinion.ts'
import { describeChanges, type ReportedRenewal } from './report.ts'

/** A case as the minutes tell of it. */
export type MinutesCase = {
  readonly item: AgendaItem
  /** Null where the content of the case was erased at the end of its time. */
  readonly verdict: Verdict | null
  readonly summary: OpinionSummary
  /** Of the silent members, those who came: neither they nor those who stayed away agreed to anything. */
  readonly silentPresent: number
  /** The opinion of each member that counts. */
  readonly opinions: readonly Opinion[]
}

/** What the minutes of a closed meeting (議事概要) are written from. */
export type Minutes = {
  readonly committee: string
  readonly meeting: Meeting
  readonly present: readonly string[]
  readonly absent: readonly string[]
  readonly cases: readonly MinutesCase[]
  readonly report: readonly ReportedRenewal[]
}

const results: Readonly<Record<AgendaOutcome, string>> = {
  heard: '意見を聴いた',
  held_over: '次回に持ち越した',
  dropped: '審議しなかった'
}

/** What the meeting made of a case. */
export const resultOf = ({ outcome }: Pick<AgendaItem, 'outcome'>): string => (outcome === null ? '' : results[outcome])

/** 異議なし3人、意見あり1人、棄権0人、意見なし2人（出席1人、欠席1人）. */
export const describeVotes = ({ summary, silentPresent }: Pick<MinutesCase, 'summary' | 'silentPresent'>): string => {
  const { noObjection, comment, abstained, silent } = summary
  const silence = `意見なし${silent}人（出席${silentPresent}人、欠席${silent - silentPresent}人）`
  return `異議なし${noObjection}人、意見あり${comment}人、棄権${abstained}人、${silence}`
}

/** Who is named: everybody for the secretariat's own use, nobody where the text leaves the house. */
export type Naming = 'named' | 'nameless'

const people = (names: readonly string[], naming: Naming): string =>
  names.length === 0 || naming === 'nameless' ? `${names.length}人` : `${names.length}人（${names.join('、')}）`

const opinionLines = (opinions: readonly Opinion[], naming: Naming): readonly string[] =>
  opinions
    .filter(({ opinion, comment }) => comment !== '' || opinion === 'abstained')
    .filter(({ comment }) => naming === 'named' || comment !== '')
    .map(({ memberName, opinion, comment }) => {
      const who = naming === 'named' ? `${memberName}（${opinionLabels[opinion]}）` : opinionLabels[opinion]
      return `　・${who}${comment === '' ? '' : `：${comment.replaceAll('\n', '\n　　')}`}`
    })

const caseLines = (one: MinutesCase, place: number, naming: Naming): readonly string[] => {
  const { item, verdict, opinions } = one
  return [
    `（${place}）${item.companyName}（${examinedKindLabels[item.kind]}、受付番号 ${item.number}）`,
    `　認定基準　${describeVerdict(verdict)}`,
    `　結果　　　${resultOf(item)}`,
    ...(item.outcome === 'dropped' ? [] : [`　意見　　　${describeVotes(one)}`, ...opinionLines(opinions, naming)]),
    ''
  ]
}

const renewalLine = ({ companyName, certificate, changes }: ReportedRenewal): string => {
  const facts =
    certificate === null
      ? ''
      : `（第${certificate.number}号、更新${certificate.renewalCount}回目、${formatDate(certificate.endsOn)}まで）`
  return `　・${companyName}${facts}　${describeChanges(changes).replaceAll('\n', '、')}`
}

/** A draft of the minutes as plain text, to be copied and finished by hand. */
export const minutesText = (minutes: Minutes, naming: Naming): string => {
  const { committee, meeting, present, absent, cases, report } = minutes
  return [
    `${committee}　${meetingName(meeting)}`,
    '議事概要（案）',
    '',
    `日にち　${formatDateWithWeekday(meeting.heldOn)}`,
    `場所　　${meeting.place}`,
    `出席　　委員${people(present, naming)}`,
    `欠席　　委員${people(absent, naming)}`,
    '',
    `1　意見聴取（${cases.length}件）`,
    ...(cases.length === 0 ? ['　意見を聴く案件はなかった。', ''] : []),
    ...cases.flatMap((one, index) => caseLines(one, index + 1, naming)),
    `2　事後報告（${report.length}件）`,
    ...(report.length === 0
      ? ['　報告する更新はなかった。']
      : ['　事務局から、次の更新を決定したことを報告した。', ...report.map(renewalLine)]),
    '',
    '以上',
    ''
  ].join('\n')
}
