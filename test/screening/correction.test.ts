import { describe, expect, it } from 'vitest'
import { asaka } from '../../src/scheme/scheme.ts'
import { deadlineProblem } from '../../src/screening/correction.ts'
import { correctionMail } from '../../src/screening/correction-mail.ts'

describe('the deadline of a correction', () => {
  it.each([
    ['2026-11-20', '期限は明日以降の日付にしてください'],
    ['2026-11-21', '期限は明日以降の日付にしてください'],
    ['2026-11-22', null],
    ['2027-11-22', null],
    ['2027-11-23', '期限は1年以内の日付にしてください']
  ])('%s, set on 2026-11-21: %s', (deadline, problem) => {
    expect(deadlineProblem(deadline, '2026-11-21')).toBe(problem)
  })
})

describe('the mail about a correction', () => {
  const letter = {
    companyName: '株式会社あさか製作所',
    number: 'R8-012',
    message: '次の点をご確認ください。',
    questions: [{ itemCode: '3-1', shortText: '取得率', question: '2025年の値は何ですか' }],
    deadline: '2026-12-05',
    url: 'https://wlgb.example.jp/applications/x'
  }

  it('tells what is asked, until when and where to answer', () => {
    const { subject, text } = correctionMail(asaka, letter)
    expect(subject).toBe('申請内容の確認のお願い（受付番号 R8-012）')
    for (const words of [
      '株式会社あさか製作所\nご担当者 様',
      '■ 3-1　取得率\n2025年の値は何ですか',
      '期限　令和8年12月5日（土）まで',
      letter.url,
      asaka.secretariat.phone
    ])
      expect(text).toContain(words)
  })

  it('has no empty heading without questions', () => {
    expect(correctionMail(asaka, { ...letter, questions: [] }).text).not.toContain('お尋ねしたいこと')
  })
})
