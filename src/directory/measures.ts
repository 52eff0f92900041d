import type { EditionId } from '../checklist/index.ts'

/** Where on a sheet a measure is claimed: an item that was confirmed, and what has to stand beside it. */
export type MeasureSource = {
  readonly item: string
  /** The printed box that has to be ticked. */
  readonly ticked?: string
  /** What has to be mentioned in the item's text, where one item stands for several measures. */
  readonly mentions?: RegExp
}

/** Something that people look for in an employer. */
export type Measure = {
  /** In URLs and in stored entries. */
  readonly id: string
  readonly label: string
  /** A noun phrase that fits before 「に取り組んでいます」. */
  readonly phrase: string
  readonly sources: Readonly<Record<EditionId, readonly MeasureSource[]>>
}

export type MeasureGroup = { readonly title: string; readonly measures: readonly Measure[] }

const measure = (
  id: string,
  label: string,
  phrase: string,
  of2023: readonly MeasureSource[],
  of2020: readonly MeasureSource[] = []
): Measure => ({ id, label, phrase, sources: { 'asaka-2023': of2023, 'asaka-2020': of2020 } })

const telework = /テレワーク|在宅|リモート|サテライト/
const flexible = /フレックス|フレキシブル|時差|勤務時間を選/

/** What can be searched for, as people say it; the order within a group is the order on the page. */
export const measureGroups: readonly MeasureGroup[] = [
  {
    title: '働く場所と時間',
    measures: [
      measure(
        'telework',
        'テレワーク',
        'テレワークができる環境づくり',
        [{ item: '5-2', mentions: telework }],
        [{ item: '4-2' }]
      ),
      measure(
        'flextime',
        'フレックス・時差勤務',
        '働く時間を選べる制度づくり',
        [{ item: '5-2', mentions: flexible }],
        [{ item: '4-1' }]
      ),
      measure('side-jobs', '副業', '従業員の副業を認める制度づくり', [{ item: '5-1', ticked: 'side_jobs' }]),
      measure(
        'no-overtime-day',
        'ノー残業デー',
        'ノー残業デーの実施',
        [{ item: '2-3', ticked: 'no_overtime_day' }],
        [{ item: '2-4', ticked: 'no_overtime_day' }]
      ),
      measure('automation', '業務の自動化・効率化', '業務の自動化や業務配分の見直し', [{ item: '2-4' }]),
      measure('rest-interval', '勤務間インターバル', '勤務間インターバル制度の導入', [], [{ item: '6-4' }])
    ]
  },
  {
    title: '休みやすさ',
    measures: [
      measure('take-up', '有休の取得が平均を上回る', '業種別平均を上回る年次有給休暇の取得', [{ item: '3-1' }]),
      measure(
        'consecutive-leave',
        '連続休暇の奨励',
        '休暇の連続取得の奨励',
        [{ item: '3-2', ticked: 'consecutive_leave' }],
        [{ item: '3-3', ticked: 'consecutive_leave' }]
      ),
      measure('special-leave', '独自の特別休暇', '独自の特別休暇の制度づくり', [{ item: '3-3' }], [{ item: '3-5' }])
    ]
  },
  {
    title: '育児・介護・女性の活躍',
    measures: [
      measure('paternity-leave', '男性の育休', '男性の育児休業の取得推進', [
        { item: '5-1', ticked: 'paternity_leave' }
      ]),
      measure(
        'parental-leave',
        '育休を取りやすい',
        '育児休業を利用しやすい職場づくり',
        [{ item: '4-3' }],
        [{ item: '4-5' }]
      ),
      measure(
        'shorter-hours',
        '育児短時間勤務',
        '育児短時間勤務を利用しやすい職場づくり',
        [{ item: '4-4' }],
        [{ item: '4-7' }]
      ),
      measure(
        'beyond-law',
        '法令を上回る育児制度',
        '法令を上回る育児の制度づくり',
        [{ item: '4-5' }],
        [{ item: '4-8' }]
      ),
      measure(
        'care',
        '介護との両立',
        '仕事と介護を両立しやすい職場づくり',
        [{ item: '5-3' }],
        [{ item: '4-9' }, { item: '4-10' }, { item: '4-11' }]
      ),
      measure(
        'women-managers',
        '女性管理職の登用',
        '女性管理職の登用',
        [{ item: '4-1' }],
        [{ item: '5-1' }, { item: '5-2' }]
      )
    ]
  },
  {
    title: '成長と安心',
    measures: [
      measure('qualifications', '資格取得の支援', '資格取得の支援', [{ item: '6-1', ticked: 'qualifications' }]),
      measure('training', '教育・研修', '教育・研修環境の整備', [{ item: '6-1', ticked: 'training' }]),
      measure('scholarship', '奨学金返済の補助', '奨学金返済者への補助', [{ item: '6-1', ticked: 'scholarship' }]),
      measure('health', '健康管理', '従業員の健康管理', [{ item: '6-3' }], [{ item: '6-2' }]),
      measure(
        'harassment',
        'ハラスメント相談窓口',
        'ハラスメントの相談窓口の設置',
        [{ item: '6-2', ticked: 'consultation' }],
        [{ item: '6-1', ticked: 'consultation' }]
      )
    ]
  },
  {
    title: '地域・社会',
    measures: [
      measure('sdgs', 'SDGs', 'SDGsの達成に向けた活動とその公表', [{ item: '7-1' }]),
      measure('community', '地域活動', '地域活動への参加', [{ item: '7-2' }])
    ]
  }
]

/** All measures, in the order of the page. */
export const measures: readonly Measure[] = measureGroups.flatMap((group) => group.measures)

/** The measure with an id, or null for any other word. */
export const findMeasure = (id: string): Measure | null => measures.find((one) => one.id === id) ?? null
