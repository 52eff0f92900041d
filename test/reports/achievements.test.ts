import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editions, itemsOf, type Marks, type RawEvidence } from '../../src/checklist/index.ts'
import { categoryPhrases, itemPhrases } from '../../src/reports/achievement-phrases.ts'
import { achievementsOf } from '../../src/reports/achievements.ts'

const edition = editions['asaka-2023']

const told = (
  marks: Marks,
  evidence: Readonly<Record<string, RawEvidence>> = {},
  passedCategories: readonly number[] = []
) => achievementsOf({ edition, evaluationYear: 2025, confirmedMarks: marks, passedCategories, evidence })

const only = (code: string, evidence: RawEvidence = {}) => {
  const [category] = told({ [code]: 'checked' }, { [code]: evidence })
  if (category === undefined) throw new Error('nothing was told')
  return category
}

describe('the phrases', () => {
  it('exist for every category, item and printed measure of the sheet in use', () => {
    for (const item of itemsOf(edition)) {
      const phrase = itemPhrases[edition.id][item.code]
      expect([item.code, phrase?.phrase]).not.toContain(undefined)
      for (const field of item.evidence)
        if (field.kind === 'measures')
          expect(Object.keys(phrase?.measures ?? {})).toEqual(field.options.map(({ id }) => id))
    }
    expect(Object.keys(categoryPhrases[edition.id])).toEqual(['1', '2', '3', '4', '5', '6', '7'])
  })

  it('read well before に取り組んでいます', () => {
    const phrases = Object.values(itemPhrases[edition.id]).flatMap(({ phrase, measures = {} }) => [
      phrase,
      ...Object.values(measures)
    ])
    for (const phrase of phrases) expect(phrase).not.toMatch(/取組$|。$|(いる|する|こと)$/)
  })
})

describe('what a company achieved', () => {
  it('is its strength where a category passed, and the measures that it takes', () => {
    const measures = { measures: ['no_overtime_day', 'upper_limit_target'] }
    const [category] = told({ '2-2': 'checked', '2-3': 'checked' }, { '2-3': measures }, [2])
    expect(category).toMatchObject({
      number: 2,
      strength: '長時間労働の抑制に力を入れています。',
      practice: '労働時間の適切な管理・把握、ノー残業デーの実施、長時間労働の上限の目標設定に取り組んでいます。'
    })
  })

  it('is no strength where the category did not pass', () => {
    expect(only('1-1')).toMatchObject({
      strength: null,
      practice: '経営者によるワーク・ライフ・バランスの理念の表明に取り組んでいます。'
    })
  })

  it('leaves out what was not confirmed, whatever is written beside it', () => {
    const evidence = { '5-1': { measures: ['side_jobs'] }, '4-3': { 'usage.1.year': '2025', 'usage.1.men': '3' } }
    expect(told({ '5-1': 'unchecked', '4-3': 'not_applicable' }, evidence)).toEqual([])
  })

  it('falls back on the item where only another measure was described, and tells that in its own words', () => {
    const category = only('2-3', { measures: ['other'], other: '会議を30分までにしている' })
    expect(category.practice).toBe('長時間労働を抑えるための工夫に取り組んでいます。')
  })

  it('tells the company’s own words on one line', () => {
    expect(only('7-2', { text: '市民まつりの運営に\n  毎年参加している。' }).ownWords).toEqual([
      '市民まつりの運営に 毎年参加している。'
    ])
  })

  it.each([
    '昨年は3人が利用した。',
    '男性２名が取得した。',
    '女性社員一人が時短で働いている。',
    '十数名が参加。',
    '社員ひとりが担当。',
    '5 人のチーム'
  ])('keeps to itself what counts people: %s', (text) => {
    expect(only('6-3', { text }).ownWords).toEqual([])
  })

  it.each([
    '一人ひとりに合わせた面談をしている。',
    '社会人講座を開いている。',
    '月2回のノー残業デー',
    '人間ドックの費用を補助'
  ])('tells what counts nobody: %s', (text) => {
    expect(only('6-3', { text }).ownWords).toEqual([text])
  })

  it('never tells who is in charge, who took leave or how many managers there are', () => {
    const secret = '総務部の浅香花子'
    for (const code of ['1-2', '4-1', '4-3', '4-4', '4-5', '5-3'])
      expect(only(code, { text: secret, target: secret }).ownWords).toEqual([])
  })

  it('tells each measure once', () => {
    for (const { practices } of told(Object.fromEntries(itemsOf(edition).map(({ code }) => [code, 'checked']))))
      expect(new Set(practices).size).toBe(practices.length)
  })

  it('says nothing of the sheet of 2020, which passes no categories', () => {
    const old = editions['asaka-2020']
    const confirmedMarks: Marks = Object.fromEntries(itemsOf(old).map(({ code }) => [code, 'checked']))
    const source = { edition: old, evaluationYear: 2019, confirmedMarks, passedCategories: [1], evidence: {} }
    expect(achievementsOf(source)).toEqual([])
  })

  it('never publishes a number in front of people, whatever was typed anywhere', () => {
    const field = fc.constantFrom('text', 'other', 'description', 'target', 'published', 'usage.1.men', 'men', 'women')
    const value = fc.tuple(fc.string(), fc.constantFrom('3人', '２名', '十人', 'ふたり')).map((parts) => parts.join(''))
    const raw = fc.dictionary(field, value)
    const marks = Object.fromEntries(itemsOf(edition).map(({ code }) => [code, 'checked' as const]))
    fc.assert(
      fc.property(raw, (typed) => {
        const evidence = Object.fromEntries(
          itemsOf(edition).map(({ code }) => [code, { ...typed, measures: ['other'] }])
        )
        expect(JSON.stringify(told(marks, evidence))).not.toMatch(/[0-9２十][人名]|ふたり/)
      })
    )
  })
})
