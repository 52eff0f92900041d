import type { EditionId } from '../checklist/index.ts'

/** How one item is told of: a noun phrase that fits before 「に取り組んでいます」. */
export type ItemPhrase = {
  /** What the item stands for, where no printed measure says more. */
  readonly phrase: string
  /** The printed measures by their id. */
  readonly measures?: Readonly<Record<string, string>>
  /**
   * The field whose text may be told in the company's own words. Left out where it could point at a person: who is in
   * charge, who took leave, how many managers there are.
   */
  readonly ownWords?: string
}

const asaka2023: Readonly<Record<string, ItemPhrase>> = {
  '1-1': { phrase: '経営者によるワーク・ライフ・バランスの理念の表明', ownWords: 'text' },
  '1-2': { phrase: 'ワーク・ライフ・バランスを進める体制づくり' },
  '2-1': { phrase: '時間外労働の削減' },
  '2-2': { phrase: '労働時間の適切な管理・把握' },
  '2-3': {
    phrase: '長時間労働を抑えるための工夫',
    measures: {
      no_overtime_day: 'ノー残業デーの実施',
      awareness: '長時間労働を抑えるための意識啓発',
      upper_limit_target: '長時間労働の上限の目標設定'
    }
  },
  '2-4': { phrase: '業務の自動化や業務配分の見直し', ownWords: 'text' },
  '3-1': { phrase: '業種別平均を上回る年次有給休暇の取得' },
  '3-2': {
    phrase: '年次有給休暇の取得促進',
    measures: {
      take_up_target: '年次有給休暇の取得率などの目標設定',
      awareness: '休暇の取得についての意識啓発',
      follow_up: '取得率の低い従業員へのフォロー体制の整備',
      consecutive_leave: '休暇の連続取得の奨励'
    }
  },
  '3-3': { phrase: '独自の特別休暇の制度づくり', ownWords: 'text' },
  '4-1': { phrase: '女性管理職の登用' },
  '4-2': {
    phrase: '育児休業や介護休業の取得促進',
    measures: {
      awareness: '育児休業や介護休業についての意識啓発',
      consultation: '育児や介護についての相談窓口の設置',
      internal_notice: '育児休業や介護休業の制度の周知'
    }
  },
  '4-3': { phrase: '育児休業を利用しやすい職場づくり' },
  '4-4': { phrase: '育児短時間勤務を利用しやすい職場づくり' },
  '4-5': { phrase: '法令を上回る育児休業や育児短時間勤務の制度づくり' },
  '5-1': {
    phrase: '多様な働き方の推進',
    measures: {
      paternity_leave: '男性の育児休業の取得推進',
      side_jobs: '従業員の副業を認める制度づくり'
    }
  },
  '5-2': { phrase: 'テレワークやフレックスタイム制など場所や時間にとらわれない働き方', ownWords: 'text' },
  '5-3': { phrase: '仕事と介護を両立しやすい職場づくり' },
  '6-1': {
    phrase: '働きやすい職場づくり',
    measures: {
      communication: '社内コミュニケーションの円滑化',
      training: '教育・研修環境の整備',
      qualifications: '資格取得の支援',
      scholarship: '奨学金返済者への補助'
    }
  },
  '6-2': {
    phrase: 'ハラスメント対策',
    measures: {
      awareness: 'ハラスメント防止の意識啓発',
      consultation: 'ハラスメントの相談窓口の設置',
      internal_notice: 'ハラスメント対策の社内周知'
    }
  },
  '6-3': { phrase: '従業員の健康管理', ownWords: 'text' },
  '6-4': { phrase: '独自の工夫による働きやすい職場づくり', ownWords: 'text' },
  '7-1': { phrase: 'SDGsの達成に向けた活動とその公表', ownWords: 'description' },
  '7-2': { phrase: '地域活動への参加', ownWords: 'text' }
}

/** The phrases of an edition by item code. The sheet of 2020 is not told of: it passes no categories. */
export const itemPhrases: Readonly<Record<EditionId, Readonly<Record<string, ItemPhrase>>>> = {
  'asaka-2023': asaka2023,
  'asaka-2020': {}
}

/** What a company that passed a category puts its strength into: a noun phrase that fits before 「に力を入れています」. */
export const categoryPhrases: Readonly<Record<EditionId, Readonly<Record<number, string>>>> = {
  'asaka-2023': {
    1: '経営者の理念表明と推進体制づくり',
    2: '長時間労働の抑制',
    3: '休暇の取得促進',
    4: '女性活躍の推進',
    5: '多様な働き方の推進',
    6: '働きやすい職場づくりの推進',
    7: '地域・社会貢献活動'
  },
  'asaka-2020': {}
}
