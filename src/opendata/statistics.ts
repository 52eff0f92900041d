import { type City, cityColumns } from './city-columns.ts'
import type { Column, Dataset } from './column.ts'
import { type Statistic, statisticTitles } from './statistic.ts'

const titles = Object.entries(statisticTitles)

const whole = '区分のない、全体の数'

const what: readonly Column<Statistic>[] = [
  {
    name: '統計コード',
    key: 'statisticCode',
    type: 'string',
    meaning: `数えたもの。${titles.map(([code, title]) => `${code}は${title}`).join('、')}`,
    example: 'certified',
    pattern: `^(${titles.map(([code]) => code).join('|')})$`,
    value: ({ code }) => code
  },
  {
    name: '統計名',
    key: 'statistic',
    type: 'string',
    meaning: '統計コードの名称',
    example: statisticTitles.certified,
    value: ({ code }) => statisticTitles[code]
  }
]

const when: readonly Column<Statistic>[] = [
  {
    name: '年度',
    key: 'fiscalYear',
    type: 'integer',
    meaning: '4月から翌年3月までの年度。始まる年の西暦で表します',
    example: 2025,
    value: ({ fiscalYear }) => fiscalYear
  },
  {
    name: '基準日',
    key: 'countedOn',
    type: 'date',
    meaning: '数えた日。終わった年度は、年度の末日',
    example: '2026-03-31',
    empty: '目標の値で、数えたものではない',
    value: ({ on }) => on
  }
]

const figure: readonly Column<Statistic>[] = [
  {
    name: '区分コード',
    key: 'classCode',
    type: 'string',
    meaning: '業種別は日本標準産業分類の大分類、分野別はチェックシートの分野の番号',
    example: 'E',
    empty: whole,
    value: ({ classCode }) => classCode
  },
  {
    name: '区分',
    key: 'className',
    type: 'string',
    meaning: '区分コードの名称',
    example: '製造業',
    empty: whole,
    value: ({ className }) => className
  },
  {
    name: '事業者数',
    key: 'companies',
    type: 'integer',
    meaning: '事業者の数。目標の値も同じ単位です',
    example: 12,
    unit: '事業者',
    value: ({ value }) => value
  }
]

/** The statistics, one figure a row. */
export const statistics = (city: City): Dataset<Statistic> => ({
  name: 'statistics',
  title: '認定の統計',
  description:
    '認定されている事業者の数を、年度ごと、業種ごと、合格した分野ごとに数えたものです。市の計画の目標も含みます。',
  record: '数値1つ',
  columns: [...cityColumns<Statistic>(city), ...what, ...when, ...figure]
})
