import type { Item } from './edition.ts'

/** How many calendar years, the evaluation year included, the yearly figures of both sheets cover. */
const yearsAsked = 3

/** How many calendar years back, the evaluation year included, a usage record counts (過去5年間, items 4-3, 4-4, 5-3). */
const usageYearsBack = 5

const yearsUpTo = (lastYear: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => lastYear - count + 1 + index)

/** The official wording of an item with its printed year rolled: 「2022年の平均…」 says 2025 in evaluation year 2025. */
export const itemText = (item: Item, evaluationYear: number): string =>
  item.printedYear === undefined ? item.text : item.text.replaceAll(`${item.printedYear}年`, `${evaluationYear}年`)

/** The years of a table of yearly figures, oldest first: evaluation year 2022 → the printed 2020, 2021, 2022. */
export const evaluationYears = (evaluationYear: number, rows: number = yearsAsked): readonly number[] =>
  yearsUpTo(evaluationYear, rows)

/** The years in which a usage record counts, oldest first. */
export const usageYears = (evaluationYear: number): readonly number[] => yearsUpTo(evaluationYear, usageYearsBack)
