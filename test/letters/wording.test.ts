import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLetterKind, letterKindList, placeholdersOf, sampleValues } from '../../src/letters/letter-kind.ts'
import { standardWording } from '../../src/letters/standard-wording.ts'
import { bodyLimit, problemsOf, render, subjectLimit } from '../../src/letters/wording.ts'

describe('render', () => {
  it.each([
    ['{{認定番号}}を認定', { 認定番号: '第12号' }, '第12号を認定'],
    ['{{ 認定番号 }}', { 認定番号: '第12号' }, '第12号'],
    ['{{認定番号}}と{{認定番号}}', { 認定番号: '一' }, '一と一'],
    ['{{知らない}}でも', {}, ''],
    ['文\n\n【理由】\n{{理由}}\n\n以上', { 理由: '' }, '文\n\n以上'],
    ['文\n\n【理由】\n{{理由}}\n\n以上', { 理由: '足りない' }, '文\n\n【理由】\n足りない\n\n以上'],
    ['{{甲}}{{乙}}', { 甲: '', 乙: 'あり' }, 'あり'],
    ['文だけ\n\n文だけ', {}, '文だけ\n\n文だけ'],
    ['一\r\n\r\n　\r\n二', {}, '一\n\n二'],
    ['{{constructor}}{{__proto__}}', {}, '']
  ])('fills %j', (text, values, filled) => {
    expect(render(text, values as Record<string, string>)).toBe(filled)
  })

  it('takes no longer for a great many spaces', () => {
    const typed = `　様${' '.repeat(500_000)}様`
    const begun = process.cpuUsage()
    expect(render(typed, {})).toBe(typed)
    expect(process.cpuUsage(begun).user).toBeLessThan(2_000_000)
  })

  it('never reads what is filled in as a placeholder', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}理由番号あ\n') }), (value) => {
        fc.pre(value.trim() !== '')
        expect(render('前{{理由}}後', { 理由: value, 番号: '秘密' })).toBe(`前${value}後`)
      })
    )
  })

  it('leaves no brace of a wording without problems, whatever the kind', () => {
    for (const kind of letterKindList)
      for (const text of Object.values(standardWording[kind]))
        expect(render(text, sampleValues(kind))).not.toMatch(/[{}]/)
  })
})

describe('problemsOf', () => {
  const { subject, body } = standardWording.revocation
  const messages = (parts: Partial<{ subject: string; body: string }>) =>
    problemsOf('revocation', { subject, body, ...parts }).map(({ field, message }) => `${field}：${message}`)

  it.each([
    [{}, []],
    [{ subject: ' ' }, ['subject：件名を入力してください']],
    [{ body: ' \n' }, ['body：本文を入力してください']],
    [{ subject: '一\n二' }, ['subject：件名は1行で入力してください']],
    [
      { subject: '{{事業者名' },
      ['subject：件名に、閉じていない「{{」か「}}」があります。差し込みは「{{事業者名}}」のように書いてください']
    ],
    [{ body: `${body}｛｛理由｝｝` }, ['body：本文の差し込みの括弧を、半角の「{{」「}}」にしてください']],
    [
      { body: `${body}{{回答期限}}{{回答期限}}` },
      ['body：「{{回答期限}}」は、この通知では使えません。使える差し込みの一覧から選んで書き直してください']
    ],
    [
      { body: body.replace('{{取消日}}', '令和8年') },
      ['body：本文に「{{取消日}}」を入れてください。この通知に欠かせない事項です']
    ],
    [{ subject: `${subject}{{取消日}}`, body: body.replace('{{取消日}}', '令和8年') }, []],
    [
      { subject: 'あ'.repeat(subjectLimit + 1) },
      [`subject：件名は${subjectLimit}文字以内で入力してください（いまは${subjectLimit + 1}文字）`]
    ]
  ])('of %j are %j', (parts, found) => {
    expect(messages(parts)).toEqual(found)
  })

  it('counts characters as people do, up to the limit', () => {
    const rest = bodyLimit - [...body].length
    expect(messages({ body: body + '𠮷'.repeat(rest) })).toEqual([])
    expect(messages({ body: body + '𠮷'.repeat(rest + 1) })).toHaveLength(1)
  })

  it('are the same for a placeholder with spaces inside', () => {
    expect(messages({ body: body.replace('{{取消日}}', '{{ 取消日 }}') })).toEqual([])
  })

  it('never fails, whatever is typed', () => {
    const text = fc.string({ unit: fc.constantFrom(...'{}理由\n｛｝あ \u0000') })
    fc.assert(
      fc.property(text, text, (one, other) => {
        const problems = problemsOf('refused', { subject: one, body: other })
        for (const { message } of problems) expect(message).toMatch(/ください/)
      })
    )
  })
})

describe.each(letterKindList)('the standard wording of %s', (kind) => {
  const { subject, body } = standardWording[kind]
  const filled = render(body, sampleValues(kind))

  it('has no problem, and uses every placeholder of its own', () => {
    expect(problemsOf(kind, standardWording[kind])).toEqual([])
    for (const { name, required } of placeholdersOf(kind)) if (required) expect(subject + body).toContain(`{{${name}}}`)
  })

  it('reads like a letter of a city', () => {
    expect(filled).toMatch(/\n\n記\n\n/)
    expect(filled).toMatch(/以上$/)
    expect(filled).not.toMatch(/様|「」|（）|undefined|、、|。。/)
    expect(render(subject, sampleValues(kind))).toMatch(/について（(通知|依頼|お知らせ)）$/)
  })

  it('shows no empty heading when everything that may be empty is', () => {
    const values = { ...sampleValues(kind), 照会事項: '', 三分野までの道のり: '', 委員会の意見聴取: '' }
    expect(render(body, values)).not.toMatch(/】\n(\n|$)|】$/)
  })
})

it.each([
  ['certified', true],
  ['認定通知', false],
  ['constructor', false],
  ['', false]
])('%j names a kind: %s', (text, known) => {
  expect(isLetterKind(text)).toBe(known)
})
