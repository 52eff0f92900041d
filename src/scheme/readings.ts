import type { NotApplicableReading } from '../scoring/index.ts'

/** How 「-」 counts until the city says otherwise. */
const notApplicableReading: NotApplicableReading = 'leaves_denominator'

/**
 * A place where the papers are silent or can be read in two ways, the reading that the software takes, and why. Texts are
 * for the city, which may change a reading here.
 */
export type Reading = {
  /** What the papers say, or do not. */
  readonly question: string
  /** What the software does. */
  readonly reading: string
  readonly reason: string
  /** Items or papers that it is about. */
  readonly about: string
}

/** Readings of the 2023 checklist and of its rule, each named once. */
export const readings = {
  notApplicable: {
    question: '「-」を付けた審査項目を、半数の計算でどう数えるか。',
    reading: '母数から除く。',
    reason:
      '対象者がいなかったことを不利に扱わないために、✓とは別の印が設けられていると読めるため。もう一方の読み方で結果が変わるときは、両方を示し、事務局が選ぶ。',
    about: '審査項目4-3、4-4',
    chosen: notApplicableReading
  },
  halfOfTheItems: {
    question: '「半数以上」は、奇数の項目でいくつか。',
    reading: '半数を切り上げた数（3項目なら2、5項目なら3）。',
    reason: '3項目のうち1項目は半数に満たないため。',
    about: '見直し方針 2'
  },
  overtimeLimits: {
    question: '月45時間・年360時間ちょうどは「超えた」に当たるか。',
    reading: '当たらない。',
    reason: '「超えた」は、その数を含まないため。',
    about: '審査項目2-1'
  },
  overtimeFall: {
    question: '平均時間外労働時間の「10%以上減少」を、月と年間のどちらの時間で計算するか。',
    reading: '記入のあるほうで計算する。両方あって結果が分かれるときは、人が確かめる。',
    reason: '記載欄は両方の時間を求めており、どちらで比べるかを定めていないため。',
    about: '審査項目2-1'
  },
  aboveTheAverage: {
    question: '業種別平均と同じ値は、「上回る」「超えている」に当たるか。',
    reading: '当たらない。',
    reason: 'どちらの言葉も、同じ値を含まないため。',
    about: '審査項目3-1、4-1'
  },
  industryAverage: {
    question: '「業種別平均」は何の平均か。',
    reading:
      '年次有給休暇取得率は厚生労働省の就労条件総合調査、女性管理職の割合は同省の雇用均等基本調査（課長相当職以上、役員を含む）の、日本標準産業分類の大分類ごとの値。公表値が見つからない年は「公表値なし」とし、推測しない。',
    reason: '市の資料に定めがなく、業種ごとの値を毎年または定期に公表する国の統計であるため。',
    about: '審査項目3-1、4-1'
  },
  managersAverageYear: {
    question: '女性管理職の割合を、どの年の業種別平均と比べるか。',
    reading: '評価の年までに公表された、いちばん新しい値。',
    reason: '割合は「直近決算期末の実績」1回分だけで、平均の公表はそれより遅れるため。',
    about: '審査項目4-1'
  },
  printedYears: {
    question: '様式に印刷された2020年・2021年・2022年は、翌年度以降どうなるか。',
    reading: '申請を始めた年度の前年までの3年間に読み替える。',
    reason: '印刷された年は、様式を作った令和5年度の前年までの3年間に当たるため。',
    about: '審査項目2-1、3-1'
  },
  fiveYearsBack: {
    question: '「過去5年間」はいつからいつまでか。',
    reading: '申請を始めた年度の前年を含めた、さかのぼって5年間（暦年）。',
    reason: 'ほかの年度別の欄と同じ年を終わりとし、記載欄が年で尋ねているため。',
    about: '審査項目4-3、4-4、5-3'
  },
  otherMeasures: {
    question: '「上記以外の取組」は、取組の数に入るか。',
    reading: '内容が記入されていれば入る。',
    reason: '注記つきの様式に「含」とあり、上記以外の取組の欄も数えるとされているため。',
    about: '審査項目2-3、3-2、4-2、5-1、6-1、6-2'
  },
  pointsOf2020: {
    question: '令和2年度版の審査項目は何点か。',
    reading: '☆は4点、ほかは2点。☆の位置が読み取れない項目1と2は、点数を決めない。',
    reason: '項目ごとの合計点に合うのはこの配点だけであるため。合格点は資料にないため、判定しない。',
    about: '令和2年度版チェックシート'
  }
} as const satisfies Readonly<Record<string, Reading & { readonly chosen?: NotApplicableReading }>>
