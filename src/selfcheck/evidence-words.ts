import { type EvidenceField, evaluationYears, type Item, usageYears } from '../checklist/index.ts'

/** What an application asks about a ticked item, in plain words. */
export type EvidenceWords = {
  /** One line for each thing that is asked. */
  readonly asked: readonly string[]
  /** Whether any one of them is enough. */
  readonly any: boolean
  /** Papers that hold the figures asked for; empty where a sentence will do. */
  readonly papers: readonly string[]
}

type Words = { readonly asked: string; readonly papers?: string }

const span = (years: readonly number[]): string => `${years.at(0)}年から${years.at(-1)}年まで`

const wordsOf = (field: EvidenceField, evaluationYear: number): Words => {
  switch (field.kind) {
    case 'text':
      return { asked: `「${field.label}」を、短い文章で書きます。` }
    case 'measures':
      return { asked: '行っている取組を一覧から選びます。一覧にない取組は、短い文章で書きます。' }
    case 'overtime':
      return {
        asked: `${span(evaluationYears(evaluationYear))}の、${field.bases.map(({ label }) => label).join('または')}（月と年間の時間数）を書きます。`,
        papers: 'タイムカードや勤怠システムの集計'
      }
    case 'take_up':
      return {
        asked: `${span(evaluationYears(evaluationYear))}の「${field.label}」（%）と、全員が年5日以上取得したかを答えます。`,
        papers: '年次有給休暇管理簿'
      }
    case 'usage':
      return {
        asked: `${span(usageYears(evaluationYear))}に利用した人数を、年ごとに2年分まで書きます。`,
        papers: '休業・休暇・短時間勤務の申出書や出勤簿'
      }
    case 'head_counts':
      return { asked: '直近の決算期末の管理職の人数を、男女別に書きます。', papers: '役職者の名簿や組織図' }
    case 'sdgs':
      return {
        asked: '取り組んでいるSDGsの番号と、取組の内容、公表している場所（ホームページのアドレスなど）を書きます。'
      }
    case 'yearly':
      return { asked: `「${field.label}」を、${field.rows}年分書きます。`, papers: '制度の利用の記録' }
  }
}

/** What will be asked beside an item that is ticked. */
export const evidenceWords = (item: Item, evaluationYear: number): EvidenceWords => {
  const words = item.evidence.map((field) => wordsOf(field, evaluationYear))
  return {
    asked: words.map(({ asked }) => asked),
    any: item.evidenceNeeded === 'any' && words.length > 1,
    papers: words.flatMap(({ papers }) => (papers === undefined ? [] : [papers]))
  }
}
