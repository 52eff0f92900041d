import { describe, expect, it } from 'vitest'
import { editions } from '../../src/checklist/index.ts'
import { achievementsOf } from '../../src/reports/achievements.ts'
import { type NewsletterCompany, newsletterText } from '../../src/reports/newsletter.ts'

const facts = {
  city: '朝霞市',
  schemeName: 'ワーク・ライフ・グッドバランス企業認定制度',
  honour: 'ワーク・ライフ・グッドバランス企業',
  period: { startsOn: '2026-04-01', endsOn: '2027-03-31' },
  on: '2026-11-21'
}

const company = (parts: Partial<NewsletterCompany> = {}): NewsletterCompany => ({
  companyName: '株式会社あさか製作所',
  number: 12,
  kind: 'initial',
  industry: 'E',
  business: '精密部品の\n切削加工。',
  achievements: achievementsOf({
    edition: editions['asaka-2023'],
    evaluationYear: 2025,
    confirmedMarks: { '1-2': 'checked', '5-1': 'checked', '5-2': 'checked' },
    passedCategories: [5],
    evidence: { '5-1': { measures: ['paternity_leave'] }, '5-2': { text: '週2日までテレワークができる。' } }
  }),
  ...parts
})

describe('the text for the newsletter', () => {
  it('tells what each company does, what it is strong in first', () => {
    expect(newsletterText(facts, [company()])).toBe(`ワーク・ライフ・グッドバランス企業を紹介します

朝霞市は、働きやすい職場づくりに取り組む事業者を「ワーク・ライフ・グッドバランス企業認定制度」により認定しています。
令和8年4月1日から令和8年11月21日までの間に、新たに1社を認定しました。

■ 株式会社あさか製作所（新規・認定番号 第12号）
製造業　精密部品の 切削加工。
・多様な働き方の推進に力を入れています。男性の育児休業の取得推進、テレワークやフレックスタイム制など場所や時間にとらわれない働き方に取り組んでいます。
　「週2日までテレワークができる。」
・ワーク・ライフ・バランスを進める体制づくりに取り組んでいます。

（令和8年11月21日現在）
`)
  })

  it.each([
    [['initial', 'renewal', 'renewal'], '新たに1社を認定し、2社の認定を更新しました。'],
    [['renewal'], '1社の認定を更新しました。'],
    [['initial', 'initial'], '新たに2社を認定しました。']
  ] as const)('counts %j', (kinds, words) => {
    const text = newsletterText(
      facts,
      kinds.map((kind) => company({ kind }))
    )
    expect(text).toContain(words)
    expect(text.match(/^■ .*更新・/gm)?.length ?? 0).toBe(kinds.filter((kind) => kind === 'renewal').length)
  })

  it('names the whole period once it is over, and is empty without a company', () => {
    expect(newsletterText({ ...facts, on: '2027-05-01' }, [company()])).toContain('から令和9年3月31日までの間に、')
    expect(newsletterText(facts, [])).toBe('')
  })
})
