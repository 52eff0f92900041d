import type { YearlyEvidence, YearlyField, YearlyRow, YearlyTest } from '../../checklist/index.ts'
import type { FieldFinding } from './finding.ts'

/** 「全ての従業員が年間5日以上」 (3-1 of the 2020 sheet). */
const leaveDays = 5

const figures = ({ columns }: YearlyField, { year, values }: YearlyRow): string =>
  `${year}年 ${columns.map(({ name, unit }) => `${values[name] ?? '—'}${unit}`).join('・')}`

const isGiven = ({ values }: YearlyRow): boolean => Object.values(values).every((value) => value !== null)

const isUsed = ({ values }: YearlyRow): boolean => Object.values(values).some((value) => value !== null && value > 0)

/** Compared as fractions: 3 of 10 is not above 30 %. */
const isWomenShareAbove = ({ values }: YearlyRow, percent: number): boolean => {
  const { men = null, women = null } = values
  return men !== null && women !== null && women * 100 > percent * (men + women)
}

type CountedTest = Exclude<YearlyTest, { readonly kind: 'stated' }>

const wordsOf = (test: CountedTest): string =>
  test.kind === 'used' ? '利用実績のある年' : `女性管理職の割合が${test.percent}%を超える年`

const countedFinding = (test: CountedTest, rows: readonly YearlyRow[], detail: string): FieldFinding => {
  const counts = (row: YearlyRow) => (test.kind === 'used' ? isUsed(row) : isWomenShareAbove(row, test.percent))
  const years = rows.filter(counts).length
  if (years >= test.inYears) return { verdict: 'borne_out', title: `${wordsOf(test)}が${years}年あります。`, detail }
  if (years + rows.filter((row) => !isGiven(row) && !counts(row)).length >= test.inYears)
    return { verdict: 'incomplete', title: `${test.inYears}年分の記入が、まだそろっていません。`, detail }
  return { verdict: 'not_borne_out', title: `${wordsOf(test)}が${test.inYears}年に届きません。`, detail }
}

/** An average of days tells nothing of the single employee, unless it lies below five itself. */
const daysFinding = (rows: readonly YearlyRow[], detail: string): FieldFinding => {
  const isBelow = ({ values }: YearlyRow) => Object.values(values).some((value) => value !== null && value < leaveDays)
  if (rows.some(isBelow))
    return { verdict: 'not_borne_out', title: `平均が${leaveDays}日に届かない年があります。`, detail }
  if (!rows.every(isGiven)) return { verdict: 'incomplete', title: '平均取得日数が、まだそろっていません。', detail }
  return { verdict: 'needs_check', title: `全員が${leaveDays}日以上かどうかは、平均からは分かりません。`, detail }
}

/** The yearly tables of the 2020 sheet (3-1, 4-1, 4-5 to 4-7, 4-9, 4-10, 5-2). */
export const yearlyFinding = (field: YearlyField, { rows }: YearlyEvidence): FieldFinding => {
  const detail = rows.some((row) => Object.values(row.values).some((value) => value !== null))
    ? rows.map((row) => figures(field, row)).join('、')
    : ''
  return field.test.kind === 'stated' ? daysFinding(rows, detail) : countedFinding(field.test, rows, detail)
}
