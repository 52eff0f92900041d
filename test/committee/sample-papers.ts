import { answersFor } from '../../fixtures/cases/answers.ts'
import { companies } from '../../fixtures/cases/companies.ts'
import type { Application } from '../../src/applications/application.ts'
import type { Papers } from '../../src/committee/papers.ts'
import type { PaperCase } from '../../src/committee/papers-case.ts'
import type { ReportedRenewal } from '../../src/committee/report.ts'
import { indicatorYears } from '../../src/scheme/indicator.ts'
import { asaka } from '../../src/scheme/scheme.ts'
import { examineCase } from '../../src/screening/case-file.ts'

const at = new Date('2026-11-21T10:00:00+09:00')
const decidedByName = '産業 太郎'

const answered = Object.entries(answersFor(2025)).flatMap(([key, answers]) => {
  const profile = Object.entries(companies).find(([name]) => name === key)?.[1]
  return profile === undefined || answers === undefined ? [] : [{ profile, ...answers }]
})

const note =
  '有給休暇の取得は、班ごとの予定表で月初に決めているとのこと。昨年度は時間単位の休暇を使った人が前年より増えた。短時間勤務の期間は、小学校を卒業するまで延ばすことを検討している。'

/** A case of the demo's companies, in turn, every claimed item decided. */
export const paperCase = (index: number, kind: Application['kind'] = 'initial'): PaperCase => {
  const { profile, marks, evidence } = answered[index % answered.length] ?? {
    profile: companies.kurome,
    marks: {},
    evidence: {}
  }
  const id = `case-${index}`
  const number = `R8-${String(index + 1).padStart(3, '0')}`
  const claimed = Object.entries(marks).filter(([, mark]) => mark !== 'unchecked')
  const content = {
    profile,
    marks,
    evidence,
    declarations: {
      legal_compliance: { declared: true, detail: '' },
      kurumin: { declared: true, detail: 'くるみん（2024年認定）' }
    },
    attachments: [],
    attestedBy: profile.representativeName
  }
  const file = examineCase({
    application: {
      id,
      companyId: id,
      companyName: profile.name,
      kind,
      renews: kind === 'renewal' ? 'before' : null,
      edition: 'asaka-2023',
      evaluationYear: 2025,
      status: 'awaiting_committee',
      number,
      begunAt: at,
      submittedAt: at,
      statusSince: at
    },
    submissions: [{ id, round: 1, content, submittedAt: at, submittedOn: '2026-11-02' }],
    decisions: claimed.map(([itemCode], place) => ({
      id: `${id}-${itemCode}`,
      round: 1,
      itemCode,
      decision: place % 5 === 4 ? 'not_accepted' : 'accepted',
      reason: place % 5 === 4 ? '制度はあるが、対象となる人が限られており、利用の実績を確かめられなかったため。' : '',
      decidedAt: at,
      decidedByName
    })),
    readingChoice: null,
    hearings:
      index % 2 === 0
        ? [
            {
              id,
              heldOn: '2026-11-10',
              channel: 'phone',
              participants: `${profile.contactName}様`,
              note,
              recordedAt: at,
              recordedByName: decidedByName
            }
          ]
        : []
  })
  return {
    item: {
      id,
      applicationId: id,
      companyName: profile.name,
      industry: profile.industry,
      employees: profile.employees,
      number,
      kind,
      status: 'awaiting_committee',
      statusSince: at,
      addedAt: at,
      outcome: null
    },
    file,
    changes:
      kind === 'initial'
        ? null
        : {
            lines: ['2-1　残業を減らす取組：「ノー残業デー」を取りやめ', '7-1　具体的な取組内容：記入を変更'],
            reasons: ['「2 長時間労働の抑制」が合格の基準に届かなくなりました。']
          }
  }
}

/** A line of the after-the-fact report; every third renewal changed something. */
export const reportedRenewal = (index: number): ReportedRenewal => ({
  ...paperCase(index, 'renewal').item,
  status: 'certified',
  decidedOn: '2026-10-20',
  certificate: { number: index + 1, renewalCount: 1, startsOn: '2027-01-16', endsOn: '2030-01-15' },
  changes:
    index % 3 === 0
      ? [
          '5-2　取組内容：「テレワーク」を追加',
          '6-1　健康づくりの取組：「運動の機会の提供」を追加',
          'ウェブサイト：記入を変更'
        ]
      : []
})

/** Papers of so many cases, every tenth a renewal, and so many reported renewals. */
export const samplePapers = (cases: number, reported: number): Papers => ({
  scheme: asaka,
  meeting: {
    id: 'meeting',
    number: 16,
    heldOn: '2026-12-08',
    place: '市役所別館5階　501会議室',
    closedAt: null,
    cancelledAt: null
  },
  cases: Array.from({ length: cases }, (_, index) => paperCase(index, index % 10 === 9 ? 'renewal' : 'initial')),
  report: Array.from({ length: reported }, (_, index) => reportedRenewal(index)),
  indicator: indicatorYears(
    asaka.indicator.targets,
    Array.from({ length: 28 }, (_, index) => ({
      certificationId: String(index),
      startsOn: `${2020 + (index % 7)}-12-01`,
      endsOn: `${2029 + (index % 7)}-11-30`,
      endedOn: null
    })),
    '2026-11-21'
  ),
  madeAt: at,
  on: '2026-11-21'
})
