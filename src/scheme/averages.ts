import type { AverageRow, Averages } from '../scoring/index.ts'

type Value = readonly [industryCode: string | null, percent: number]

const published = (survey: string, year: number, source: string, values: readonly Value[]): readonly AverageRow[] =>
  values.map(([industryCode, percent]) => ({ survey, year, industryCode, percent, source }))

/**
 * 就労条件総合調査 (Ministry of Health, Labour and Welfare): paid-leave take-up rate of firms with 30 and more regular
 * employees. The year is the one described: the survey of year Y describes Y−1.
 */
const paidLeave: readonly AverageRow[] = [
  ...published('就労条件総合調査 令和3年', 2020, 'https://insource.co.jp/contents/hr-article-no55418.html', [
    [null, 56.6],
    ['C', 63.9],
    ['D', 53.2],
    ['E', 61.6],
    ['F', 73.3],
    ['G', 65.1],
    ['H', 55.1],
    ['I', 48.6],
    ['J', 57.3],
    ['K', 58.3],
    ['L', 58.3],
    ['M', 45.0],
    ['N', 51.9],
    ['O', 48.6],
    ['P', 58.0],
    ['Q', 47.7],
    ['R', 58.5]
  ]),
  ...published('就労条件総合調査 令和4年', 2021, 'https://www.jil.go.jp/kokunai/blt/backnumber/2023/01_02/c_01.html', [
    [null, 58.3],
    ['D', 53.2],
    ['F', 71.4],
    ['G', 63.2],
    ['I', 49.5],
    ['M', 44.3],
    ['N', 53.2],
    ['O', 50.1],
    ['Q', 72.4]
  ]),
  ...published('就労条件総合調査 令和5年', 2022, 'https://advance-news.co.jp/news/2023/10/post-4290.html', [
    [null, 62.1],
    ['F', 73.7],
    ['M', 49.1],
    ['Q', 74.8]
  ]),
  ...published('就労条件総合調査 令和6年', 2023, 'https://roukijp.jp/?p=13261', [
    [null, 65.3],
    ['C', 71.5],
    ['E', 70.4],
    ['F', 70.7],
    ['M', 51.0],
    ['Q', 55.0],
    ['R', 71.1]
  ]),
  ...published('就労条件総合調査 令和7年', 2024, 'https://roukijp.jp/?p=17804', [
    [null, 66.9],
    ['C', 74.3],
    ['E', 72.8],
    ['F', 75.2],
    ['I', 59.9],
    ['J', 72.8],
    ['M', 50.7],
    ['N', 59.6],
    ['Q', 57.1]
  ])
]

/**
 * 雇用均等基本調査 (the same ministry): share of women among section heads and above, officers included, in firms of 10 and
 * more. Its other series give quite different shares and must not be mixed in.
 */
const womenManagers: readonly AverageRow[] = [
  ...published('雇用均等基本調査 令和4年度', 2022, 'https://womanslabo.com/news-women-230906-1', [
    [null, 12.7],
    ['P', 53.0],
    ['N', 24.6],
    ['M', 17.5],
    ['O', 17.2],
    ['J', 15.0],
    ['I', 13.9],
    ['K', 12.4],
    ['G', 11.5],
    ['H', 11.3],
    ['L', 11.0]
  ])
]

/** Published industry averages known so far. A row stands here only if a public page states it; the rest are gaps. */
export const publishedAverages: Averages = { paidLeave, womenManagers }
