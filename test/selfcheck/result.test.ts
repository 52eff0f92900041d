import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { currentEdition, itemsOf, type Marks } from '../../src/checklist/index.ts'
import { score } from '../../src/scoring/index.ts'
import { evidenceWords } from '../../src/selfcheck/evidence-words.ts'
import { examplesOf, whatCounts } from '../../src/selfcheck/examples.ts'
import { resultOf } from '../../src/selfcheck/result.ts'
import { selfCheckWords } from '../../views/browser/self-check-words.ts'
import { anyMarks } from '../support/marked-sheets.ts'

const resultFor = (marks: Marks) => resultOf({ edition: currentEdition, marks, complies: true }, 2025)
const item = (code: string) => {
  const found = itemsOf(currentEdition).find((one) => one.code === code)
  if (found === undefined) throw new Error(code)
  return found
}
const checking = (...codes: readonly string[]): Marks => Object.fromEntries(codes.map((code) => [code, 'checked']))

describe('the result', () => {
  it('says what the rule says, whatever the marks', () => {
    fc.assert(
      fc.property(anyMarks(currentEdition), (marks) => {
        const verdict = score(currentEdition, { marks })
        const result = resultFor(marks)
        expect(result.meetsStandard).toBe(verdict.meetsStandard)
        expect(result.forecast.passed).toBe(verdict.passedCategories)
        expect(result.categories.filter(({ passed }) => passed).map(({ number }) => number)).toEqual(
          verdict.passedCategoryNumbers
        )
        expect(result.way.length === 0).toBe(verdict.meetsStandard)
      })
    )
  })

  it('shows a way that leads to the standard, whichever of its items come to hold', () => {
    fc.assert(
      fc.property(anyMarks(currentEdition), (marks) => {
        const { way, headline } = resultFor(marks)
        const taken = way.flatMap(({ missing, candidates }) =>
          candidates.slice(0, missing).map(({ item }) => item.code)
        )
        expect(score(currentEdition, { marks: { ...marks, ...checking(...taken) } }).meetsStandard).toBe(true)
        if (way.length > 0) expect(headline).toBe(`あと${taken.length}項目で、認定基準に届きます`)
      })
    )
  })

  it('of an empty sheet names the fewest items', () => {
    const result = resultFor({})
    expect(result.headline).toBe('あと4項目で、認定基準に届きます')
    expect(result.lead).toContain('まだ分からない項目が23項目あります')
    expect(result.evidence).toEqual([])
  })

  it('names the categories that are just as near, and puts what nobody has answered first', () => {
    const { way, alsoNear } = resultFor({ ...checking('1-1', '2-2', '2-3', '3-1', '5-1'), '3-2': 'unchecked' })
    expect(way.map(({ number, missing }) => [number, missing])).toEqual([[3, 1]])
    expect(way[0]?.candidates.map(({ item, undecided }) => [item.code, undecided])).toEqual([
      ['3-3', true],
      ['3-2', false]
    ])
    expect(alsoNear).toEqual(['多様な働き方の推進', '地域・社会貢献活動'])
  })

  it('of those who meet the standard says so, and asks for nothing more', () => {
    const result = resultFor(checking('1-1', '5-1', '5-2', '7-2'))
    expect(result).toMatchObject({ meetsStandard: true, headline: '認定基準を満たす見込みです', way: [], alsoNear: [] })
    expect(result.lead).toBe('合格の見込みの分野は3つで、基準の3つに届いています。')
  })

  it('tells where the other way to count 「-」 would change a category, and the standard', () => {
    const marks: Marks = { ...checking('1-1', '7-1', '4-1', '4-2'), '4-3': 'not_applicable' }
    expect(resultFor(marks).reading).toMatch(/「女性活躍の推進」は合格になりません。認定基準にも届きません/)
    const enough = resultFor({ ...marks, ...checking('5-1', '5-2') }).reading
    expect(enough).toContain('合格になりません。どちらで')
    expect(resultFor({ ...marks, '4-3': 'unchecked' }).reading).toBeNull()
  })
})

describe('the words beside the questions', () => {
  it('agree with the rule, whatever the marks', () => {
    fc.assert(
      fc.property(anyMarks(currentEdition), (marks) => {
        const { categories, decided, forecast } = selfCheckWords(currentEdition, marks)
        const verdict = score(currentEdition, { marks })
        expect(decided).toBe(Object.keys(marks).length)
        expect(forecast.passed).toBe(verdict.passedCategories)
        expect(categories.map(({ verdict }) => verdict)).toEqual(
          verdict.categories.map(({ passed, missing }) => (passed ? '合格の見込み' : `あと${missing}項目で合格`))
        )
      })
    )
  })
})

describe('what will be asked', () => {
  it('is told in sentences for every item of the sheet', () => {
    for (const one of itemsOf(currentEdition)) {
      const { asked } = evidenceWords(one, 2025)
      expect([one.code, asked.length]).toEqual([one.code, one.evidence.length])
      for (const line of asked) expect(line).toMatch(/。$/)
    }
  })

  it('names years, figures and the papers that hold them', () => {
    expect(evidenceWords(item('2-1'), 2025)).toEqual({
      asked: [
        '2023年から2025年までの、最も時間外労働が多かった従業員の実績または平均時間外労働時間（月と年間の時間数）を書きます。'
      ],
      any: false,
      papers: ['タイムカードや勤怠システムの集計']
    })
    expect(evidenceWords(item('4-3'), 2025).asked[0]).toContain('2021年から2025年まで')
  })

  it('says where one of two is enough', () => {
    expect(evidenceWords(item('4-1'), 2025)).toMatchObject({ any: true, papers: ['役職者の名簿や組織図'] })
    expect(evidenceWords(item('1-1'), 2025).any).toBe(false)
  })

  it('lists each paper once', () => {
    expect(resultFor(checking('4-3', '4-4', '5-3')).papers).toHaveLength(1)
  })
})

describe('what counts', () => {
  it('is told by the printed measures, or else by our hint', () => {
    expect(examplesOf(item('5-1'))).toEqual(['男性の育児休業取得を推進している', '従業員の副業を認めている'])
    expect(whatCounts(item('5-1'))).toBe('例：男性の育児休業取得を推進している、従業員の副業を認めている')
    expect(whatCounts(item('3-3'))).toBe(item('3-3').hint)
  })
})
